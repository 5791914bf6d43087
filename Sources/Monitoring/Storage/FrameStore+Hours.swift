import HJ212
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

    /// The hour frames of an outlet whose data time lies in this range, one at a time.
    static func forEachHourFrame(
        of outlet: OutletID, in range: Range<Instant>, _ access: any ReadAccess, _ body: (FiledFrame) throws -> Void
    ) throws {
        try access.forEachRow(
            """
            SELECT \(filedColumns) FROM monitoring_frame
            WHERE outlet_id = ?1 AND command = ?2 AND data_time_ms >= ?3 AND data_time_ms < ?4
            """,
            [
                .code(outlet), .int(Command.hourValues.rawValue), .instant(range.lowerBound),
                .instant(range.upperBound),
            ]
        ) { row in try body(filedFrame(row)) }
    }

    /// From the oldest to the newest data time of an outlet's hour frames; nil without one.
    static func hourExtent(of outlet: OutletID, in access: any ReadAccess) throws -> ClosedRange<Instant>? {
        let row = try access.row(
            """
            SELECT MIN(data_time_ms) AS first, MAX(data_time_ms) AS last FROM monitoring_frame
            WHERE outlet_id = ?1 AND command = ?2
            """, [.code(outlet), .int(Command.hourValues.rawValue)])
        guard let row, let first = try row.optional("first", Row.instant),
            let last = try row.optional("last", Row.instant)
        else { return nil }
        return first...last
    }

    /// The newest frames of one command of an outlet, when they are in sight.
    static func newest(
        _ command: Command, outlet: OutletID, scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [FiledFrame] {
        let condition = ScopeCondition(scope, first: 4)
        return try access.rows(
            """
            SELECT \(filedColumns) FROM monitoring_frame
            WHERE outlet_id = ?1 AND command = ?2 AND (\(condition.sql)) ORDER BY data_time_ms DESC LIMIT ?3
            """, [.code(outlet), .int(command.rawValue), .int(limit)] + condition.arguments
        ).map(filedFrame)
    }

    private static let filedColumns =
        "outlet_id, frame_sha256, data_time_ms, command, packet, request_number, raw"

    private static func filedFrame(_ row: Row) throws -> FiledFrame {
        FiledFrame(
            outlet: try row.code("outlet_id"), digest: try row.digest("frame_sha256"),
            dataTime: try row.instant("data_time_ms"), command: try row.int("command"), packet: try row.int("packet"),
            requestNumber: try row.text("request_number"), raw: try row.blob("raw"))
    }
}
