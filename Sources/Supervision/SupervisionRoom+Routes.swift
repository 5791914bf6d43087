import Facts
import Kernel
import Persistence
public import Web

extension SupervisionRoom {
    /// The list of cases, a case, and one address for each action.
    public var routes: [Route] {
        let readers = Permission.roles([.cityOfficer, .branchOfficer, .enterpriseManager])
        let reading = [
            Route(.get, "/cases", summary: Phrase("案件列表", "the list of cases"), permission: readers) { visit in
                .page(try await listPage(visit))
            },
            Route(.get, "/cases/{case}", summary: Phrase("一个案件", "one case"), permission: readers) { visit in
                .page(try await casePage(visit))
            },
        ]
        return reading + CaseAction.allCases.map { action in route(of: action, for: readers) }
    }

    /// How many cases a page of the list shows.
    private static let listLimit = 50

    private func route(of action: CaseAction, for readers: Permission) -> Route {
        Route(
            .post, "/cases/{case}/\(action.rawValue)", summary: action.phrase, permission: readers,
            fields: CaseForm.fields(of: action),
            onRefusal: { visit in .page(try await casePage(visit)) },
            handler: { visit in
                let id: CaseID = try visit.code("case")
                try await take(
                    action, on: id, seenStep: Int(visit.form[CaseForm.seenStep] ?? "") ?? -1,
                    form: visit.form.filter { $0.key != CaseForm.seenStep }, by: try visit.signedIn(), at: visit.now)
                return .redirect("/cases/\(id)")
            })
    }

    private func casePage(_ visit: Visit) async throws -> CasePage {
        let id: CaseID = try visit.code("case")
        let actor = try visit.signedIn()
        let (surroundings, rules, now, refused) = (surroundings, rules, visit.now, visit.refused)
        let page = try await database.read { access -> CasePage? in
            guard let subject = try CaseStore.subject(id, scope: actor.scope, in: access),
                let place = try surroundings.place(of: subject.outlet, in: access)
            else { return nil }
            return CasePage(
                subject: subject, place: place,
                evidence: try surroundings.evidence(of: subject.episode, scope: actor.scope, in: access),
                heir: try subject.mergedInto.flatMap { try CaseStore.subject(of: $0, in: access)?.id },
                rules: rules, actor: actor, now: now, refused: refused)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    private func listPage(_ visit: Visit) async throws -> CaseListPage {
        let actor = try visit.signedIn()
        let code = visit.query("state") ?? "open"
        guard let choice = CaseListFilter.all.first(where: { $0.code == code }) else { throw Problem.notFound }
        let filter = CaseFilter(states: choice.states, after: Self.place(visit.query("after")))
        let (surroundings, now) = (surroundings, visit.now)
        return try await database.read { access in
            let found = try CaseStore.page(filter, scope: actor.scope, limit: Self.listLimit + 1, in: access)
            let shown = found.prefix(Self.listLimit)
            let next = found.count > shown.count ? shown.last : nil
            return CaseListPage(
                cases: try shown.compactMap { subject in
                    try surroundings.place(of: subject.outlet, in: access).map { (subject, $0) }
                },
                filter: code,
                next: next.map { "/cases?state=\(code)&after=\($0.openedAt.milliseconds)-\($0.id)" }, now: now)
        }
    }

    /// Reads `MILLISECONDS-CASE`; anything else starts from the newest.
    private static func place(_ text: String?) -> CaseFilter.Place? {
        guard let text, let dash = text.firstIndex(of: "-"), let milliseconds = Int64(text[..<dash]),
            let id = CaseID(String(text[text.index(after: dash)...]))
        else { return nil }
        return CaseFilter.Place(openedAt: Instant(milliseconds: milliseconds), id: id)
    }
}
