import HJ212
import Kernel
import Persistence

extension FrameStore {
    /// The data times of an outlet's frames of a command, each once, from `from` up to and without `to`.
    static func dataTimes(
        of outlet: OutletID, command: Command, from: Instant, to: Instant, in access: any ReadAccess
    ) throws -> [Instant] {
        try access.rows(
            """
            SELECT DISTINCT data_time_ms FROM monitoring_frame
            WHERE outlet_id = ?1 AND command = ?2 AND data_time_ms >= ?3 AND data_time_ms < ?4
            """, [.code(outlet), .int(command.rawValue), .instant(from), .instant(to)]
        ).map { try $0.instant("data_time_ms") }
    }
}
