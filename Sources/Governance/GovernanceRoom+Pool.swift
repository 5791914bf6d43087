public import Kernel
public import Persistence
import Web

extension GovernanceRoom {
    private static let workers = Permission.roles([.cityOfficer, .liaison])
    private static let city = Phrase("全市", "the city")

    var poolDesk: PoolDesk {
        PoolDesk(
            work: WorkDesk(tasks: desk), regions: indicators.regions.map { $0.code }, figures: files.pool)
    }

    /// The reserve pool: for organs of government to read, for units and the office to work on.
    var poolRoutes: [Route] {
        let list = Route.list(
            "/governance/pool", summary: Phrase("生态环境治理项目储备库", "the reserve pool of projects"),
            permission: Self.workers,
            query: [
                .filter("stage", Phrase("阶段", "Stage"), among: PoolStage.self),
                .filter("region", Phrase("属地", "Region"), .text(max: 12)),
            ], place: "after"
        ) { visit, rowsMax in try await poolPage(visit, rowsMax) }
        let project = Route.page(
            "/governance/pool/{number}", summary: Phrase("储备项目", "a project of the reserve pool"),
            permission: Self.workers
        ) { visit in try await poolProjectPage(visit) }
        let entering = Route(
            .post, "/governance/pool", summary: PoolForm.entering.name, permission: Self.workers,
            fields: PoolForm.entering.fields, onRefusal: { visit in .page(try await poolPage(visit, 50)) },
            handler: enterInPool)
        return list + [project, entering] + PoolForm.ofProject.map(route)
    }

    private func route(_ form: PoolForm) -> Route {
        Route(
            .post, "/governance/pool/{number}/\(form.rawValue)", summary: form.name, permission: Self.workers,
            fields: form.fields, onRefusal: { visit in .page(try await poolProjectPage(visit, refused: form)) },
            handler: { visit in
                let (act, number) = (try Self.act(form, visit.form), try Self.poolNumber(visit))
                let (now, desk, person) = (visit.now, poolDesk, try visit.signedIn().person)
                try await database.write { access in
                    guard let doer = try desk.work.tasks.directory.member(person, in: access) else {
                        throw GovernanceRefusal.unknownPerson
                    }
                    try desk.take(act, on: number, by: doer, at: now, in: access)
                }
                return .redirect("/governance/pool/\(number)")
            })
    }

    private func enterInPool(_ visit: Visit) async throws -> Reply {
        let (now, desk, person, form) = (visit.now, poolDesk, try visit.signedIn().person, visit.form)
        let said = SaidPoolProject(
            name: form["name"] ?? "", region: form["region"] ?? "", sort: form["sort"] ?? "",
            unit: form["unit"] ?? "", total: form["total"] ?? "",
            plan: ProjectRecord.Source.allCases.map { form[$0.rawValue] ?? "" }, note: form["note"] ?? "")
        let number = try await database.write { access in
            guard let doer = try desk.work.tasks.directory.member(person, in: access) else {
                throw GovernanceRefusal.unknownPerson
            }
            return try desk.enter(said, by: doer, at: now, in: access)
        }
        return .redirect("/governance/pool/\(number)")
    }

    private static func poolNumber(_ visit: Visit) throws -> Int {
        guard let number = Int(try visit.parameter("number")) else { throw Problem.notFound }
        return number
    }

    private static func act(_ form: PoolForm, _ values: [String: String]) throws -> PoolAct {
        func day(_ field: String) throws -> CivilDate {
            guard let day = values[field].flatMap({ CivilDate($0) }) else {
                throw GovernanceRefusal.dateMissing(field: field)
            }
            return day
        }
        switch form {
        case .entering, .stage:
            return .move(
                values["stage"].flatMap { PoolStage(rawValue: $0) } ?? .reserve, on: try day("moved_on"),
                note: values["moved_note"] ?? "")
        case .money:
            return .secure(
                source: values["source"] ?? "", amount: values["secured_amount"] ?? "",
                document: values["secured_document"] ?? "", on: try day("secured_on"))
        case .release:
            return .release(values["entry"].flatMap { Int($0) } ?? 0, reason: values["reason"] ?? "")
        }
    }

