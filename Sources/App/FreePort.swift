import Foundation
import NIOCore
import NIOPosix

/// Looks whether the program can listen where it is told to, before it does anything else.
public enum FreePort {
    /// How many ports from the wanted one on are tried.
    private static let triesMax = 100

    /// An address on which this computer cannot listen.
    public struct Refusal: Error, Equatable, CustomStringConvertible {
        public let description: String
    }

    /// The wanted port, or the next free one above it, so that a second demonstration does not stumble over the first;
    /// 0 stays 0, the system chooses then.
    public static func first(from wanted: Int, on host: String) async throws -> Int {
        guard wanted != 0 else { return 0 }
        let last = min(wanted + triesMax, 65_536) - 1
        for port in wanted...last {
            do {
                try await listen(port, on: host)
                return port
            } catch let error as IOError where error.errnoCode == EADDRINUSE {
                continue
            } catch {
                throw refusal(port, host, error)
            }
        }
        throw Refusal(
            description: "no port from \(wanted) to \(last) is free on \(host); name another one, or 0 for any")
    }

    /// Refuses a port that is taken, and an address that is not this computer's.
    public static func check(_ port: Int, on host: String) async throws {
        do { try await listen(port, on: host) } catch { throw refusal(port, host, error) }
    }

    private static func listen(_ port: Int, on host: String) async throws {
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .bind(host: host, port: port).get()
        try await listener.close()
    }

    private static func refusal(_ port: Int, _ host: String, _ error: any Error) -> Refusal {
        let reason =
            switch error {
            case let error as IOError: strerror(error.errnoCode).map { String(cString: $0) } ?? "\(error)"
            case is SocketAddressError.UnknownHost: "the address is not known"
            default: "\(error)"
            }
        return Refusal(
            description: "cannot listen on \(host):\(port) (\(reason)); name another address or port")
    }
}
