import HJ212
import Kernel
import Persistence

extension FrameStore {
    /// The data times of an outlet's frames of a command, each once, from `from` up to and without `to`.
    static func dataTimes(
        of outlet: OutletID, command: Command, from: Instant, to: Instant, in access: any ReadAccess
    ) throws -> [Instant] {
        guard from < to else { return [] }
        // Hour by hour, because frames are clustered by hour and then by source.
        return try (FramePlace.hourNumber(of: from)...FramePlace.hourNumber(of: to)).flatMap { hour in
            try access.rows(
                """
                SELECT DISTINCT f.offset_ms AS offset_ms FROM monitoring_source s
                CROSS JOIN monitoring_packed_frame f
                WHERE s.outlet_id = ?1 AND f.source_no = s.source_no AND f.hour_no = ?2 AND f.command = ?3
                """, [.code(outlet), .integer(hour), .int(command.rawValue)]
            ).map { row in
                FramePlace(
                    hourNumber: hour, offset: try row.int64("offset_ms"), command: command, packet: 0
                ).dataTime
            }
        }.filter { from <= $0 && $0 < to }
    }
}
