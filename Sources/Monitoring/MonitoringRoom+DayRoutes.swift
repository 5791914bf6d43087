import Facts
import Kernel
import Persistence
import Standards
import Web

extension MonitoringRoom {
    /// The daily means of an outlet over a month.
    var dayRoutes: [Route] {
        Route.list(
            "/outlets/{outlet}/days", summary: Phrase("日均值一览", "daily means of an outlet"),
            permission: .roles([.cityOfficer, .branchOfficer, .enterpriseManager]), place: nil
        ) { visit, _ in try await daysPage(visit) }
    }

    private static let daysShown: Int64 = 30

    private func daysPage(_ visit: Visit) async throws -> OutletDaysPage {
        let id: OutletID = try visit.code("outlet")
        let (scope, today) = (try visit.signedIn().scope, visit.now.civil.date)
        let days = today.adding(days: 1 - Self.daysShown)...today
        let room = self
        let page = try await database.read { access -> OutletDaysPage? in
            guard let outlet = try room.directory.outlet(id, scope: scope, in: access) else { return nil }
            let limited = try LimitStore.factors(of: id, in: access)
            let sent = try HourStore.factors(of: id, period: .day, in: access)
            let codes = limited.filter(sent.contains) + sent.filter { !limited.contains($0) }
            return OutletDaysPage(
                outlet: outlet, days: (0..<Self.daysShown).map { today.adding(days: -$0) },
                factors: try codes.map { try room.dayFactor($0, of: id, days, scope, access) }
                    .filter { !$0.readings.isEmpty },
                furnaceDays: try room.furnaceLines(of: id, days, scope: scope, in: access))
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    private func dayFactor(
        _ code: PollutantCode, of outlet: OutletID, _ days: ClosedRange<CivilDate>, _ scope: Scope,
        _ access: any ReadAccess
    ) throws -> OutletDaysPage.Factor {
        let window = Instant(startOf: days.lowerBound)...Instant(startOf: days.upperBound)
        let readings = try HourStore.readings(
            outlet: outlet, pollutant: code, within: window, newestFirst: true, limit: Int(Self.daysShown),
            scope: scope, period: .day, in: access)
        return OutletDaysPage.Factor(
            pollutant: pollutant(code), limits: try LimitStore.limits(outlet: outlet, pollutant: code, in: access),
            readings: Dictionary(readings.map { ($0.hour.civil.date, $0) }, uniquingKeysWith: { first, _ in first }),
            episodes: try EpisodeStore.standing(
                outlet: outlet, pollutant: code, period: .day, from: window.lowerBound, to: window.upperBound,
                in: access))
    }
}
