import HJ212
import Kernel
import Persistence

/// The devices whose frames are believed on a foreign check.
enum DeviceCheckStore {
    /// The foreign check a device may use; nil when only that of the standard counts.
    static func accepted(of device: DeviceNumber, in access: any ReadAccess) throws -> CRCVariant? {
        try access.row("SELECT crc FROM monitoring_device_check WHERE device_number = ?1", [.code(device)])?
            .choice("crc")
    }

    /// Allows a device one foreign check, or none.
    static func accept(
        _ variant: CRCVariant?, of device: DeviceNumber, at now: Instant, in access: any WriteAccess
    ) throws {
        try access.execute("DELETE FROM monitoring_device_check WHERE device_number = ?1", [.code(device)])
        guard let variant else { return }
        try access.execute(
            "INSERT INTO monitoring_device_check (device_number, crc, set_at_ms) VALUES (?1, ?2, ?3)",
            [.code(device), .text(variant.rawValue), .instant(now)])
    }

    /// An arrival as it is, but for a stretch that is a frame of a device which may use a foreign check.
    static func believed(_ arrival: FrameArrival, in access: any ReadAccess) throws -> FrameArrival {
        guard case .quarantined(let stretch) = arrival.event, let frame = try frame(believing: stretch, in: access)
        else { return arrival }
        return FrameArrival(event: .accepted(frame), receivedAt: arrival.receivedAt, remote: arrival.remote)
    }

    /// The frame that a stretch is when its device may use the foreign check that proves it; nil otherwise.
    private static func frame(believing stretch: RejectedStretch, in access: any ReadAccess) throws -> Frame? {
        guard case .foreignCRC(let variant) = stretch.reason, let reading = stretch.reading,
            let device = reading.header.mn.flatMap({ DeviceNumber($0) }),
            try accepted(of: device, in: access) == variant
        else { return nil }
        return Frame(stored: stretch.bytes)
    }
}
