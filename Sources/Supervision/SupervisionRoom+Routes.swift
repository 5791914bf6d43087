import Facts
import Kernel
import Persistence
public import Web

extension SupervisionRoom {
    /// The list of cases, a case, and one address for each action.
    public var routes: [Route] {
        let readers = Permission.roles([.cityOfficer, .branchOfficer, .enterpriseManager])
        let list = Route.list(
            "/cases", summary: Phrase("案件列表", "the list of cases"), permission: readers, query: CaseListFilter.fields,
            place: "after", CodeForm(like: "1795000000000-C0001") { Self.place($0) != nil },
            isShared: true, page: listPage)
        let reading = [
            Route.page("/cases/{case}", summary: Phrase("一个案件", "one case"), permission: readers) { visit in
                try await casePage(visit)
            }
        ]
        return list + reading + batchRoutes + paperRoutes + recordRoutes + statisticsRoutes
            + CaseAction.allCases.flatMap { [form(of: $0, for: readers), route(of: $0, for: readers)] }
    }

    /// The form of an action on a page of its own.
    private func form(of action: CaseAction, for readers: Permission) -> Route {
        Route.page(
            "/cases/{case}/\(action.rawValue)",
            summary: Phrase("表单：\(action.phrase.zh)", "form: \(action.phrase.en)"), permission: readers
        ) { visit in try await stepPage(action, visit) }
    }

    private func route(of action: CaseAction, for readers: Permission) -> Route {
        Route(
            .post, "/cases/{case}/\(action.rawValue)", summary: action.phrase, permission: readers,
            fields: CaseForm.fields(of: action),
            onRefusal: { visit in .page(try await refusedPage(action, visit)) },
            handler: { visit in
                let id: CaseID = try visit.code("case")
                let (seenStep, form) = Self.answers(visit)
                try await take(action, on: id, seenStep: seenStep, form: form, by: try visit.signedIn(), at: visit.now)
                return destination(of: action, on: id, visit)
            }
        ).checkingAnswers(
            of: [.enterpriseManager], hiding: [CaseForm.seenStep],
            rehearsing: { visit in
                let (seenStep, form) = Self.answers(visit)
                try await rehearse(
                    action, on: try visit.code("case"), seenStep: seenStep, form: form, by: try visit.signedIn(),
                    at: visit.now)
            })
    }

    /// The step that the sender has seen, and what was written.
    private static func answers(_ visit: Visit) -> (seenStep: Int, form: [String: String]) {
        (Int(visit.form[CaseForm.seenStep] ?? "") ?? -1, visit.form.filter { $0.key != CaseForm.seenStep })
    }

    /// Whoever asked for something beside the duty gets the receipt; everybody else sees the case go on, and an
    /// enterprise the way to its receipt.
    private func destination(of action: CaseAction, on id: CaseID, _ visit: Visit) -> Reply {
        guard action.isOfEnterprise else { return .redirect("/cases/\(id)") }
        let step = (Int(visit.form[CaseForm.seenStep] ?? "") ?? 0) + 1
        let receipt = "/cases/\(id)/receipts/\(step)"
        let isDuty = ClosedLoop.stands.contains { $0.duty == action }
        return isDuty ? .recorded(location: "/cases/\(id)", receipt: receipt) : .redirect(receipt)
    }

    /// The page that the refused form stood on: the case's for its duty, else the form's own. Where the action is no
    /// longer open, because somebody was quicker, the page of the case shows what was typed.
    private func refusedPage(_ action: CaseAction, _ visit: Visit) async throws -> any Page {
        var page = try await casePage(visit)
        guard ClosedLoop.openActions(of: page.subject, by: page.actor.role, at: visit.now).contains(action) else {
            page.unsent = action
            return page
        }
        let isShown = ClosedLoop.duty(of: page.subject)?.action == action
        return isShown ? page : try await stepPage(action, visit)
    }

    private func stepPage(_ action: CaseAction, _ visit: Visit) async throws -> StepPage {
        let page = try await casePage(visit)
        guard ClosedLoop.openActions(of: page.subject, by: page.actor.role, at: visit.now).contains(action) else {
            throw CaseRefusal.wrongState(action: action, state: page.subject.state)
        }
        if action == .refuseData, !page.isRefusable { throw CaseRefusal.notResent }
        if visit.refused == nil,
            let until = ClosedLoop.waits(action, on: page.subject, marked: page.marked, rules: rules)
        {
            throw action == .dismiss ? CaseRefusal.marksOpen(until: until) : .provisional(until: until)
        }
        return StepPage(form: page.stepForm(of: action), place: page.place, rules: rules)
    }

