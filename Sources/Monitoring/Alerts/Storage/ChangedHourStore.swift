import Facts
import Kernel
import Persistence

/// Hours whose values or limits changed and whose alerts wait to be looked at: one row for each factor of an outlet,
/// from its first to its last such hour.
enum ChangedHourStore {
    /// One factor of an outlet with the hours that wait.
    struct Changed: Hashable, Sendable {
        let place: JudgedPlace
        let pollutant: PollutantCode
        let hours: ClosedRange<Instant>
    }

    /// Notes an hour, or a day of a stack, whose effective value changed. What decides matters only where something was
    /// computed in its place, or is to be; of incinerators all of it does.
    ///
    /// - Parameters:
    ///   - isBare: Whether a value came as measured only or set by hand, or went.
    ///   - looked: The hours of a stack that were looked through already.
    static func note(
        _ hour: Instant, of pollutant: PollutantCode, _ period: MeanPeriod, at station: Station, isBare: Bool,
        looked: Range<Instant>?, in access: any WriteAccess
    ) throws {
        guard period == .hour || station.isStack else { return }
        if station.isStack {
            guard HourHoles.concerns(pollutant), let looked, looked.contains(hour),
                try isBare && period == .hour || decidesByDay(pollutant, at: station, on: hour.civil.date, access)
                    || !AlertStore.standing(
                        outlet: station.outlet, pollutant: pollutant, period: period, in: hour...hour, access
                    ).isEmpty
            else { return }
        }
        try widen(hour...hour.adding(hours: period.hours - 1), of: pollutant, at: station.place, in: access)
    }

    private static func decidesByDay(
        _ pollutant: PollutantCode, at station: Station, on day: CivilDate, _ access: any ReadAccess
    ) throws -> Bool {
        try LimitStore.limits(outlet: station.outlet, pollutant: pollutant, in: access).decidesByDay(on: day)
    }

    /// Notes those of these hours of a stack that were looked through already, for its limited factors or one of them.
    static func note(
        _ hours: ClosedRange<Instant>, of wanted: PollutantCode? = nil, atStack place: JudgedPlace,
        in access: any WriteAccess
    ) throws {
        guard let looked = try HoleLookStore.hours(of: place.outlet, in: access), !looked.isEmpty else { return }
        let first = max(hours.lowerBound, looked.lowerBound)
        let last = min(hours.upperBound, looked.upperBound.adding(hours: -1))
        guard first <= last else { return }
        for pollutant in try wanted.map({ [$0] }) ?? LimitStore.factors(of: place.outlet, in: access)
        where HourHoles.concerns(pollutant) {
            try widen(first...last, of: pollutant, at: place, in: access)
        }
    }

    /// Notes hours of a factor beside those that wait already.
    static func widen(
        _ hours: ClosedRange<Instant>, of pollutant: PollutantCode, at place: JudgedPlace,
        in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO monitoring_changed_hour (outlet_id, pollutant, first_hour_ms, last_hour_ms, enterprise_id,
              region_code)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (outlet_id, pollutant) DO UPDATE SET
              first_hour_ms = CASE WHEN excluded.first_hour_ms < monitoring_changed_hour.first_hour_ms
                THEN excluded.first_hour_ms ELSE monitoring_changed_hour.first_hour_ms END,
              last_hour_ms = CASE WHEN excluded.last_hour_ms > monitoring_changed_hour.last_hour_ms
                THEN excluded.last_hour_ms ELSE monitoring_changed_hour.last_hour_ms END
            """,
            [
                .code(place.outlet), .code(pollutant), .instant(hours.lowerBound), .instant(hours.upperBound),
                .code(place.enterprise), .code(place.region),
            ])
    }

    /// What can be looked at: the first hour is over by now.
    static func due(by now: Instant, limit: Int, in access: any ReadAccess) throws -> [Changed] {
        try access.rows(
            "SELECT \(columns) FROM monitoring_changed_hour WHERE first_hour_ms <= ?1 ORDER BY first_hour_ms LIMIT ?2",
            [.instant(now.adding(hours: -1)), .int(limit)]
        ).map(changed)
    }

    static func all(_ access: any ReadAccess) throws -> [Changed] {
        try access.rows("SELECT \(columns) FROM monitoring_changed_hour ORDER BY outlet_id, pollutant").map(changed)
    }

    static func remove(_ changed: Changed, in access: any WriteAccess) throws {
        try access.execute(
            "DELETE FROM monitoring_changed_hour WHERE outlet_id = ?1 AND pollutant = ?2",
            [.code(changed.place.outlet), .code(changed.pollutant)])
    }

    private static let columns = "outlet_id, pollutant, first_hour_ms, last_hour_ms, enterprise_id, region_code"

    private static func changed(_ row: Row) throws -> Changed {
        let first = try row.instant("first_hour_ms")
        return Changed(
            place: JudgedPlace(
                outlet: try row.code("outlet_id"), enterprise: try row.code("enterprise_id"),
                region: try row.code("region_code")),
            pollutant: try row.code("pollutant"), hours: first...max(first, try row.instant("last_hour_ms")))
    }
}
