import Facts
import Kernel
public import Persistence
import Standards
import Web

extension MonitoringRoom {
    /// How many hours of all outlets wait to be judged or read again since a limit or a unit was changed.
    public static func hoursLeftToJudge(in access: any ReadAccess) throws -> Int {
        try RejudgingStore.all(access).reduce(0) { $0 + $1.hoursLeft }
            + RereadingStore.all(access).reduce(0) { $0 + $1.hoursLeft }
    }

    /// An outlet's limits, the defaults of its trade, and what officers record.
    var limitRoutes: [Route] {
        let officers = Permission.roles([.cityOfficer, .branchOfficer])
        let readers = Permission.roles([.cityOfficer, .branchOfficer, .enterpriseManager])
        let list = Route.list(
            "/outlets/{outlet}/limits", summary: Phrase("排放限值", "limits of an outlet"), permission: readers,
            query: LimitsPage.query, place: nil
        ) { visit, _ in try await limitsPage(visit) }
        return list + [
            Route(
                .post, "/outlets/{outlet}/limits", summary: Phrase("登记限值", "record a limit"), permission: officers,
                fields: LimitForm.record, onRefusal: { visit in .page(try await limitsPage(visit)) },
                handler: { visit in .redirect(try await recordLimit(visit)) }),
            Route(
                .post, "/outlets/{outlet}/limits/end", summary: Phrase("终止限值", "end a limit"), permission: officers,
                fields: LimitForm.end, onRefusal: { visit in .page(try await limitsPage(visit)) },
                handler: { visit in .redirect(try await endLimit(visit)) }
            ).confirming { visit in try await endOfLimit(visit) },
        ]
    }

    private func limitsPage(_ visit: Visit) async throws -> LimitsPage {
        let id: OutletID = try visit.code("outlet")
        let actor = try visit.signedIn()
        let room = self
        let page = try await database.read { access -> LimitsPage? in
            guard let outlet = try room.directory.outlet(id, scope: actor.scope, in: access) else { return nil }
            let left = try RejudgingStore.all(access).filter { $0.place.outlet == id }.reduce(0) { $0 + $1.hoursLeft }
            return LimitsPage(
                outlet: outlet, limits: try LimitStore.history(of: id, in: access),
                search: LimitsPage.Search(visit, isStack: outlet.isStack), standards: room.standards,
                names: room.pollutant, hoursLeft: left, mayRecord: actor.role != .enterpriseManager,
                prefilled: LimitsPage.prefilled(visit), refused: visit.refused)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    private func recordLimit(_ visit: Visit) async throws -> String {
        let id: OutletID = try visit.code("outlet")
        let actor = try visit.signedIn()
        let draft = LimitForm.draft(visit.form)
        let (room, now) = (self, visit.now)
        try await database.write { access in
            guard let outlet = try room.directory.outlet(id, scope: actor.scope, in: access) else {
                throw LimitRefusal.notFound
            }
            let order = try LimitOrder(
                draft, isStack: outlet.isStack, table: room.factors.table, standards: room.standards.limits,
                today: now.civil.date)
            try room.limitDesk.record(order, at: outlet.place, by: .person(actor.person), now: now, in: access)
        }
        return "/outlets/\(id)/limits"
    }

    /// Which limit is to end, and what follows of it. Refuses what the desk would refuse.
    private func endOfLimit(_ visit: Visit) async throws -> Asked {
        let id: OutletID = try visit.code("outlet")
        let actor = try visit.signedIn()
        guard let number = visit.form["limit"].flatMap({ Int64($0) }) else { throw LimitRefusal.unknownLimit }
        let (room, today) = (self, visit.now.civil.date)
        let lastDay = visit.form["last_day"].flatMap { CivilDate($0) }
        let known = try await database.read { access -> LimitStore.Recorded in
            guard let outlet = try room.directory.outlet(id, scope: actor.scope, in: access) else {
                throw LimitRefusal.notFound
            }
            let known = try LimitDesk.limit(number, at: outlet.outlet, in: access)
            try LimitDesk.checkEnd(of: known, on: lastDay, today: today)
            return known
        }
        return LimitForm.asked(known, named: pollutant(known.pollutant).name, lastDay: lastDay)
    }

    private func endLimit(_ visit: Visit) async throws -> String {
        let id: OutletID = try visit.code("outlet")
        let actor = try visit.signedIn()
        guard let number = visit.form["limit"].flatMap({ Int64($0) }) else { throw LimitRefusal.unknownLimit }
        let lastDay = visit.form["last_day"].flatMap { CivilDate($0) }
        let (room, now, reason) = (self, visit.now, visit.form["reason"] ?? "")
        try await database.write { access in
            guard let outlet = try room.directory.outlet(id, scope: actor.scope, in: access) else {
                throw LimitRefusal.notFound
            }
            try room.limitDesk.end(
                number, on: lastDay, because: reason, at: outlet.place, by: .person(actor.person), now: now,
                in: access)
        }
        return "/outlets/\(id)/limits"
    }
}

extension OutletSummary {
    /// Where its values are judged.
    var place: JudgedPlace { JudgedPlace(outlet: outlet, enterprise: enterprise, region: region) }
}
