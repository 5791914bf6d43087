import HJ212
import Kernel
import Persistence

extension FrameStore {
    /// A frame read back.
    struct StoredFrame {
        let source: Int64
        let place: FramePlace
        let version: Int
        let batch: Int64
        let receivedAt: Instant
        /// As received; nil when the row cannot be unpacked, which is damage.
        let bytes: [UInt8]?
    }

    // The joins of this store are CROSS JOINs, which SQLite takes in the order they are written: the sources of an
    // outlet first. By itself it begins with the hour and walks through the frames of the whole city in it.

    /// The frames of an outlet in one hour, as far as they are in sight: of one command, or of all, in order.
    static func forEach(
        outlet: OutletID, hour: Int64, command: Command? = nil, scope: Scope, shelf: inout LayoutShelf,
        in access: any ReadAccess, _ body: (StoredFrame) throws -> Void
    ) throws {
        let condition = ScopeCondition(scope, first: 5, table: "s.")
        let rows = try access.rows(
            """
            SELECT \(columns) FROM monitoring_source s
            CROSS JOIN monitoring_packed_frame f
            WHERE s.outlet_id = ?1 AND f.source_no = s.source_no AND f.hour_no = ?2 AND f.command BETWEEN ?3 AND ?4
              AND (\(condition.sql))
            ORDER BY f.source_no, f.command, f.offset_ms, f.packet, f.version
            """,
            [
                .code(outlet), .integer(hour), .int(command?.rawValue ?? 0), .int(command?.rawValue ?? .max),
            ] + condition.arguments)
        for row in rows { try body(frame(row, &shelf, access)) }
    }

    /// Every frame, batch by batch, each batch in its own order. The engine sorts outside of memory.
    static func forEachInBatchOrder(
        _ access: any ReadAccess, _ body: (StoredFrame) throws -> Void
    ) throws {
        var shelf = LayoutShelf()
        try access.forEachRow(
            """
            SELECT \(columns) FROM monitoring_packed_frame f ORDER BY f.batch_sequence, f.batch_position
            """, []
        ) { row in try body(frame(row, &shelf, access)) }
    }

    /// The bytes of a frame of an outlet, when it is in sight and its data time lies in one of these hours. The newest
    /// hours are searched first.
    static func raw(
        _ digest: Digest256, outlet: OutletID, hours: ClosedRange<Int64>, scope: Scope, in access: any ReadAccess
    ) throws -> FoundFrame? {
        var shelf = LayoutShelf()
        var found: FoundFrame?
        for hour in hours.reversed() where found == nil {
            try forEach(outlet: outlet, hour: hour, scope: scope, shelf: &shelf, in: access) { frame in
                guard found == nil, let bytes = frame.bytes, Digest256(of: bytes) == digest else { return }
                found = FoundFrame(
                    bytes: bytes, receivedAt: frame.receivedAt, source: frame.source, outlet: outlet, hour: hour)
            }
        }
        return found
    }

    /// A frame that was looked for, and where it lies.
    struct FoundFrame {
        let bytes: [UInt8]
        let receivedAt: Instant
        let source: Int64
        let outlet: OutletID
        let hour: Int64
    }

    /// The dialect that the device of a frame showed by then: what its frames of the hour that had come together say.
    static func dialect(around found: FoundFrame, scope: Scope, in access: any ReadAccess) throws -> HJ212.Dialect {
        var shelf = LayoutShelf()
        var frames: [(receivedAt: Instant, bytes: [UInt8])] = []
        try forEach(outlet: found.outlet, hour: found.hour, scope: scope, shelf: &shelf, in: access) { frame in
            guard frame.source == found.source, frame.receivedAt <= found.receivedAt, let bytes = frame.bytes else {
                return
            }
            frames.append((frame.receivedAt, bytes))
        }
        var memory = DialectMemory()
        for (_, bytes) in frames.sorted(by: { $0.receivedAt < $1.receivedAt }).suffix(DialectMemory.frameCountMax) {
            if let frame = Frame(stored: bytes) { memory.observe(HeardFrame(frame)) }
        }
        return memory.dialect
    }

    /// How often an hour's frame was sent: more than one means versions. Packets of one split frame count once.
    static func versionCount(ofHour hour: Instant, outlet: OutletID, in access: any ReadAccess) throws -> Int {
        try access.row(
            """
            SELECT COUNT(*) AS versions FROM monitoring_source s
            CROSS JOIN monitoring_packed_frame f
            WHERE s.outlet_id = ?1 AND f.source_no = s.source_no AND f.hour_no = ?2 AND f.command = ?3
            GROUP BY f.packet ORDER BY versions DESC LIMIT 1
            """,
            [
                .code(outlet), .integer(FramePlace.hourNumber(of: hour)), .int(Command.hourValues.rawValue),
            ]
        )?.int("versions") ?? 0
    }

    /// A row whose numbers no frame can have: the file is damaged.
    struct DamagedRow: Error, CustomStringConvertible {
        let description: String
    }

    private static let columns = """
        f.hour_no AS hour_no, f.source_no AS source_no, f.command AS command, f.offset_ms AS offset_ms, \
        f.packet AS packet, f.version AS version, f.batch_sequence AS batch_sequence, f.delay_ms AS delay_ms, \
        f.layout_no AS layout_no, f.body AS body
        """

    /// The hours of the years 1 to 9999, which a data time has, and the milliseconds between any two of them.
    private static let hours: ClosedRange<Int64> = -20_000_000...80_000_000
    private static let delays: ClosedRange<Int64> = -360_000_000_000_000...360_000_000_000_000

    private static func frame(
        _ row: Row, _ shelf: inout LayoutShelf, _ access: any ReadAccess
    ) throws -> StoredFrame {
        let place = FramePlace(
            hourNumber: try row.int64("hour_no"), offset: try row.int64("offset_ms"),
            command: Command(try row.int("command")), packet: try row.int("packet"))
        let source = try row.int64("source_no")
        let delay = try row.int64("delay_ms")
        guard hours.contains(place.hourNumber), delays.contains(delay) else {
            throw DamagedRow(
                description: "a frame of source \(source) has the hour \(place.hourNumber), delay \(delay) ms")
        }
        let packed = PackedFrame(layout: try row.int("layout_no"), body: try row.blob("body"))
        let isVerbatim = packed.layout == PackedFrame.verbatim
        let layouts = isVerbatim ? [:] : try shelf.layouts(of: source, in: access)
        return StoredFrame(
            source: source, place: place, version: try row.int("version"), batch: try row.int64("batch_sequence"),
            receivedAt: place.dataTime.adding(milliseconds: delay),
            bytes: packed.unpacked(at: place.dataTime, with: layouts))
    }
}
