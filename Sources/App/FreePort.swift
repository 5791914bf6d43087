import NIOCore
import NIOPosix

/// Finds a port that nobody listens on, so that a second demonstration does not stumble over the first.
public enum FreePort {
    /// How many ports above the wanted one are tried.
    private static let triesMax = 100

    /// None of the ports tried is free.
    public struct NoneFree: Error, CustomStringConvertible {
        /// The first port tried.
        public let first: Int
        public var description: String {
            "no port from \(first) to \(first + triesMax - 1) is free; name another one, or 0 for any"
        }
    }

    /// The wanted port, or the next free one above it; 0 stays 0, the system chooses then.
    public static func first(from wanted: Int, on host: String) async throws -> Int {
        guard wanted != 0 else { return 0 }
        for port in wanted..<min(wanted + triesMax, 65_536) where await isFree(port, on: host) {
            return port
        }
        throw NoneFree(first: wanted)
    }

    private static func isFree(_ port: Int, on host: String) async -> Bool {
        do {
            let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .bind(host: host, port: port).get()
            try await listener.close()
            return true
        } catch {
            return false
        }
    }
}
