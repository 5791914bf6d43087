import Kernel
import Persistence

/// The shapes of recent curves, by which copies are found without comparing everything with everything.
enum ShapeStore {
    /// A stretch of another curve with the same shape.
    struct Match: Hashable, Sendable {
        let outlet: OutletID
        let start: Instant
    }

    /// Keeps the shapes of a day and forgets those of before `oldest`.
    static func keep(
        _ shapes: [CurveShape], of pollutant: PollutantCode, at place: JudgedPlace, in access: any WriteAccess
    ) throws {
        for shape in shapes {
            try access.execute(
                """
                INSERT INTO monitoring_shape (region_code, pollutant, shape_hash, outlet_id, start_hour_ms)
                VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING
                """,
                [
                    .code(place.region), .code(pollutant), .integer(shape.hash), .code(place.outlet),
                    .instant(shape.start),
                ])
        }
    }

    static func forget(before oldest: Instant, of outlet: OutletID, in access: any WriteAccess) throws {
        try access.execute(
            "DELETE FROM monitoring_shape WHERE outlet_id = ?1 AND start_hour_ms < ?2",
            [.code(outlet), .instant(oldest)])
    }

    /// Stretches of the same shape in the region: of other outlets, or of the outlet's own past. A park is not
    /// registered; the region stands for it.
    static func matches(
        of shape: CurveShape, pollutant: PollutantCode, at place: JudgedPlace, since oldest: Instant, limit: Int,
        in access: any ReadAccess
    ) throws -> [Match] {
        try access.rows(
            """
            SELECT outlet_id, start_hour_ms FROM monitoring_shape
            WHERE region_code = ?1 AND pollutant = ?2 AND shape_hash = ?3 AND start_hour_ms BETWEEN ?6 AND ?5
              AND (outlet_id <> ?4 OR start_hour_ms <= ?5 - 3600000 * \(CurveShape.hours))
            ORDER BY start_hour_ms DESC, outlet_id LIMIT ?7
            """,
            [
                .code(place.region), .code(pollutant), .integer(shape.hash), .code(place.outlet),
                .instant(shape.start), .instant(oldest), .int(limit),
            ]
        ).map { Match(outlet: try $0.code("outlet_id"), start: try $0.instant("start_hour_ms")) }
    }
}
