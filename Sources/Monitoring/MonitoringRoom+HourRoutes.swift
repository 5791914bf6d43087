import Facts
import HJ212
import Kernel
import Persistence
import Standards
import Web

extension MonitoringRoom {
    /// How an address says a factor.
    static let factorFilter = FormField.filter(
        "factor", Phrase("因子编码", "Code of the factor"), .of(PollutantCode.self, like: "a21026"))

    /// The hourly values of an outlet, as far back as they are kept.
    var hourRoutes: [Route] {
        Route.list(
            "/outlets/{outlet}/hours", summary: Phrase("小时值", "hourly values of an outlet"),
            permission: .roles([.cityOfficer, .branchOfficer, .enterpriseManager]),
            query: [
                Self.factorFilter,
                .filter("from", Phrase("自，缺省为 31 天前", "From this day; 31 days ago unless given"), .date),
                .filter("to", Phrase("至，缺省为今天", "Until this day; today unless given"), .date)
                    .ending("from"),
            ], place: "before", CodeForm(like: "20261128080000") { CivilStamp($0) != nil },
            lines: 168, page: hoursPage)
    }

    private static let (usualDays, longestDays): (Int64, Int64) = (31, 400)

    /// The days that an address asks for: a month until today unless it says otherwise. Refuses more than 400 days.
    private static func period(
        from: CivilDate?, to: CivilDate?, today: CivilDate
    ) throws -> (from: CivilDate, to: CivilDate) {
        let to = to ?? max(from ?? today, today)
        let from = from ?? to.adding(days: -usualDays)
        guard to.dayNumber - from.dayNumber < longestDays else {
            throw Problem(
                status: 422, rule: "MON-HOURS-PERIOD", field: "from",
                what: Phrase("时段超过 \(longestDays) 天", "the time is longer than \(longestDays) days"),
                remedy: Phrase("请缩短时段，或分段查看", "shorten it, or look at one part after another"))
        }
        return (from, to)
    }

    private func hoursPage(_ visit: Visit, rowsMax: Int) async throws -> HourListPage {
        let id: OutletID = try visit.code("outlet")
        let (scope, now, today) = (try visit.signedIn().scope, visit.now, visit.now.civil.date)
        let (from, to) = try Self.period(
            from: visit.query("from").flatMap { CivilDate($0) }, to: visit.query("to").flatMap { CivilDate($0) },
            today: today)
        let wanted = visit.query("factor").flatMap { PollutantCode($0) }
        // Parts are stretches of hours: a gap makes a part shorter, never the list wrong.
        let end = Instant(startOf: min(to, today).adding(days: 1)).adding(hours: -1)
        let before = visit.query("before").flatMap { CivilStamp($0) }
            .map { Instant(milliseconds: $0.millisecondsSince1970).adding(hours: -1) }
        let last = min(before ?? end, end)
        let first = max(last.adding(hours: 1 - Int64(rowsMax)), Instant(startOf: from))
        let room = self
        let page = try await database.read { access -> HourListPage? in
            guard let outlet = try room.directory.outlet(id, scope: scope, in: access) else { return nil }
            let judged = try LimitStore.factors(of: id, in: access)
            let seen = try HourStore.factors(of: id, from: Instant(startOf: from), to: end, in: access)
            let known = judged + seen.filter { !judged.contains($0) }
            // A factor without values in this time is shown without values, not another one in its place.
            let factors = known + [wanted].compactMap(\.self).filter { !known.contains($0) }
            let factor = wanted ?? factors.first
            let limits = try factor.map { try LimitStore.limits(outlet: id, pollutant: $0, in: access) } ?? []
            let hours =
                first > last
                ? []
                : try factor.map { try room.judgedHours(of: $0, outlet, limits, first...last, scope, now, access) }
                    ?? []
            return HourListPage(
                outlet: outlet, pollutant: factor.map(room.pollutant), factors: factors.map(room.pollutant), from: from,
                to: to, hours: hours,
                next: first > Instant(startOf: from) ? visit.address(with: "before", first.civil.digits) : nil)
        }
        guard let page else { throw Problem.notFound }
        return page
    }
}
