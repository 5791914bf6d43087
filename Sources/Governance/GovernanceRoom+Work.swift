import Facts
import Kernel
import Persistence
import Web

extension GovernanceRoom {
    private static let policyFilter = FormField.filter("document", Phrase("政策", "Policy"), .text(max: 32))

    /// Reforms and projects: for anybody to read, for lead units and the office to work on.
    var reformRoutes: [Route] {
        let reforms = Route.list(
            "/policy/reforms", summary: Phrase("制度改革", "the reforms of a policy with their documents"),
            permission: .everyone, query: [Self.policyFilter] + DocumentFilter.query, place: nil
        ) { visit, _ in try await reformsPage(visit) }
        let projects = Route.list(
            "/policy/projects", summary: Phrase("重点项目", "the projects of a policy by money"),
            permission: .everyone, query: [Self.policyFilter], place: nil
        ) { visit, _ in try await projectsPage(visit) }
        let months = Route.list(
            "/policy/{policy}/projects/{number}", summary: Phrase("重点项目月度进展", "a project with its months"),
            permission: .everyone, place: nil
        ) { visit, _ in try await projectPage(visit) }
        let reform = Route.page(
            "/policy/{policy}/reforms/{number}",
            summary: Phrase("制度改革文件", "a reform with the stages of its documents"), permission: .everyone
        ) { visit in try await reformPage(visit) }
        return reforms + projects + months + [reform] + WorkForm.ofReforms.map(reformRoute)
            + WorkForm.ofProjects.map(projectRoute)
    }

    private func reformRoute(_ form: WorkForm) -> Route {
        Route(
            .post, "/governance/{policy}/reforms/{number}/\(form.rawValue)", summary: form.name,
            permission: .roles([.cityOfficer, .liaison]), fields: form.fields,
            onRefusal: { visit in .page(try await reformPage(visit, refused: form)) },
            handler: { visit in
                let act = try Self.reformAct(form, visit.form)
                return try await take(visit, at: "reforms") { desk, number, code, doer, now, access in
                    try desk.take(act, on: number, of: code, by: doer, at: now, in: access)
                }
            })
    }

    private func projectRoute(_ form: WorkForm) -> Route {
        Route(
            .post, "/governance/{policy}/projects/{number}/\(form.rawValue)", summary: form.name,
            permission: form == .unit ? .roles([.cityOfficer]) : .roles([.cityOfficer, .liaison]),
            fields: form.fields, onRefusal: { visit in .page(try await projectPage(visit, refused: form)) },
            handler: { visit in
                let act = try Self.projectAct(form, visit.form)
                return try await take(visit, at: "projects") { desk, number, code, doer, now, access in
                    try desk.take(act, on: number, of: code, by: doer, at: now, in: access)
                }
            })
    }

    private typealias Taking =
        @Sendable (WorkDesk, Int, PolicyCode, UnitMember, Instant, any WriteAccess) throws -> Void

    private func take(_ visit: Visit, at place: String, _ taking: @escaping Taking) async throws -> Reply {
        let (key, person, now, desk) = (try Self.key(visit), try visit.signedIn().person, visit.now, desk)
        try await database.write { access in
            guard let doer = try desk.directory.member(person, in: access) else {
                throw GovernanceRefusal.unknownPerson
            }
            try taking(WorkDesk(tasks: desk), key.number, key.policy, doer, now, access)
        }
        return .redirect("/policy/\(key.policy)/\(place)/\(key.number)")
    }

    private static func day(_ values: [String: String], _ field: String) throws -> CivilDate {
        guard let day = values[field].flatMap({ CivilDate($0) }) else {
            throw GovernanceRefusal.dateMissing(field: field)
        }
        return day
    }

    private static func reformAct(_ form: WorkForm, _ values: [String: String]) throws -> ReformAct {
        guard form == .stage else {
            return .enter(
                title: values["title"] ?? "", unit: values["unit"] ?? "", due: try day(values, "due"),
                reviewYears: values["review_years"].flatMap { Int($0) } ?? 0,
                sort: values["sort"].flatMap { DocumentSort(rawValue: $0) } ?? .system,
                series: values["series"] ?? "")
        }
        return .advance(
            values["document"].flatMap { Int($0) } ?? 0,
            to: values["stage"].flatMap { DocumentStage(rawValue: $0) } ?? .draft, on: try day(values, "day"),
            note: values["note"] ?? "")
    }

