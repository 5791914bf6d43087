public import Kernel
public import Persistence

extension MonitoringRoom {
    /// The stored frames of an outlet whose data time lies in the hour that begins at `hour`: bytes and receipt.
    public func frames(
        of outlet: OutletID, hour: Instant, in access: any ReadAccess
    ) throws -> [(bytes: [UInt8], receivedAt: Instant)] {
        try FrameStore.frames(of: outlet, hour: hour, in: access)
    }

    /// How often bytes with a wrong CRC came that claimed this device, counting entries that came last since a moment.
    public func checksumFailures(of device: DeviceNumber, since: Instant, in access: any ReadAccess) throws -> Int {
        try QuarantineStore.times(reason: QuarantineStore.checksumFailure, device: device, since: since, in: access)
    }
}
