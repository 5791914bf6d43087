public import HJ212
public import Kernel
public import Persistence

extension MonitoringRoom {
    /// The data times of an outlet's stored frames of a command, from `from` up to and without `to`.
    public func storedDataTimes(
        of outlet: OutletID, command: Command, from: Instant, to: Instant, in access: any ReadAccess
    ) throws -> [Instant] {
        try FrameStore.dataTimes(of: outlet, command: command, from: from, to: to, in: access)
    }
}
