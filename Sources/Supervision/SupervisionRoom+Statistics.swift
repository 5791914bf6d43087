import Kernel
import Persistence
import Web

extension SupervisionRoom {
    /// The loop in figures, as a page, as JSON, as tables.
    var statisticsRoutes: [Route] {
        let officers = Permission.roles([.cityOfficer, .branchOfficer])
        return Route.list(
            "/cases/statistics", summary: Phrase("闭环统计", "the loop in figures"), permission: officers,
            query: [
                .filter("from", Phrase("立案起", "Opened from"), .date),
                .filter("to", Phrase("立案止", "Opened until"), .date).ending("from"),
            ], place: nil
        ) { visit, _ in try await statisticsPage(visit) }
    }

    private static let (usualDays, longestDays): (Int64, Int64) = (30, 366)

    private func statisticsPage(_ visit: Visit) async throws -> StatisticsPage {
        let scope = try visit.signedIn().scope
        let (now, today, surroundings, rules) = (visit.now, visit.now.civil.date, surroundings, rules)
        let asked = Self.period(visit.query("from"), visit.query("to"), today: today)
        let (from, to) = asked ?? (today.adding(days: -Self.usualDays), today)
        let isRefused = asked == nil && (visit.query("from") != nil || visit.query("to") != nil)
        return try await database.read { access in
            var statistics = CaseStatistics()
            var regions: [RegionCode: Phrase] = [:]
            try CaseStore.forEach(
                openedFrom: Instant(startOf: from), until: Instant(startOf: to.adding(days: 1)), scope: scope,
                in: access
            ) { subject in
                statistics.count(subject, at: now, rules: rules)
                if regions[subject.region] == nil {
                    regions[subject.region] = try surroundings.place(of: subject.outlet, in: access)?.regionName
                }
            }
            var places: [OutletID: CasePlace] = [:]
            for offender in statistics.offenders {
                places[offender.outlet] = try surroundings.place(of: offender.outlet, in: access)
            }
            return StatisticsPage(
                statistics: statistics, from: from, to: to, places: places, regions: regions,
                isPeriodRefused: isRefused)
        }
    }

    /// The period of an address; nil when it is none.
    private static func period(_ from: String?, _ to: String?, today: CivilDate) -> (CivilDate, CivilDate)? {
        let last = to.flatMap { CivilDate($0) } ?? today
        guard let first = from.flatMap({ CivilDate($0) }), first <= last,
            last.dayNumber - first.dayNumber < longestDays, to == nil || CivilDate(to ?? "") != nil
        else { return nil }
        return (first, last)
    }
}
