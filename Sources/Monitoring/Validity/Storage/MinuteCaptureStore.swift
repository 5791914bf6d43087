import Facts
import Kernel
import Persistence

/// The counted minutes of hours that bear on episodes: derived from frames, one row for an hour of an outlet.
enum MinuteCaptureStore {
    /// What is kept of one factor.
    private struct Line: Codable {
        let pollutant: PollutantCode
        let capture: MinuteCapture
    }

    static func save(
        _ counted: MinuteCounting.Counted, _ hour: Instant, of outlet: OutletID, in access: any WriteAccess
    ) throws {
        let lines = counted.sorted { $0.key < $1.key }.map { Line(pollutant: $0.key, capture: $0.value) }
        try access.execute(
            """
            INSERT INTO monitoring_minute_capture (outlet_id, hour_ms, captures) VALUES (?1, ?2, ?3)
            ON CONFLICT (outlet_id, hour_ms) DO UPDATE SET captures = excluded.captures
            """, [.code(outlet), .instant(hour), .blob(try CanonicalJSON.bytes(of: lines))])
    }

    /// The counted hours of an outlet in a range.
    static func hours(
        of outlet: OutletID, _ range: ClosedRange<Instant>, in access: any ReadAccess
    ) throws -> [Instant: MinuteCounting.Counted] {
        let rows = try access.rows(
            """
            SELECT hour_ms, captures FROM monitoring_minute_capture
            WHERE outlet_id = ?1 AND hour_ms BETWEEN ?2 AND ?3
            """, [.code(outlet), .instant(range.lowerBound), .instant(range.upperBound)])
        return Dictionary(
            try rows.map { (try $0.instant("hour_ms"), try counted($0)) }, uniquingKeysWith: { first, _ in first })
    }

    static func forEach(
        _ access: any ReadAccess, _ body: (OutletID, Instant, MinuteCounting.Counted) throws -> Void
    ) throws {
        try access.forEachRow(
            "SELECT outlet_id, hour_ms, captures FROM monitoring_minute_capture ORDER BY outlet_id, hour_ms", []
        ) { row in try body(row.code("outlet_id"), row.instant("hour_ms"), counted(row)) }
    }

    private static func counted(_ row: Row) throws -> MinuteCounting.Counted {
        let lines = try CanonicalJSON.value([Line].self, from: row.blob("captures"))
        return Dictionary(lines.map { ($0.pollutant, $0.capture) }, uniquingKeysWith: { first, _ in first })
    }
}
