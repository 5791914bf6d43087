import Kernel
import Web

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

    init(_ thing: MonitoredThing, _ addresses: SensorAddress) {
        id = thing.outlet.text
        selfLink = addresses.thing(thing.outlet)
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

extension SensorThing: DescribedJSON {
    static var jsonForm: JSONForm {
        JSONForm(
            of: Self.self,
            keys: [
                "id": "@iot.id", "selfLink": "@iot.selfLink", "datastreams": "Datastreams@iot.navigationLink",
            ])
    }
}
