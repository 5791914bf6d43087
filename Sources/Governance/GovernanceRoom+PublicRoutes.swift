import Facts
import Kernel
import Persistence
import Web

extension GovernanceRoom {
    private static let documentFilter = FormField.filter("document", Phrase("政策", "Policy"), .text(max: 32))

    /// What anybody may read: what was promised, where it works, how it stands.
    func publicRoutes(_ coverage: PolicyCoverage, _ pages: [String: ProductPages.Page]) -> [Route] {
        Route.list(
            "/policy", summary: Phrase("政策落实对照", "what a policy promises and where it works"),
            permission: .everyone,
            query: [
                Self.documentFilter, .filter("extent", Phrase("建成情况", "Works"), among: PolicyCoverage.Extent.self),
            ],
            place: "after", lines: 200
        ) { visit, rowsMax in try await policyPage(visit, coverage, pages, rowsMax) }
            + Route.list(
                "/policy/tasks", summary: Phrase("政策重点任务", "the tasks of a policy with their lights"),
                permission: .everyone,
                query: [
                    Self.documentFilter, .filter("light", Phrase("进度灯", "Light"), among: TaskLight.self),
                    .filter("unit", Phrase("牵头单位", "Lead unit"), .text(max: 80)),
                ], place: "after", lines: 100, page: tasksPage)
            + [
                Route.page(
                    "/policy/{policy}/articles/{number}",
                    summary: Phrase("政策条文", "an article of a policy"), permission: .everyone
                ) { visit in try await articlePage(visit, coverage) },
                Route.page(
                    "/policy/{policy}/mechanisms/{number}",
                    summary: Phrase("政策点名的机制", "a mechanism that a policy names"), permission: .everyone
                ) { visit in try await mechanismPage(visit, coverage, pages) },
                Route.page(
                    "/policy/{policy}/tasks/{number}",
                    summary: Phrase("政策任务", "a task of a policy"), permission: .everyone
                ) { visit in try await taskPage(visit, coverage) },
            ]
    }

    /// The policy that an address asks for, else the oldest.
    func asked(_ visit: Visit, _ policies: [PolicyDocument]) throws -> PolicyDocument {
        let code = visit.query("document").flatMap { PolicyCode($0) }
        guard let policy = policies.first(where: { $0.meta.code == code }) ?? policies.first else {
            throw Problem.notFound
        }
        return policy
    }

    /// The lines of a policy's tasks.
    static func lines(
        of policy: PolicyDocument, _ access: any ReadAccess, seen sight: BoardSight = .board,
        where isShown: (PolicyTask) -> Bool = { _ in true }
    ) throws -> [TaskLine] {
        let records = try TaskStore.records(of: policy.meta.code, seen: sight, in: access)
        return policy.tasks.filter(isShown).map { task in
            let line = TaskLine(task: task, record: records[task.number], policy: policy.meta.code)
            return policy.minutes == nil ? line : line.naming(policy)
        }
    }

    /// The policies, and for whoever sees the board the minutes whose decisions are tasks.
    func boards(for visitor: Actor?, _ access: any ReadAccess) throws -> [PolicyDocument] {
        let member = try visitor.flatMap { try desk.directory.member($0.person, in: access) }
        return member?.sight == .board ? try desk.shelf.everything(in: access) : try desk.shelf.all(in: access)
    }

    /// The pages as a visitor may open them.
    private func seen(
        by visitor: Actor?, _ pages: [String: ProductPages.Page], _ access: any ReadAccess
    ) throws -> ProductPages {
        let member = try visitor.flatMap { try desk.directory.member($0.person, in: access) }
        return ProductPages(pages: pages, reader: visitor, seesBoard: member?.sight == .board)
    }

    private func policyPage(
        _ visit: Visit, _ coverage: PolicyCoverage, _ pages: [String: ProductPages.Page], _ rowsMax: Int
    ) async throws -> PolicyPage {
        let (shelf, actor) = (desk.shelf, visit.actor)
        let (policies, open) = try await database.read { access in
            (try shelf.all(in: access), try self.seen(by: actor, pages, access))
        }
        let policy = try asked(visit, policies)
        let coverage = coverage.telling(of: policy)
        let extent = visit.query("extent").flatMap { PolicyCoverage.Extent(rawValue: $0) }
        let found = policy.mechanisms.filter { mechanism in
            extent.map { coverage.extent(of: [mechanism], of: policy.meta.code) == $0 } ?? true
        }
        let part = ListPart(found, behind: visit.query("after").flatMap { Int($0) }, rowsMax: rowsMax, by: \.number)
        return PolicyPage(
            policy: policy, choice: PolicySwitch(policies, chosen: policy.meta.code, path: "/policy"),
            coverage: coverage,
            pages: open, extent: extent, shown: part.rows,
            next: part.last.map { visit.address(with: "after", "\($0.number)") })
    }

