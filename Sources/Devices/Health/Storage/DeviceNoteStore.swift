import Kernel
import Persistence

/// Small things noted of a device: how often frames came again with the same bytes, and what it says of itself.
enum DeviceNoteStore {
    static func addRepeats(
        _ times: Int, of device: DeviceNumber, hour: Instant, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO devices_repeat (device_number, hour_ms, times) VALUES (?1, ?2, ?3)
            ON CONFLICT (device_number, hour_ms) DO UPDATE SET times = devices_repeat.times + excluded.times
            """, [.code(device), .instant(hour), .int(times)])
    }

    static func repeats(
        of device: DeviceNumber, since hour: Instant, in access: any ReadAccess
    ) throws -> Int {
        try access.row(
            """
            SELECT COALESCE(SUM(times), 0) AS times FROM devices_repeat WHERE device_number = ?1 AND hour_ms >= ?2
            """, [.code(device), .instant(hour)]
        )?.int("times") ?? 0
    }

    /// Keeps what was said last under each name.
    static func say(_ identity: DeviceIdentity, outlet: OutletID, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO devices_identity (outlet_id, name, value, at_ms) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (outlet_id, name) DO UPDATE SET value = excluded.value, at_ms = excluded.at_ms
            WHERE excluded.at_ms >= devices_identity.at_ms
            """, [.code(outlet), .text(identity.name), .text(identity.value), .instant(identity.at)])
    }

    static func said(by outlet: OutletID, in access: any ReadAccess) throws -> [DeviceIdentity] {
        try access.rows(
            "SELECT name, value, at_ms FROM devices_identity WHERE outlet_id = ?1 ORDER BY name LIMIT ?2",
            [.code(outlet), .int(DeviceIdentity.namesMax)]
        ).map {
            DeviceIdentity(name: try $0.text("name"), value: try $0.text("value"), at: try $0.instant("at_ms"))
        }
    }
}