    private static func projectAct(_ form: WorkForm, _ values: [String: String]) throws -> ProjectAct {
        switch form {
        case .obstacle:
            return .obstacle(
                values["what"] ?? "", owner: values["owner"] ?? "", due: try day(values, "solve_by"),
                raised: values["raised_on"].flatMap { CivilDate($0) })
        case .need:
            return .ask(
                values["need_sort"].flatMap { ProjectNeedSort(rawValue: $0) } ?? .land, what: values["need_what"] ?? "",
                amount: values["need_amount"] ?? "", owner: values["need_owner"] ?? "",
                on: try day(values, "asked_on"))
        case .granted:
            return .grant(
                values["need"].flatMap { Int($0) } ?? 0, on: try day(values, "granted_on"),
                document: values["granted_by"] ?? "")
        case .place: return .place(longitude: values["longitude"] ?? "", latitude: values["latitude"] ?? "")
        case .photoBack:
            return .takeBack(
                photo: values["photo"].flatMap { Int($0) } ?? 0, reason: values["photo_reason"] ?? "")
        case .solved:
            return .solve(
                values["obstacle"].flatMap { Int($0) } ?? 0, on: try day(values, "day"), how: values["how"] ?? "")
        case .month:
            guard let month = values["month"].flatMap({ CivilMonth($0) }) else { throw GovernanceRefusal.unknownMonth }
            return .report(
                month, planned: values["planned"] ?? "",
                done: ProjectRecord.Source.allCases.map { values[$0.rawValue] ?? "" },
                progress_percent: values["progress"] ?? "", note: values["note"] ?? "",
                reason: values["reason"] ?? "", overReason: values["over_reason"] ?? "")
        case .unit, .document, .stage: return .name(unit: values["unit"] ?? "")
        }
    }

    private func reformsPage(_ visit: Visit) async throws -> ReformsPage {
        let (shelf, today) = (desk.shelf, visit.now.civil.date)
        let (policies, documents) = try await database.read { access in
            let policies = try shelf.all(in: access)
            return (policies, try policies.map { try ReformStore.documents(of: $0.meta.code, in: access) })
        }
        let policy = try asked(visit, policies)
        let place = policies.firstIndex { $0.meta.code == policy.meta.code } ?? 0
        return ReformsPage(
            policy: policy, choice: PolicySwitch(policies, chosen: policy.meta.code, path: "/policy/reforms"),
            documents: documents[place], filter: DocumentFilter(visit), today: today)
    }

    private func reformPage(_ visit: Visit, refused form: WorkForm? = nil) async throws -> ReformPage {
        let (key, desk, person, today) = (try Self.key(visit), desk, visit.actor?.person, visit.now.civil.date)
        let refused = form.flatMap { form in visit.refused.map { (form: form, what: $0) } }
        let page = try await database.read { access -> ReformPage? in
            guard let policy = try desk.shelf.policy(key.policy, in: access),
                let reform = policy.reforms.first(where: { $0.number == key.number })
            else { return nil }
            let member = try person.flatMap { try desk.directory.member($0, in: access) }
            let documents = try ReformStore.documents(of: key.policy, reform: key.number, in: access)
            let mayWork = try member.map { try Self.speaks($0, for: policy, access) } ?? false
            // A unit is offered what it can take: its own name, and the documents that it drafts.
            let units = try Self.ownUnits(member, desk, access)
            let own = documents.filter { units.contains($0.unit) }
            let forms = mayWork ? WorkForm.ofReforms.filter { $0 == .document || !own.isEmpty } : []
            return ReformPage(
                policy: key.policy, reform: reform, documents: documents, today: today, forms: forms,
                refused: refused, offers: FormOffers(of: own, units: units))
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    /// Whether somebody works for the office or for a unit of a policy.
    private static func speaks(
        _ member: UnitMember, for policy: PolicyDocument, _ access: any ReadAccess
    ) throws -> Bool {
        let organisations = try PolicyStore.organisations(access)
        return member.role == .cityOfficer
            || member.works && policy.units.contains { organisations[$0.name] == member.organisation }
    }

    /// The projects of a policy as lists show them.
    static func projects(
        of policy: PolicyDocument, by month: CivilMonth, _ names: [String: Phrase], _ access: any ReadAccess
    ) throws -> [ProjectLine] {
        let records = try ProjectStore.records(of: policy.meta.code, in: access)
        return policy.projects.map { project in
            ProjectLine(
                project: project, record: records[project.number], policy: policy.meta.code, month: month,
                regionNames: names)
        }
    }
}