    private func tasksPage(_ visit: Visit, _ rowsMax: Int) async throws -> PolicyTasksPage {
        let actor = visit.actor
        let (policies, all) = try await database.read { access in
            let policies = try self.boards(for: actor, access)
            return (policies, try policies.map { ($0.meta.code, try Self.lines(of: $0, access)) })
        }
        let policy = try asked(visit, policies)
        let light = visit.query("light").flatMap { TaskLight(rawValue: $0) }
        let unit = visit.query("unit")
        let found = (all.first { $0.0 == policy.meta.code }?.1 ?? []).filter { line in
            (light.map { line.light == $0 } ?? true) && (unit.map { line.task.leadUnits.contains($0) } ?? true)
        }
        let part = ListPart(
            found, behind: visit.query("after").flatMap { Int($0) }, rowsMax: rowsMax, by: \.task.number)
        return PolicyTasksPage(
            policy: policy,
            choice: PolicySwitch(
                policies.filter { $0.minutes == nil || $0.meta.code == policy.meta.code }, chosen: policy.meta.code,
                path: "/policy/tasks"), light: light, unit: unit, lines: part.rows,
            next: part.last.map { visit.address(with: "after", "\($0.task.number)") })
    }

    /// A policy and the number behind it, as an address says them.
    private func place(_ visit: Visit) throws -> (code: PolicyCode, number: Int) {
        guard let number = Int(try visit.parameter("number")) else { throw Problem.notFound }
        return (try visit.code("policy"), number)
    }

    private func articlePage(_ visit: Visit, _ coverage: PolicyCoverage) async throws -> PolicyArticlePage {
        let (code, number) = try place(visit)
        let actor = visit.actor
        let page = try await database.read { access -> PolicyArticlePage? in
            guard let policy = try boards(for: actor, access).first(where: { $0.meta.code == code }),
                let article = policy.article(number)
            else {
                return nil
            }
            return PolicyArticlePage(
                policy: policy, article: article, coverage: coverage.telling(of: policy),
                tasks: try Self.lines(of: policy, access) { $0.articleNumber == number })
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    private func mechanismPage(
        _ visit: Visit, _ coverage: PolicyCoverage, _ pages: [String: ProductPages.Page]
    ) async throws -> PolicyMechanismPage {
        let (code, number) = try place(visit)
        let (shelf, actor) = (desk.shelf, visit.actor)
        let page = try await database.read { access -> PolicyMechanismPage? in
            guard let policy = try shelf.policy(code, in: access), let mechanism = policy.mechanism(number) else {
                return nil
            }
            return PolicyMechanismPage(
                policy: policy, mechanism: mechanism, coverage: coverage.telling(of: policy),
                pages: try seen(by: actor, pages, access),
                tasks: try Self.lines(of: policy, access) { mechanism.tasks.contains($0.number) })
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    private func taskPage(_ visit: Visit, _ coverage: PolicyCoverage) async throws -> PolicyTaskPage {
        let (code, number) = try place(visit)
        let (desk, actor, person, now) = (desk, visit.actor, visit.actor?.person, visit.now)
        let room = indicators
        let page = try await database.read { access -> PolicyTaskPage? in
            guard let policy = try boards(for: actor, access).first(where: { $0.meta.code == code }),
                let line = try Self.lines(of: policy, access, where: { $0.number == number }).first
            else { return nil }
            let member = try person.flatMap { try desk.directory.member($0, in: access) }
            let mayWork = try member.map { try desk.worksOn(line.task, $0, in: access) } ?? false
            let mayRead = try member.map { try desk.reads(line.task, $0, in: access) } ?? false
            let decision = try line.record?.light.flatMap {
                try DecisionLog.decision($0.decision, scope: .city, in: access)
            }
            let ground = try decision.map { try CanonicalJSON.value(LightGround.self, from: $0.input) }
            return PolicyTaskPage(
                policy: policy, line: line, mechanisms: policy.mechanisms.filter { $0.tasks.contains(number) },
                coverage: coverage.telling(of: policy), steps: try decision?.steps() ?? [],
                decided: decision.flatMap { decision in ground.map { ($0.day, decision.ruleVersion) } },
                facts: ground?.facts ?? [], opensFacts: member?.sight == .board,
                indicators: try Self.lines(of: number, of: code, room, at: now, access), mayWork: mayWork,
                mayRead: mayRead,
                overdue: try Self.dueReports(of: policy, task: number, at: now, access).overdue.map(\.month))
        }
        guard let page else { throw Problem.notFound }
        return page
    }
}
