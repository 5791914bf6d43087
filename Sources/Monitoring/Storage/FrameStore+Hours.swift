import Kernel
import Persistence

extension FrameStore {
    /// The stored frames of an outlet whose data time lies in the hour that begins at `hour`, every version and every
    /// command, with when they came.
    static func frames(
        of outlet: OutletID, hour: Instant, in access: any ReadAccess
    ) throws -> [(bytes: [UInt8], receivedAt: Instant)] {
        try access.rows(
            """
            SELECT raw, received_at_ms FROM monitoring_frame
            WHERE outlet_id = ?1 AND command BETWEEN 0 AND 9999 AND data_time_ms >= ?2 AND data_time_ms < ?3
            ORDER BY data_time_ms, command, packet, frame_sha256
            """, [.code(outlet), .instant(hour), .instant(hour.adding(hours: 1))]
        ).map { (try $0.blob("raw"), try $0.instant("received_at_ms")) }
    }
}
