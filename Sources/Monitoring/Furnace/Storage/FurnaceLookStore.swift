import Kernel
import Persistence

/// When each furnace was looked at last, as the number of that look.
enum FurnaceLookStore {
    /// An outlet whose look is due, with its last one.
    struct Due: Hashable, Sendable {
        let place: JudgedPlace
        /// Nil when it was never looked at, or its limits changed since.
        let last: Int64?
    }

    /// Outlets with a limit of furnace temperature whose last look was an earlier one, in their order.
    static func due(_ look: Int64, limit: Int, in access: any ReadAccess) throws -> [Due] {
        try access.rows(
            """
            SELECT s.outlet_id AS outlet_id, MAX(s.enterprise_id) AS enterprise_id, MAX(s.region_code) AS region_code,
              MAX(k.look_no) AS look_no
            FROM monitoring_source s LEFT JOIN monitoring_furnace_look k ON k.outlet_id = s.outlet_id
            WHERE (k.look_no IS NULL OR k.look_no < ?1) AND EXISTS (
              SELECT 1 FROM monitoring_outlet_limit l WHERE l.outlet_id = s.outlet_id AND l.pollutant = ?3)
            GROUP BY s.outlet_id ORDER BY s.outlet_id LIMIT ?2
            """, [.integer(look), .int(limit), .code(PollutantCode.furnaceTemperature)]
        ).map { row in
            Due(
                place: JudgedPlace(
                    outlet: try row.code("outlet_id"), enterprise: try row.code("enterprise_id"),
                    region: try row.code("region_code")),
                last: try row.optional("look_no", Row.int64))
        }
    }

    /// The number of the last day that an outlet's newest look took; nil when none was taken, or it is to be again.
    static func newest(of outlet: OutletID, in access: any ReadAccess) throws -> Int64? {
        try access.row("SELECT look_no FROM monitoring_furnace_look WHERE outlet_id = ?1", [.code(outlet)]).map {
            try $0.int64("look_no") / 2 - 1
        }
    }

    static func note(_ outlet: OutletID, look: Int64, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO monitoring_furnace_look (outlet_id, look_no) VALUES (?1, ?2)
            ON CONFLICT (outlet_id) DO UPDATE SET look_no = excluded.look_no
            """, [.code(outlet), .integer(look)])
    }

    /// Limits changed: the next look takes all days again.
    static func forget(_ outlet: OutletID, in access: any WriteAccess) throws {
        try access.execute("DELETE FROM monitoring_furnace_look WHERE outlet_id = ?1", [.code(outlet)])
    }

    /// Outlets that wait for nothing but the next look.
    static func looked(_ access: any ReadAccess) throws -> Set<OutletID> {
        Set(try access.rows("SELECT outlet_id FROM monitoring_furnace_look").map { try $0.code("outlet_id") })
    }
}
