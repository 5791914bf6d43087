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
