import Facts
import Kernel
import Persistence

/// The stored values that a change of limits, adoptions or marks still has to be carried into, newest first.
enum RejudgingStore {
    /// Values of an outlet's factor that wait to be judged again.
    struct Rejudging: Sendable, Equatable {
        let number: Int64
        let place: JudgedPlace
        let pollutant: PollutantCode
        let averaging: MeanPeriod
        let from: Instant
        /// The end of what is left; it moves towards `from`.
        let until: Instant
        /// What has changed.
        let cause: JudgingCause

        /// How many hours are left.
        var hoursLeft: Int { Int(until.milliseconds(since: from) / 3_600_000) }
    }

    static func insert(
        _ hours: Range<Instant>, of pollutant: PollutantCode, _ averaging: MeanPeriod, at place: JudgedPlace,
        because cause: JudgingCause, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO monitoring_rejudging (rejudging_no, outlet_id, pollutant, averaging, from_ms, until_ms,
              enterprise_id, region_code, cause)
            SELECT COALESCE(MAX(rejudging_no), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM monitoring_rejudging
            """,
            [
                .code(place.outlet), .code(pollutant), .text(averaging.rawValue), .instant(hours.lowerBound),
                .instant(hours.upperBound), .code(place.enterprise), .code(place.region),
                .text(cause.rawValue),
            ])
    }

    /// Moves the end of what is left; nothing left ends it.
    static func shrink(_ rejudging: Rejudging, to until: Instant, in access: any WriteAccess) throws {
        if until <= rejudging.from {
            try access.execute(
                "DELETE FROM monitoring_rejudging WHERE rejudging_no = ?1", [.integer(rejudging.number)])
        } else {
            try access.execute(
                "UPDATE monitoring_rejudging SET until_ms = ?2 WHERE rejudging_no = ?1",
                [.integer(rejudging.number), .instant(until)])
        }
    }

    /// Everything that waits, the oldest first.
    static func all(_ access: any ReadAccess) throws -> [Rejudging] {
        try access.rows("SELECT \(columns) FROM monitoring_rejudging ORDER BY rejudging_no").map(rejudging)
    }

    /// What has waited longest.
    static func first(_ access: any ReadAccess) throws -> Rejudging? {
        try access.row("SELECT \(columns) FROM monitoring_rejudging ORDER BY rejudging_no LIMIT 1").map(rejudging)
    }

    private static let columns =
        "rejudging_no, outlet_id, pollutant, averaging, from_ms, until_ms, enterprise_id, region_code, cause"

    private static func rejudging(_ row: Row) throws -> Rejudging {
        Rejudging(
            number: try row.int64("rejudging_no"),
            place: JudgedPlace(
                outlet: try row.code("outlet_id"), enterprise: try row.code("enterprise_id"),
                region: try row.code("region_code")),
            pollutant: try row.code("pollutant"), averaging: try row.choice("averaging"),
            from: try row.instant("from_ms"), until: try row.instant("until_ms"),
            cause: try row.choice("cause"))
    }
}
