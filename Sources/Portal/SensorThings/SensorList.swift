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

    let value = ["Things", "Datastreams", "Observations"].map { set in
        Entry(name: set, url: "\(SensorAddress.root)/\(set)")
    }
    let serverSettings = Settings(conformance: [
        "http://www.opengis.net/spec/iot_sensing/1.1/req/resource-path/resource-path-to-entities",
        "http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/order",
        "http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/top",
        "http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/skip",
        "http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/count",
        "http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/filter",
        "http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/pagination",
    ])
}
