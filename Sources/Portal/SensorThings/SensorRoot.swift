/// What stands under the root: the lists, and what of the standard is met whole. Paths to single properties, to `$ref`
/// and further down than one step are not, so the requirement of resource paths is not named.
struct SensorRoot: Encodable, Sendable {
    struct Entry: Encodable, Sendable {
        let name: String
        let url: String
    }

    struct Settings: Encodable, Sendable {
        let conformance: [String]
    }

    let value: [Entry]
    let serverSettings = Settings(
        conformance: ["order", "orderby", "top", "skip", "count", "filter", "pagination"].map { requirement in
            "http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/\(requirement)"
        })

    init(_ addresses: SensorAddress) {
        value = ["Things", "Datastreams", "Observations"].map { set in
            Entry(name: set, url: "\(addresses.root)/\(set)")
        }
    }
}
