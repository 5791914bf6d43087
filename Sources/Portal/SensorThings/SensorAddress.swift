import Kernel
import Web

/// The addresses of entities, whole as the standard wants them (OGC 18-088, 9.2.2): a program keeps them away from the
/// page that it found them on.
struct SensorAddress: Sendable {
    static let path = "/sensorthings/v1.1"
    /// Where the sets lie.
    let root: String

    init(_ visit: Visit) { root = visit.siteAddress + Self.path }

    func thing(_ outlet: OutletID) -> String { "\(root)/Things('\(outlet.text)')" }
    func datastream(_ id: DatastreamID) -> String { "\(root)/Datastreams('\(id.text)')" }
    func observation(_ start: Instant, _ stream: DatastreamID) -> String {
        "\(root)/Observations('\(SensorPath.id(of: start, in: stream))')"
    }
}