    func casePage(_ visit: Visit) async throws -> CasePage {
        let id: CaseID = try visit.code("case")
        let actor = try visit.signedIn()
        let (surroundings, rules, now, refused) = (surroundings, rules, visit.now, visit.refused)
        let (register, windows, marks) = (officers, markWindows, desk.marks)
        let page = try await database.read { access -> CasePage? in
            guard let subject = try CaseStore.subject(id, scope: actor.scope, in: access),
                let place = try surroundings.place(of: subject.outlet, in: access)
            else { return nil }
            let replaced = try surroundings.replaced(
                CaseDesk.told(of: subject, in: access), at: subject.outlet, in: access)
            return CasePage(
                subject: subject, place: place,
                evidence: try surroundings.evidence(
                    of: subject.gravest.episode, upheldAs: subject.gravest.upheld, scope: actor.scope, in: access),
                heir: try Self.heir(of: subject, in: access),
                officers: try register.officers(of: subject.region, in: access),
                files: try EvidenceStore.files(of: subject.id, in: access), windows: windows,
                claimable: try marks?.windows(of: subject.outlet, in: access),
                marked: try Self.marked(of: subject, for: actor, marks, at: now, in: access),
                replaced: replaced,
                isRefusable: try !CaseDesk.firstTold(of: subject, replaced, in: access).isEmpty,
                answers: try RecordAnswerStore.answers(of: subject.id, in: access),
                news: try CaseNews.read(of: subject.id, in: access), rules: rules, actor: actor, now: now,
                refused: refused)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    /// What was marked of the hours of a case, for whoever may say now what becomes of it.
    private static func marked(
        of subject: SupervisionCase, for actor: Actor, _ marks: (any CaseMarks)?, at now: Instant,
        in access: any ReadAccess
    ) throws -> MarkedHours {
        let actions = ClosedLoop.openActions(of: subject, by: actor.role, at: now)
        guard let marks, actions.contains(.qualify) || actions.contains(.dismiss) else { return MarkedHours() }
        return try marks.marked(
            CaseDesk.told(of: subject, in: access), at: subject.outlet, now: now, in: access)
    }

    /// The case in which a merged case, or what its exceedance grew into, goes on.
    private static func heir(of subject: SupervisionCase, in access: any ReadAccess) throws -> CaseID? {
        if let id = subject.mergedInto { return id }
        guard subject.isWithdrawn, let episode = subject.episodes.compactMap(\.mergedInto).last else { return nil }
        let heir = try CaseStore.subject(of: episode, in: access)?.id
        return heir == subject.id ? nil : heir
    }

    /// The most outlets that a part of a name may stand for. Design value: a province has fewer.
    private static let namedMax = 20_000

    private func listPage(_ visit: Visit, rowsMax: Int) async throws -> CaseListPage {
        let actor = try visit.signedIn()
        let code = visit.query("state") ?? "open"
        guard let choice = CaseListFilter.all.first(where: { $0.code == code }) else { throw Problem.notFound }
        let asked = CaseFilter(
            states: choice.states, after: Self.place(visit.query("after")),
            region: visit.query("region").flatMap { RegionCode($0) },
            outlet: visit.query("outlet").flatMap { OutletID($0) }, text: visit.query("text"),
            openedFrom: visit.query("from").flatMap { CivilDate($0) },
            openedTo: visit.query("to").flatMap { CivilDate($0) })
        let (surroundings, now) = (surroundings, visit.now)
        return try await database.read { access in
            var filter = asked
            filter.named = try filter.text.map { text in
                try surroundings.outlets(named: text, limit: Self.namedMax, in: access)
            }
            let found = try CaseStore.page(filter, scope: actor.scope, limit: rowsMax + 1, in: access)
            let shown = found.prefix(rowsMax)
            let next = found.count > shown.count ? shown.last : nil
            return CaseListPage(
                cases: try shown.compactMap { subject in
                    try surroundings.place(of: subject.outlet, in: access).map { (subject, $0) }
                },
                choice: code, filter: filter, viewer: actor.role,
                regions: surroundings.regions.filter { actor.scope.allows(region: $0.code, enterprise: nil) },
                next: next.map { visit.address(with: "after", "\($0.openedAt.milliseconds)-\($0.id)") }, now: now)
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
