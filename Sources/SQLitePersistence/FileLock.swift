import Foundation
import Synchronization

/// Holds a database file for one process: an advisory lock on `FILE.lock`, gone when the process ends, however it ends.
final class FileLock: Sendable {
    /// Guarded by the mutex; nil once released.
    private let held: Mutex<Int32?>

    init(path: String) throws {
        // A link to the file and the file itself are one database, so they share one lock.
        let lockPath = URL(fileURLWithPath: path).resolvingSymlinksInPath().path + ".lock"
        let opened = open(lockPath, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard opened >= 0 else {
            throw DatabaseFileRefusal.cannotOpen(path: lockPath, reason: String(cString: strerror(errno)))
        }
        held = Mutex(opened)
        // From here on the file is closed by `deinit`, also when this throws.
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            throw DatabaseFileRefusal.inUse(path: path)
        }
    }

    deinit { release() }

    /// Lets another process have the file; again is harmless.
    func release() {
        let descriptor = held.withLock { held in
            defer { held = nil }
            return held
        }
        if let descriptor { close(descriptor) }
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
