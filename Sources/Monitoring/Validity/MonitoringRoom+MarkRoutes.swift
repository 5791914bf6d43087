import Facts
import Kernel
import Persistence
import Standards
import Web

extension MonitoringRoom {
    /// What an enterprise marks of its outlet, and the statement that there is nothing more to mark.
    var markRoutes: [Route] {
        let readers = Permission.roles([.cityOfficer, .branchOfficer, .enterpriseManager])
        let managers = Permission.roles([.enterpriseManager])
        let list = Route.list(
            "/outlets/{outlet}/marks", summary: Phrase("企业标记", "marks of an outlet"), permission: readers,
            query: [.filter("receipt", Phrase("回执号", "Number of a receipt"), .sequence)], place: "before", .sequence,
            lines: Self.marksShown, page: marksPage)
        return list + [
            Route(
                .post, "/outlets/{outlet}/marks", summary: Phrase("标记时段", "mark hours"), permission: managers,
                fields: MarkForm.state(judge.validity.windows),
                onRefusal: { visit in .page(try await marksPage(visit, rowsMax: Self.marksShown)) },
                handler: { visit in .redirect(try await stateMark(visit)) }
            ).checkingAnswers(
                of: [.enterpriseManager],
                rehearsing: { visit in
                    let state = try marking(visit)
                    try await database.rehearse { access in _ = try state(access) }
                }),
            Route(
                .post, "/outlets/{outlet}/marks/close", summary: Phrase("声明无需标记", "state that nothing is to be marked"),
                permission: managers, fields: MarkForm.close,
                onRefusal: { visit in .page(try await marksPage(visit, rowsMax: Self.marksShown)) },
                handler: { visit in .redirect(try await closeMarks(visit)) }
            ).checkingAnswers(
                of: [.enterpriseManager], rehearsing: { visit in try await database.rehearse(try closing(visit)) }),
        ]
    }

    /// How many marks a part of the list shows; the first one shows as many closings.
    private static let marksShown = 100

    private func marksPage(_ visit: Visit, rowsMax: Int) async throws -> MarksPage {
        let id: OutletID = try visit.code("outlet")
        let actor = try visit.signedIn()
        let receipt = visit.query("receipt").flatMap { Int64($0) }
        let before = visit.query("before").flatMap { Int64($0) }
        let (room, now) = (self, visit.now)
        let page = try await database.read { access -> MarksPage? in
            guard let outlet = try room.directory.outlet(id, scope: actor.scope, in: access) else { return nil }
            let found = try MarkStore.newest(
                outlet: id, before: before, scope: actor.scope, limit: rowsMax + 1, in: access)
            let marks = Array(found.prefix(rowsMax))
            let firsts = try marks.compactMap(\.mark.first).compactMap {
                try MarkStore.mark($0, scope: actor.scope, in: access)
            }
            let given = try receipt.flatMap { try MarkStore.mark($0, scope: actor.scope, in: access) }
            return MarksPage(
                outlet: outlet, marks: marks,
                firsts: Dictionary(firsts.map { ($0.mark.number, $0) }, uniquingKeysWith: { first, _ in first }),
                closings: before != nil
                    ? []
                    : try MarkStore.newestClosings(outlet: id, scope: actor.scope, limit: rowsMax, in: access),
                factors: try LimitStore.factors(of: id, in: access), names: room.pollutant,
                windows: try room.windows(of: outlet, in: access), known: room.judge.validity.windows,
                hourMax: room.judge.validity.markHourMax,
                use: try room.judge.matter.exemptionUse(of: id, now: now, in: access),
                mayMark: actor.role == .enterpriseManager, receipt: given?.outlet == id ? given : nil,
                next: found.count > marks.count
                    ? marks.last.map { visit.address(with: "before", String($0.mark.number)) } : nil, now: now,
                refused: visit.refused)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    private func stateMark(_ visit: Visit) async throws -> String {
        let number = try await database.write(try marking(visit))
        return "/outlets/\(try visit.code("outlet") as OutletID)/marks?receipt=\(number)"
    }

    /// What writes the mark of a visit and returns its number.
    private func marking(_ visit: Visit) throws -> @Sendable (any WriteAccess) throws -> Int64 {
        let id: OutletID = try visit.code("outlet")
        let actor = try visit.signedIn()
        let (room, now, form) = (self, visit.now, visit.form)
        return { access in
            guard let outlet = try room.directory.outlet(id, scope: actor.scope, in: access) else {
                throw MarkRefusal.notFound
            }
            let order = try MarkForm.order(form, windows: try room.windows(of: outlet, in: access), now: now)
            return try room.markDesk.state(order, at: outlet.place, by: actor, now: now, in: access)
        }
    }

    private func closeMarks(_ visit: Visit) async throws -> String {
        try await database.write(try closing(visit))
        return "/outlets/\(try visit.code("outlet") as OutletID)/marks"
    }

    /// What writes that a visitor has nothing more to mark.
    private func closing(_ visit: Visit) throws -> @Sendable (any WriteAccess) throws -> Void {
        let id: OutletID = try visit.code("outlet")
        let actor = try visit.signedIn()
        guard let day = visit.form["day"].flatMap({ CivilDate($0) }) else { throw MarkRefusal.dayMissing }
        let (room, now) = (self, visit.now)
        return { access in try room.closeMarks(of: day, at: id, by: actor, now: now, in: access) }
    }
}
