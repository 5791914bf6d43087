import Web

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

extension SensorList: DescribedJSON {
    static var jsonForm: JSONForm {
        JSONForm(of: Self.self, keys: ["count": "@iot.count", "nextLink": "@iot.nextLink"])
    }
}
