import Facts
import Kernel
import Web

/// A factor's means as a Datastream.
struct SensorDatastream: Encodable, Sendable {
    struct Unit: Encodable, Sendable {
        let name: String
        let symbol: String
        let definition: String
    }

    struct Property: Encodable, Sendable {
        let name: String
        let definition: String
        let description: String
    }

    let id: String
    let selfLink: String
    let name: String
    let description: String
    let observationType = "http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement"
    let unitOfMeasurement: Unit
    let observedProperty: Property
    let thing: String
    let observations: String

    enum CodingKeys: String, CodingKey {
        case id = "@iot.id"
        case selfLink = "@iot.selfLink"
        case name
        case description
        case observationType
        case unitOfMeasurement
        case observedProperty = "ObservedProperty"
        case thing = "Thing@iot.navigationLink"
        case observations = "Observations@iot.navigationLink"
    }

    static let fields = ["@iot.id", "name", "ObservedProperty/definition"]

    init(_ stream: MonitoredDatastream, _ addresses: SensorAddress, _ language: Language) {
        id = stream.id.text
        selfLink = addresses.datastream(stream.id)
        let mean = stream.id.period.phrase(language)
        name = "\(stream.name(language)) \(mean)"
        description = Phrase(
            "有效\(mean)；折算值优先；以设备标记为准的有效性见各判定",
            "the effective \(mean), converted value first; what a mark means for judging, the decisions say")(language)
        unitOfMeasurement = Unit(name: stream.unit, symbol: stream.unit, definition: "HJ 212")
        observedProperty = Property(
            name: stream.name(language), definition: "urn:jianhu:factor:\(stream.id.pollutant.text)",
            description: stream.id.pollutant.text)
        thing = selfLink + "/Thing"
        observations = selfLink + "/Observations"
    }

    func field(_ name: String) -> SensorLiteral? {
        switch name {
        case "@iot.id": .text(id)
        case "name": .text(self.name)
        case "ObservedProperty/definition": .text(observedProperty.definition)
        default: nil
        }
    }
}

extension SensorDatastream: DescribedJSON {
    static var jsonForm: JSONForm {
        JSONForm(
            of: Self.self,
            keys: [
                "id": "@iot.id", "selfLink": "@iot.selfLink", "observedProperty": "ObservedProperty",
                "thing": "Thing@iot.navigationLink", "observations": "Observations@iot.navigationLink",
            ])
    }
}
