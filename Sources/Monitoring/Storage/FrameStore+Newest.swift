import HJ212
import Kernel
import Persistence

extension FrameStore {
    /// How far back the newest reading is looked for, in hours. Design value: as far as the outlet's page shows hours.
    static let newestWithinHours: Int64 = 48

    /// The newest real-time frame of an outlet with its data time, if it is at most `newestWithinHours` old.
    static func newestFrame(
        outlet: OutletID, scope: Scope, now: Instant, memory: NewestHours, in access: any ReadAccess
    ) throws -> (time: Instant, frame: Frame)? {
        // A device's clock may run ahead a little, so the coming hour is looked at too.
        let present = FramePlace.hourNumber(of: now)
        for hour in (memory.firstHour(of: outlet, now: now)...present + 1).reversed() {
            guard let (time, bytes) = try newestRealTime(outlet: outlet, hour: hour, scope: scope, in: access) else {
                continue
            }
            memory.note(hour, of: outlet)
            return bytes.flatMap { Frame(stored: $0) }.map { (time, $0) }
        }
        if scope == .city { memory.noteNothing(of: outlet, now: now) }
        return nil
    }

    private static func newestRealTime(
        outlet: OutletID, hour: Int64, scope: Scope, in access: any ReadAccess
    ) throws -> (time: Instant, bytes: [UInt8]?)? {
        let condition = ScopeCondition(scope, first: 4, table: "s.")
        let row = try access.row(
            """
            SELECT f.source_no AS source_no, f.offset_ms AS offset_ms, f.layout_no AS layout_no, f.body AS body
            FROM monitoring_source s
            CROSS JOIN monitoring_packed_frame f
            WHERE s.outlet_id = ?1 AND f.source_no = s.source_no AND f.hour_no = ?2 AND f.command = ?3
              AND (\(condition.sql)) ORDER BY f.offset_ms DESC, f.version DESC LIMIT 1
            """,
            [.code(outlet), .integer(hour), .int(Command.realTime.rawValue)] + condition.arguments)
        guard let row else { return nil }
        let place = FramePlace(
            hourNumber: hour, offset: try row.int64("offset_ms"), command: .realTime, packet: 0)
        let packed = PackedFrame(layout: try row.int("layout_no"), body: try row.blob("body"))
        var shelf = LayoutShelf()
        let layouts = try shelf.layouts(of: try row.int64("source_no"), in: access)
        return (place.dataTime, packed.unpacked(at: place.dataTime, with: layouts))
    }
}
