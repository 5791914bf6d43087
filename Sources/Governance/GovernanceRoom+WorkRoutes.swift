import Facts
import Kernel
import Persistence
import Web

extension GovernanceRoom {
    private static let workers = Permission.roles([.cityOfficer, .liaison])
    private static let office = Permission.roles([.cityOfficer])

    /// What lead units, the office and the leading group work with.
    var workRoutes: [Route] {
        [
            Route.page(
                "/governance", summary: Phrase("政策推进总览", "the policy at a glance"),
                permission: Self.workers, query: [.filter("document", Phrase("政策", "Policy"), .text(max: 32))]
            ) { visit in try await cockpit(visit) },
            Route.page(
                "/governance/units", summary: Phrase("牵头单位", "lead units and their organisations"),
                permission: Self.office
            ) { visit in try await units(visit) },
            Route(
                .post, "/governance/units", summary: Phrase("对应牵头单位", "bind a lead unit to an organisation"),
                permission: Self.office, fields: UnitsPage.fields,
                onRefusal: { visit in .page(try await units(visit)) },
                handler: { visit in
                    let author = FactAuthor.person(try visit.signedIn().person)
                    let (desk, form, now) = (desk, visit.form, visit.now)
                    try await database.write { access in
                        try desk.bind(
                            form["unit"] ?? "", to: form["organisation"] ?? "", by: author, at: now, in: access)
                    }
                    return .redirect("/governance/units")
                }),
            Route.page(
                "/governance/{policy}/tasks/{number}", summary: Phrase("办理政策任务", "work on a policy's task"),
                permission: Self.workers
            ) { visit in try await work(visit) },
        ] + TaskForm.allCases.map(route)
            + Route.list(
                "/governance/mine", summary: Phrase("本单位政策任务和月报", "the tasks and reports of one's own unit"),
                permission: Self.workers, place: nil
            ) { visit, _ in try await workbench(visit) }
            + Route.list(
                "/governance/reviews", summary: Phrase("月报审核", "reports that wait for a review"),
                permission: Self.office, query: ReviewFilter.query, place: "after", page: reviews)
    }

    private func route(_ form: TaskForm) -> Route {
        let isOffice = [.review, .extension, .tolerance, .counter, .confirmation].contains(form)
        return Route(
            .post, "/governance/{policy}/tasks/{number}/\(form.rawValue)", summary: form.name,
            permission: isOffice ? Self.office : Self.workers, fields: form.fields,
            onRefusal: { visit in .page(try await work(visit, refused: form)) },
            handler: { visit in
                let (key, now, desk, values) = (try Self.key(visit), visit.now, desk, visit.form)
                let person = try visit.signedIn().person
                let act = try Self.act(form, values)
                try await database.write { access in
                    try desk.take(act, on: key, by: person, at: now, in: access)
                }
                return .redirect("/governance/\(key.policy)/tasks/\(key.number)")
            })
    }

    static func key(_ visit: Visit) throws -> TaskKey {
        guard let number = Int(try visit.parameter("number")) else { throw Problem.notFound }
        return TaskKey(policy: try visit.code("policy"), number: number)
    }

    /// What a form that was sent asks for.
    private static func act(_ form: TaskForm, _ values: [String: String]) throws -> PolicyAct {
        func day(_ field: String) throws -> CivilDate {
            guard let day = values[field].flatMap({ CivilDate($0) }) else {
                throw GovernanceRefusal.dateMissing(field: field)
            }
            return day
        }
        func month(_ field: String) throws -> CivilMonth {
            guard let month = values[field].flatMap({ CivilMonth($0) }) else { throw GovernanceRefusal.unknownMonth }
            return month
        }
        switch form {
        case .report:
            return .report(
                SaidOfMonth(
                    month: try month("month"),
                    standing: values["standing"].flatMap { TaskStanding(rawValue: $0) } ?? .onTrack,
                    progress: values["progress"] ?? "", evidence: values["evidence"] ?? ""))
        case .review:
            return .review(
                try month("reviewed_month"), values["verdict"].flatMap { ReviewVerdict(rawValue: $0) } ?? .returned,
                note: values["note"] ?? "")
        case .cite:
            guard let fact = values["fact"].flatMap({ Int64($0) }) else { throw GovernanceRefusal.noSuchFact }
            return .cite(try month("cited_month"), fact: fact)
        case .tolerance:
            let met = ToleranceFinding.Condition.allCases.filter { values[$0.rawValue] == "true" }
            return .find(
                values["finding"].flatMap { ToleranceFinding.Finding(rawValue: $0) } ?? .refused, met: Set(met),
                document: values["finding_document"] ?? "", note: values["finding_note"] ?? "")
        case .milestone: return .setMilestone(title: values["title"] ?? "", due: try day("due"))
        case .reached:
            return .reachMilestone(
                values["milestone"].flatMap { Int($0) } ?? 0, on: try day("day"), evidence: values["shown"] ?? "")
        case .assignment:
            guard let person = values["person"].flatMap({ PersonID($0) }) else {
                throw GovernanceRefusal.unknownPerson
            }
            return .assign(person, unit: values["unit"] ?? "")
        case .contribution:
            return .contribute(
                try month("contributed_month"), text: values["contribution"] ?? "",
                evidence: values["contribution_evidence"] ?? "")
        case .target:
            return .setTarget(
                year: values["target_year"].flatMap { Int($0) } ?? 0, text: values["target"] ?? "",
                indicator: values["target_indicator"] ?? "")
        case .confirmation: return .confirmTarget(year: values["confirmed_year"].flatMap { Int($0) } ?? 0)
        case .counter:
            guard let sort = values["counter_act"].flatMap({ CounteredAct.Sort(rawValue: $0) }),
                let act = CounteredAct(sort, values["counter_target"] ?? "")
            else { throw GovernanceRefusal.nothingToTakeBack }
            return .counter(
                act, document: values["counter_document"] ?? "", reason: values["counter_reason"] ?? "")
        case .extension:
            return .extend(
                try day("deadline"), document: values["document"] ?? "", reason: values["reason"] ?? "")
        }
    }

