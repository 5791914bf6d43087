import Foundation

/// Holds a database file for one process: an advisory lock on `FILE.lock`, gone when the process ends, however it ends.
final class FileLock: Sendable {
    private let descriptor: Int32

    init(path: String) throws {
        // A link to the file and the file itself are one database, so they share one lock.
        let lockPath = URL(fileURLWithPath: path).resolvingSymlinksInPath().path + ".lock"
        let opened = open(lockPath, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard opened >= 0 else {
            throw DatabaseFileRefusal.cannotOpen(path: lockPath, reason: String(cString: strerror(errno)))
        }
        descriptor = opened
        // From here on `descriptor` is closed by `deinit`, also when this throws.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw DatabaseFileRefusal.inUse(path: path)
        }
    }

    deinit {
        close(descriptor)
    }
}

/// A database file that this process cannot have.
public enum DatabaseFileRefusal: Error, Equatable, CustomStringConvertible {
    /// Another process serves it.
    case inUse(path: String)
    /// The lock file cannot be opened.
    case cannotOpen(path: String, reason: String)

    public var description: String {
        switch self {
        case .inUse(let path): "\(path) is in use by another jianhu process; stop that one first, or name another file"
        case .cannotOpen(let path, let reason): "\(path) cannot be opened (\(reason)); check the folder and its rights"
        }
    }
}
