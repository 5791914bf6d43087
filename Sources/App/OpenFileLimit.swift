import Foundation

/// How many files and connections this process may have open at once.
public enum OpenFileLimit {
    /// The system allows fewer than are needed.
    public struct Refusal: Error, Equatable, CustomStringConvertible {
        public let description: String
    }

    /// What the program needs beside connections of devices: web visitors, the database, logs. Design value.
    static let reserve = 512

    /// Makes room for that many connections of devices beside everything else: raises the process's own limit as far as
    /// needed, and refuses when the system's limit for it is lower.
    ///
    /// - Parameter setting: what the person who is refused can lower.
    public static func makeRoom(
        forConnections connections: Int, of setting: String = "gateway.connectionsMax"
    ) throws {
        let needed = rlim_t(connections + reserve)
        var limit = rlimit()
        guard getrlimit(openFiles, &limit) == 0, limit.rlim_cur < needed else { return }
        let allowed = limit.rlim_max
        limit.rlim_cur = needed
        guard needed <= allowed, setrlimit(openFiles, &limit) == 0 else {
            throw Refusal(
                description: "\(setting) \(connections) needs \(needed) open files, but this process may "
                    + "have \(allowed); raise that (ulimit -Hn, or LimitNOFILE= of the service) or lower the setting")
        }
    }

    #if os(Linux)
        private static let openFiles = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
        private static let openFiles = RLIMIT_NOFILE
    #endif
}