    private func line(_ project: PoolProject, _ score: PoolScore?) -> PoolLine {
        PoolLine(
            project: project,
            region: indicators.regions.first { $0.code == project.region }?.name ?? Self.city, score: score)
    }

    private func poolPage(_ visit: Visit, _ rowsMax: Int) async throws -> PoolPage {
        let (desk, person, refused) = (desk, try visit.signedIn().person, visit.refused)
        let filter = PoolStore.Filter(
            stage: visit.query("stage").flatMap { PoolStage(rawValue: $0) },
            region: visit.query("region").flatMap { RegionCode($0) })
        let after = visit.query("after").flatMap { Int($0) } ?? 0
        let regions = indicators.regions
        let (found, totals, scores, mayEnter, offers) = try await database.read { access in
            let sight = try Self.sight(of: person, desk, access)
            let member = try desk.directory.member(person, in: access)
            // One more than is shown tells whether the list goes on.
            let found = try PoolStore.projects(filter, behind: after, limit: rowsMax + 1, seen: sight, in: access)
            return (
                found, try PoolStore.totals(in: filter.region, seen: sight, access), try PoolStore.scores(in: access),
                try Self.speaksForUnits(member, access),
                FormOffers(units: try Self.ownUnits(member, desk, access), regions: regions)
            )
        }
        let part = ListPart(found, behind: nil as Int?, rowsMax: rowsMax, by: \.number)
        return PoolPage(
            filter: filter, regions: indicators.regions, totals: totals,
            lines: part.rows.map { line($0, scores[$0.number]) },
            next: part.last.map { visit.address(with: "after", "\($0.number)") }, mayEnter: mayEnter,
            refused: refused, offers: offers)
    }

    private func poolProjectPage(_ visit: Visit, refused form: PoolForm? = nil) async throws -> PoolProjectPage {
        let (desk, person, number) = (desk, try visit.signedIn().person, try Self.poolNumber(visit))
        let refused = form.flatMap { form in visit.refused.map { (form: form, what: $0) } }
        let found = try await database.read { access -> (PoolHistory, PoolScore?, [Phrase], Bool)? in
            let sight = try Self.sight(of: person, desk, access)
            guard let project = try PoolStore.project(number, seen: sight, in: access) else { return nil }
            let history = PoolHistory(
                project: project, steps: try PoolStore.steps(of: number, in: access),
                money: try PoolStore.money(of: number, in: access))
            let member = try desk.directory.member(person, in: access)
            let score = try PoolStore.scores(in: access)[number]
            let decision = try score.flatMap { try DecisionLog.decision($0.decision, scope: .city, in: access) }
            return (
                history, score, try decision?.steps() ?? [], try Self.speaks(member, forUnit: project.unit, access)
            )
        }
        guard let (history, score, steps, mayWork) = found else { throw Problem.notFound }
        let forms = mayWork ? PoolForm.ofProject.filter { $0 != .release || !history.money.isEmpty } : []
        return PoolProjectPage(
            line: line(history.project, score), history: history, steps: steps, forms: forms, refused: refused)
    }

    /// Enters a project in the reserve pool; its number is returned.
    public func enter(
        _ said: SaidPoolProject, by person: PersonID, at now: Instant, in access: any WriteAccess
    ) throws -> Int {
        guard let doer = try desk.directory.member(person, in: access) else { throw GovernanceRefusal.unknownPerson }
        return try poolDesk.enter(said, by: doer, at: now, in: access)
    }

    /// Takes what somebody does about a project of the reserve pool.
    public func take(
        _ act: PoolAct, on project: Int, by person: PersonID, at now: Instant, in access: any WriteAccess
    ) throws {
        guard let doer = try desk.directory.member(person, in: access) else { throw GovernanceRefusal.unknownPerson }
        try poolDesk.take(act, on: project, by: doer, at: now, in: access)
    }
}
