import Facts
import Kernel
import Persistence
import Web

extension GovernanceRoom {
    /// Inspection notices and minutes: written by the office, answered by units, seen by whoever sees the work.
    var directiveRoutes: [Route] {
        let board = Permission.roles([.cityOfficer, .liaison])
        return Route.list(
            "/governance/directives", summary: Phrase("督查和会议事项", "findings of notices and decisions of minutes"),
            permission: board,
            query: [
                .filter("kind", Phrase("文种", "Kind"), among: DirectiveKind.self),
                .filter("state", Phrase("状态", "State"), among: DirectiveItemState.self),
            ], place: nil
        ) { visit, _ in try await directivesPage(visit) }
            + Route.list(
                "/governance/ranking", summary: Phrase("督查通报（单位排名）", "lead units by their evaluation"),
                permission: board, place: nil
            ) { visit, _ in try await rankingPage(visit) }
            + [DirectiveForm.inspection, .minutes].map(issueRoute)
            + [
                Route.page(
                    "/governance/directives/{directive}",
                    summary: Phrase("督查通知或会议纪要", "a notice or minutes with every answer"), permission: board
                ) { visit in try await directivePage(visit) },
                Route(
                    .post, "/governance/directives/{directive}/answer", summary: DirectiveForm.answer.name,
                    permission: board, fields: DirectiveForm.answer.fields,
                    onRefusal: { visit in .page(try await directivePage(visit, refused: .answer)) },
                    handler: answerItem),
                Route(
                    .post, "/governance/directives/{directive}/judge", summary: DirectiveForm.judge.name,
                    permission: .roles([.cityOfficer]), fields: DirectiveForm.judge.fields,
                    onRefusal: { visit in .page(try await directivePage(visit, refused: .judge)) },
                    handler: judgeItem),
            ]
    }

    private func issueRoute(_ form: DirectiveForm) -> Route {
        Route(
            .post, "/governance/directives/\(form.rawValue)", summary: form.name, permission: .roles([.cityOfficer]),
            fields: form.fields, onRefusal: { visit in .page(try await directivesPage(visit, refused: form)) },
            handler: { visit in
                let (person, now, desk) = (try visit.signedIn().person, visit.now, desk)
                let said = Self.said(form, visit.form)
                let key = try await database.write { access in
                    try DirectiveDesk(tasks: desk).issue(
                        said, by: try Self.member(person, desk, access), at: now, in: access)
                }
                return .redirect(key.address)
            })
    }

    private static func said(_ form: DirectiveForm, _ values: [String: String]) -> SaidDirective {
        SaidDirective(
            kind: form == .minutes ? .minutes : .inspection,
            title: values[form == .minutes ? "minutes_title" : "title"] ?? "", unit: values["unit"] ?? "",
            task: values["task"] ?? "", term: values["term"] ?? "",
            heldOn: values["held_on"].flatMap { CivilDate($0) }, participants: values["participants"] ?? "",
            lines: values[form == .minutes ? "decisions" : "findings"] ?? "")
    }

    /// Whoever does something. Refuses somebody who may not sign in.
    static func member(
        _ person: PersonID, _ desk: GovernanceDesk, _ access: any ReadAccess
    ) throws -> UnitMember {
        guard let member = try desk.directory.member(person, in: access) else { throw GovernanceRefusal.unknownPerson }
        return member
    }

    private static func directiveKey(_ visit: Visit) throws -> DirectiveKey {
        guard let key = DirectiveKey(try visit.parameter("directive")) else {
            throw DirectiveRefusal.noSuchDirective
        }
        return key
    }

    private func answerItem(_ visit: Visit) async throws -> Reply {
        let (key, now, desk, form) = (try Self.directiveKey(visit), visit.now, desk, visit.form)
        let (person, item) = (try visit.signedIn().person, form["item"].flatMap { Int($0) } ?? 0)
        let fact = try (form["fact"] ?? "").isEmpty ? nil : Self.fact(form["fact"] ?? "")
        try await database.write { access in
            try DirectiveDesk(tasks: desk).answer(
                item, of: key, with: form["answer"] ?? "", evidence: fact,
                by: try Self.member(person, desk, access), at: now, in: access)
        }
        return .redirect(key.address)
    }

    private static func fact(_ text: String) throws -> Int64 {
        guard let fact = Int64(text) else { throw DirectiveRefusal.noSuchFact }
        return fact
    }

    private func judgeItem(_ visit: Visit) async throws -> Reply {
        let (key, now, desk, form) = (try Self.directiveKey(visit), visit.now, desk, visit.form)
        let (person, item) = (try visit.signedIn().person, form["judged_item"].flatMap { Int($0) } ?? 0)
        let verdict = form["verdict"].flatMap { ReviewVerdict(rawValue: $0) } ?? .returned
        try await database.write { access in
            try DirectiveDesk(tasks: desk).judge(
                item, of: key, as: verdict, note: form["note"] ?? "", by: try Self.member(person, desk, access),
                at: now, in: access)
        }
        return .redirect(key.address)
    }