    func work(
        _ visit: Visit, refused form: TaskForm? = nil, evidence refusal: RefusedForm? = nil
    ) async throws -> TaskWorkPage {
        let (key, desk, now) = (try Self.key(visit), desk, visit.now)
        let room = indicators
        let person = try visit.signedIn().person
        let refused = form.flatMap { form in visit.refused.map { (form: form, what: $0) } }
        return try await database.read { access in
            let (task, record) = try desk.look(at: key, in: access)
            let member = try desk.directory.member(person, in: access)
            // Reports that nobody has reviewed are read by those who lead the task, the office and the leading group.
            guard try member.map({ try desk.reads(task, $0, in: access) }) ?? false else {
                throw GovernanceRefusal.notTheLead(lead: task.leadUnits)
            }
            var names: [String: String] = [:]
            let people =
                (record.reports.flatMap { [$0.author, $0.review?.author ?? ""] }
                + record.contributions.map(\.author)).compactMap { author in
                    PersonID(author.replacing("person:", with: ""))
                } + [record.assignment?.person, record.takeover?.person].compactMap(\.self)
            for person in Set(people) { names[person.text] = try desk.directory.name(of: person, in: access) }
            let organisations = try PolicyStore.organisations(access)
            let owed = try member.map { try desk.owed(by: $0, of: record, in: access) } ?? []
            let answers = try member.map { try desk.isAccountable($0, for: record, in: access) } ?? false
            let duties = try DutyBook.all(beginningWith: key.reference + ".", in: access)
                .filter { $0.state == .open && $0.kind == GovernanceDutyKind.report.rawValue }
            let forms = try Self.forms(of: task, record, for: member, at: now, desk, access)
            // What was refused is shown with its reason, also where it is offered no more.
            let shown = forms + [refused?.form].compactMap(\.self).filter { !forms.contains($0) }
            return TaskWorkPage(
                line: TaskLine(task: task, record: record, policy: key.policy), forms: shown, refused: refused,
                refusedEvidence: refusal, answers: answers, owed: owed,
                isOwn: record.isAnswered(by: person, since: CivilMonth(now.civil.date))
                    && member?.role == .cityOfficer, names: names,
                indicators: try Self.lines(of: key.number, of: key.policy, room, at: now, access),
                people: try task.leadUnits.compactMap { organisations[$0] }.flatMap {
                    try desk.directory.members(of: $0, in: access).filter(\.works)
                },
                due: duties.map(\.due).min(), now: now)
        }
    }

    /// What somebody may do about a task now.
    private static func forms(
        of task: PolicyTask, _ record: TaskRecord, for member: UnitMember?, at now: Instant, _ desk: GovernanceDesk,
        _ access: any ReadAccess
    ) throws -> [TaskForm] {
        guard let member else { return [] }
        let isOffice = member.role == .cityOfficer
        // Another officer decides on what somebody answers for.
        let decides =
            isOffice && !record.isAnswered(by: member.person, since: CivilMonth(now.civil.date))
        let organisations = try PolicyStore.organisations(access)
        let leads = task.leadUnits.contains { organisations[$0] == member.organisation }
        let answers = try desk.isAccountable(member, for: record, in: access)
        let owes = try !desk.owed(by: member, of: record, in: access).isEmpty
        let waits = record.reports.contains { $0.review == nil }
        return TaskForm.allCases.filter { form in
            switch form {
            case .report: answers || owes
            case .contribution:
                record.assignment.map { assignment in
                    task.leadUnits.contains {
                        $0 != assignment.unit && organisations[$0] == member.organisation
                    }
                } ?? false
            case .counter: decides && !record.counterable.isEmpty
            case .target: answers && task.kind == .longTerm
            case .confirmation: decides && record.targets.contains { $0.confirmed == nil }
            case .review: decides && waits
            case .cite: (answers || owes) && record.reports.contains { $0.review?.verdict != .accepted }
            case .tolerance: decides && record.light?.light == .red
            case .milestone: answers
            case .reached: answers && !record.openMilestones.isEmpty
            case .assignment: leads || isOffice
            case .extension: decides && task.kind != .longTerm
            }
        }
    }
}
