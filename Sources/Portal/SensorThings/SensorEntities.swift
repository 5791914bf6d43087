import Facts
import FoundationEssentials
import Kernel

/// The addresses of entities.
enum SensorAddress {
    static let root = "/sensorthings/v1.1"

    static func thing(_ outlet: OutletID) -> String { "\(root)/Things('\(outlet.text)')" }
    static func datastream(_ id: DatastreamID) -> String { "\(root)/Datastreams('\(id.text)')" }
    static func observation(_ start: Instant, _ stream: DatastreamID) -> String {
        "\(root)/Observations('\(SensorPath.id(of: start, in: stream))')"
    }
}

/// A list of entities.
struct SensorList<Entity: Encodable & Sendable>: Encodable, Sendable {
    let count: Int?
    let nextLink: String?
    let value: [Entity]

    enum CodingKeys: String, CodingKey {
        case count = "@iot.count"
        case nextLink = "@iot.nextLink"
        case value
    }
}

/// What stands under the root: the lists, and what of the standard is offered.
struct SensorRoot: Encodable, Sendable {
    struct Entry: Encodable, Sendable {
        let name: String
        let url: String
    }

    struct Settings: Encodable, Sendable {
        let conformance: [String]
    }

    let value = [Entry(name: "Things", url: "\(SensorAddress.root)/Things")]
    let serverSettings = Settings(conformance: [
        "http://www.opengis.net/spec/iot_sensing/1.1/req/resource-path/resource-path-to-entities",
        "http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/order",
        "http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/top",
        "http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/skip",
        "http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/count",
        "http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/filter",
        "http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/pagination",
    ])

    enum CodingKeys: String, CodingKey {
        case value
        case serverSettings
    }
}

/// An outlet as a Thing.
struct SensorThing: Encodable, Sendable {
    struct Properties: Encodable, Sendable {
        let enterprise: String
        let enterpriseName: String
        let region: String
        let medium: String
    }

    let id: String
    let selfLink: String
    let name: String
    let description: String
    let properties: Properties
    let datastreams: String

    enum CodingKeys: String, CodingKey {
        case id = "@iot.id"
        case selfLink = "@iot.selfLink"
        case name
        case description
        case properties
        case datastreams = "Datastreams@iot.navigationLink"
    }

    static let fields = ["@iot.id", "name", "properties/enterprise", "properties/region", "properties/medium"]

    init(_ thing: MonitoredThing) {
        id = thing.outlet.text
        selfLink = SensorAddress.thing(thing.outlet)
        name = thing.name
        description = thing.enterpriseName
        properties = Properties(
            enterprise: thing.enterprise.text, enterpriseName: thing.enterpriseName, region: thing.region.text,
            medium: thing.medium)
        datastreams = selfLink + "/Datastreams"
    }

    func field(_ name: String) -> SensorLiteral? {
        switch name {
        case "@iot.id": .text(id)
        case "name": .text(self.name)
        case "properties/enterprise": .text(properties.enterprise)
        case "properties/region": .text(properties.region)
        case "properties/medium": .text(properties.medium)
        default: nil
        }
    }
}

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

    init(_ stream: MonitoredDatastream, _ language: Language) {
        id = stream.id.text
        selfLink = SensorAddress.datastream(stream.id)
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

/// One effective mean as an Observation.
struct SensorObservation: Encodable, Sendable {
    struct Quality: Encodable, Sendable {
        /// The device's mark, as sent.
        let mark: String?
        /// `converted` to reference oxygen, or as `measured`.
        let basis: String
    }

    let start: Instant
    let id: String
    let selfLink: String
    let phenomenonTime: String
    let resultTime: String
    let result: Decimal?
    let resultQuality: Quality
    let datastream: String

    enum CodingKeys: String, CodingKey {
        case id = "@iot.id"
        case selfLink = "@iot.selfLink"
        case phenomenonTime
        case resultTime
        case result
        case resultQuality
        case datastream = "Datastream@iot.navigationLink"
    }

    static let fields = ["phenomenonTime", "resultTime", "result", "resultQuality/mark"]

    init(_ value: ObservedValue, of stream: DatastreamID) {
        start = value.start
        id = SensorPath.id(of: value.start, in: stream)
        selfLink = SensorAddress.observation(value.start, stream)
        phenomenonTime = SensorTime.interval(from: value.start, hours: stream.period.hours)
        resultTime = value.start.adding(hours: stream.period.hours).civil.isoText
        result = value.result?.value
        resultQuality = Quality(mark: value.mark, basis: value.converted == nil ? "measured" : "converted")
        datastream = selfLink + "/Datastream"
    }

    /// The time of a mean counts by its beginning.
    func field(_ name: String) -> SensorLiteral? {
        switch name {
        case "phenomenonTime": .time(start)
        case "resultTime": SensorTime.read(resultTime).map { .time($0) }
        case "result": result.map { .number(DecimalNumber($0)) }
        case "resultQuality/mark": resultQuality.mark.map { .text($0) }
        default: nil
        }
    }
}
