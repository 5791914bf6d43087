import HJ212
import Kernel
import Persistence

/// The frames as received: evidence, every version kept, keyed by data time.
enum FrameStore {
    struct StoredFrame {
        let filing: FrameFiling
        let digest: Digest256
        let station: Station
        let receivedAt: Instant
        let raw: [UInt8]
    }

    /// Where a frame stands in the journalled batches.
    struct BatchPlace {
        let sequence: Int64
        let position: Int
    }

    /// Stores a frame; tells whether it was new.
    static func insert(_ frame: StoredFrame, at place: BatchPlace, in access: any WriteAccess) throws -> Bool {
        let changed = try access.execute(
            """
            INSERT INTO monitoring_frame (data_time_ms, outlet_id, command, packet, frame_sha256, request_number,
              enterprise_id, region_code, received_at_ms, batch_sequence, batch_position, raw)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            ON CONFLICT (data_time_ms, outlet_id, command, packet, frame_sha256) DO NOTHING
            """,
            [
                .instant(frame.filing.dataTime), .code(frame.station.outlet), .int(frame.filing.command.rawValue),
                .int(frame.filing.packet), .digest(frame.digest), .text(frame.filing.requestNumber),
                .code(frame.station.enterprise), .code(frame.station.region), .instant(frame.receivedAt),
                .integer(place.sequence), .int(place.position), .blob(frame.raw),
            ])
        return changed > 0
    }

    /// The bytes of a frame of an outlet, when it is in sight.
    static func raw(
        _ digest: Digest256, outlet: OutletID, scope: Scope, in access: any ReadAccess
    ) throws -> (bytes: [UInt8], receivedAt: Instant)? {
        let condition = ScopeCondition(scope, first: 3)
        return try access.row(
            """
            SELECT raw, received_at_ms FROM monitoring_frame
            WHERE outlet_id = ?1 AND frame_sha256 = ?2 AND (\(condition.sql))
            """, [.code(outlet), .digest(digest)] + condition.arguments
        ).map { (try $0.blob("raw"), try $0.instant("received_at_ms")) }
    }

    /// What the newest real-time frame of an outlet says of sulphur dioxide.
    static func newestReading(
        outlet: OutletID, scope: Scope, in access: any ReadAccess
    ) throws -> (time: Instant, value: DecimalNumber?, mark: String?)? {
        let condition = ScopeCondition(scope, first: 3)
        let row = try access.row(
            """
            SELECT raw, data_time_ms FROM monitoring_frame
            WHERE outlet_id = ?1 AND command = ?2 AND (\(condition.sql)) ORDER BY data_time_ms DESC LIMIT 1
            """, [.code(outlet), .int(Command.realTime.rawValue)] + condition.arguments)
        guard let row, let frame = Frame(stored: try row.blob("raw")),
            let factor = frame.factorReadings.first(where: { $0.factor == PollutantCode.sulphurDioxide.text })
        else { return nil }
        let value = (factor[.zsRtd] ?? factor[.rtd]).flatMap { DecimalNumber($0) }
        return (try row.instant("data_time_ms"), value, factor.mark)
    }

    /// How often an hour's frame was sent: more than one means versions. Packets of one split frame count once.
    static func versionCount(ofHour hour: Instant, outlet: OutletID, in access: any ReadAccess) throws -> Int {
        try access.row(
            """
            SELECT COUNT(*) AS versions FROM monitoring_frame
            WHERE outlet_id = ?1 AND command = ?2 AND data_time_ms >= ?3 AND data_time_ms < ?4
            GROUP BY packet ORDER BY versions DESC LIMIT 1
            """,
            [
                .code(outlet), .int(Command.hourValues.rawValue), .instant(hour), .instant(hour.adding(hours: 1)),
            ]
        )?.int("versions") ?? 0
    }

    /// The digests of a batch in their order.
    static func digests(ofBatch sequence: Int64, in access: any ReadAccess) throws -> [[UInt8]] {
        try access.rows(
            "SELECT frame_sha256 FROM monitoring_frame WHERE batch_sequence = ?1 ORDER BY batch_position",
            [.integer(sequence)]
        ).map { try $0.blob("frame_sha256") }
    }

    /// A frame as it is filed.
    struct FiledFrame {
        let outlet: OutletID
        let digest: Digest256
        let dataTime: Instant
        let command: Int
        let packet: Int
        let requestNumber: String
        let raw: [UInt8]

        /// Whether it lies where its own header says.
        func lies(at filing: FrameFiling) -> Bool {
            dataTime == filing.dataTime && command == filing.command.rawValue && packet == filing.packet
                && requestNumber == filing.requestNumber
        }
    }

    /// Every frame, one at a time.
    static func forEach(_ access: any ReadAccess, _ body: (FiledFrame) throws -> Void) throws {
        try access.forEachRow(
            "SELECT outlet_id, frame_sha256, data_time_ms, command, packet, request_number, raw FROM monitoring_frame",
            []
        ) { row in
            try body(
                FiledFrame(
                    outlet: row.code("outlet_id"), digest: row.digest("frame_sha256"),
                    dataTime: row.instant("data_time_ms"), command: row.int("command"), packet: row.int("packet"),
                    requestNumber: row.text("request_number"), raw: row.blob("raw")))
        }
    }
}