    private func directivesPage(_ visit: Visit, refused form: DirectiveForm? = nil) async throws -> DirectivesPage {
        let (desk, actor, today) = (desk, try visit.signedIn(), visit.now.civil.date)
        let kind = visit.query("kind").flatMap { DirectiveKind(rawValue: $0) }
        let state = visit.query("state").flatMap { DirectiveItemState(rawValue: $0) }
        let refused = form.flatMap { form in visit.refused.map { (form: form, what: $0) } }
        let (directives, units) = try await database.read { access in
            let sight = try Self.sight(of: actor.person, desk, access)
            return (
                try DirectiveStore.directives(kind: kind, seen: sight, in: access),
                try PolicyStore.organisations(access).keys.sorted()
            )
        }
        let lines = DirectiveLine.all(of: directives, on: today).filter { line in
            state.map { line.state == $0 } ?? true
        }
        return DirectivesPage(
            lines: lines, kind: kind, state: state, isOffice: actor.role == .cityOfficer, units: units,
            refused: refused)
    }

    private func directivePage(_ visit: Visit, refused form: DirectiveForm? = nil) async throws -> DirectivePage {
        let (key, desk, person) = (try Self.directiveKey(visit), desk, try visit.signedIn().person)
        let today = visit.now.civil.date
        let refused = form.flatMap { form in visit.refused.map { (form: form, what: $0) } }
        return try await database.read { access in
            let sight = try Self.sight(of: person, desk, access)
            guard let directive = try DirectiveStore.directive(key, seen: sight, in: access) else {
                throw DirectiveRefusal.noSuchDirective
            }
            let member = try Self.member(person, desk, access)
            let organisations = try PolicyStore.organisations(access)
            // What became a task is reported on and reviewed there.
            let answered = directive.document.setsTasks ? [] : directive.document.items
            let own = answered.filter { organisations[$0.unit] == member.organisation }
                .map { directive.state($0, on: today) }
            let states = answered.map { directive.state($0, on: today) }
            var forms: [DirectiveForm] = own.contains { $0 == .open || $0 == .late } ? [.answer] : []
            if member.role == .cityOfficer, states.contains(.waiting) { forms.append(.judge) }
            let authors = directive.answers.flatMap { [$0.author, $0.judgement?.author ?? ""] }
            var names: [String: String] = [:]
            for person in Set(authors.compactMap { PersonID($0.replacing("person:", with: "")) }) {
                names[person.text] = try desk.directory.name(of: person, in: access)
            }
            return DirectivePage(directive: directive, today: today, forms: forms, refused: refused, names: names)
        }
    }

    /// Items that are not accepted yet, the most urgent first. Decisions that are tasks stand among the tasks.
    static func openItems(
        on today: CivilDate, seen sight: BoardSight = .board, _ access: any ReadAccess
    ) throws -> [DirectiveLine] {
        DirectiveLine.all(of: try DirectiveStore.directives(seen: sight, in: access), on: today)
            .filter { $0.state != .accepted && !$0.directive.document.setsTasks }
            .sorted { ($0.directive.due($0.item), $0.item.unit) < ($1.directive.due($1.item), $1.item.unit) }
    }

    private func rankingPage(_ visit: Visit) async throws -> RankingPage {
        let (desk, person, now) = (desk, try visit.signedIn().person, visit.now)
        return try await database.read { access in
            let sight = try Self.sight(of: person, desk, access)
            let month = try IndicatorStore.frozenMonths(access).first?.month
            let scores = try month.map { try ScoreStore.scores(of: $0, in: sight, access) } ?? []
            let items = DirectiveLine.all(
                of: try DirectiveStore.directives(seen: sight, in: access).filter { !$0.document.setsTasks },
                on: now.civil.date)
            var (units, lights, overdue): ([String], [String: [TaskLight: Int]], [String: Int]) = ([], [:], [:])
            for policy in try desk.shelf.all(in: access) {
                let lines = try Self.lines(of: policy, access, seen: sight)
                units += policy.units.filter { !$0.isCollective && !units.contains($0.name) }.map(\.name)
                for line in lines {
                    for unit in line.task.leadUnits { lights[unit, default: [:]][line.light, default: 0] += 1 }
                }
            }
            // Reports on decisions of minutes are owed like any other, as the cockpit counts them.
            for document in try desk.shelf.everything(in: access) {
                let late = try Self.dueReports(of: document, at: now, seen: sight, access).overdueByUnit
                overdue.merge(late, uniquingKeysWith: +)
            }
            let lines = units.map { unit in
                let own = items.filter { $0.item.unit == unit }.map(\.state)
                return RankingPage.Line(
                    unit: unit, score: scores.first { $0.kind == .unit && $0.subject == unit },
                    lights: lights[unit] ?? [:], reportsOverdue: overdue[unit] ?? 0,
                    itemsOpen: own.count { $0 != .accepted }, itemsOverdue: own.count { $0 == .late })
            }
            return RankingPage(
                month: month, lines: lines.sorted { ($1.points ?? -1, $0.unit) < ($0.points ?? -1, $1.unit) })
        }
    }
}
