import Facts
import Kernel
import Persistence

/// The five-minute means of furnaces by day: derived from frames, one row for each day that was looked at.
enum FurnaceDayStore {
    /// A day with the place in the journal up to which frames were read.
    struct Row: Hashable, Sendable {
        let outlet: OutletID
        let day: FurnaceDay
        let readUpTo: Int64
    }

    static func save(
        _ day: FurnaceDay, at place: JudgedPlace, readUpTo sequence: Int64, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO monitoring_furnace_day (outlet_id, day_no, means, read_up_to, enterprise_id, region_code)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (outlet_id, day_no) DO UPDATE SET means = excluded.means, read_up_to = excluded.read_up_to
            """,
            [
                .code(place.outlet), .integer(day.day.dayNumber), .blob(try CanonicalJSON.bytes(of: day)),
                .integer(sequence), .code(place.enterprise), .code(place.region),
            ])
    }

    /// The days of an outlet in a range, in order, as far as they are in sight.
    static func days(
        of outlet: OutletID, _ range: ClosedRange<CivilDate>, scope: Scope = .city, in access: any ReadAccess
    ) throws -> [FurnaceDay] {
        let condition = ScopeCondition(scope, first: 4)
        return try access.rows(
            """
            SELECT means FROM monitoring_furnace_day
            WHERE outlet_id = ?1 AND day_no BETWEEN ?2 AND ?3 AND (\(condition.sql)) ORDER BY day_no
            """,
            [
                .code(outlet), .integer(range.lowerBound.dayNumber), .integer(range.upperBound.dayNumber),
            ] + condition.arguments
        ).map { try CanonicalJSON.value(FurnaceDay.self, from: $0.blob("means")) }
    }

    /// From the first to the last day of an outlet; nil without one.
    static func extent(of outlet: OutletID, in access: any ReadAccess) throws -> ClosedRange<CivilDate>? {
        let row = try access.row(
            "SELECT MIN(day_no) AS first, MAX(day_no) AS last FROM monitoring_furnace_day WHERE outlet_id = ?1",
            [.code(outlet)])
        guard let first = try row?.optional("first", Persistence.Row.int64),
            let last = try row?.optional("last", Persistence.Row.int64)
        else { return nil }
        return CivilDate(dayNumber: first)...CivilDate(dayNumber: last)
    }

    static func forEach(_ access: any ReadAccess, _ body: (Row) throws -> Void) throws {
        try access.forEachRow(
            "SELECT outlet_id, means, read_up_to FROM monitoring_furnace_day ORDER BY outlet_id, day_no", []
        ) { row in
            try body(
                Row(
                    outlet: try row.code("outlet_id"),
                    day: try CanonicalJSON.value(FurnaceDay.self, from: row.blob("means")),
                    readUpTo: try row.int64("read_up_to")))
        }
    }
}
