public import HJ212
public import Kernel
public import Persistence

/// Which periods of an outlet's values are stored; filled by `App` from Monitoring.
public protocol StoredPeriods: Sendable {
    /// The data times of a command's frames from `from` up to and without `to`, in any order, each at least once.
    func dataTimes(
        of outlet: OutletID, command: Command, from: Instant, to: Instant, in access: any ReadAccess
    ) throws -> [Instant]
}
