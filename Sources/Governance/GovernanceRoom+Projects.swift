import Facts
import Kernel
import Persistence
import Web

extension GovernanceRoom {
    /// The indicator that task 65 sets a goal for.
    static let investmentGrowth = IndicatorCode(checked: "ECO_INVESTMENT_GROWTH")

    func projectsPage(_ visit: Visit) async throws -> ProjectsPage {
        let (shelf, month, room) = (desk.shelf, CivilMonth(visit.now.civil.date).adding(-1), indicators)
        let names = projectRegions
        let (policies, lines, growth) = try await database.read { access in
            let policies = try shelf.all(in: access)
            return (
                policies, try policies.map { try Self.projects(of: $0, by: month, names, access) },
                try Self.growthLine(in: month, room, access)
            )
        }
        let policy = try asked(visit, policies)
        let place = policies.firstIndex { $0.meta.code == policy.meta.code } ?? 0
        return ProjectsPage(
            policy: policy, choice: PolicySwitch(policies, chosen: policy.meta.code, path: "/policy/projects"),
            lines: lines[place], month: month, investment: growth,
            map: ProjectMap(map: files.map, regions: indicators.regions, lines: lines[place]))
    }

    /// The growth of the city's investment in the environment, as it was closed or stands now; nil where the registry
    /// has no such indicator.
    private static func growthLine(
        in month: CivilMonth, _ room: IndicatorDesk, _ access: any ReadAccess
    ) throws -> IndicatorLine? {
        guard let indicator = room.book[investmentGrowth] else { return nil }
        let closed = try IndicatorStore.frozen(month, in: access)?.figures.figure(indicator.code, nil)
        if let closed { return IndicatorLine(indicator: indicator, figure: closed, regionName: nil) }
        var computing = try room.computing(from: month.adding(-24), to: month, in: access)
        return IndicatorLine(
            indicator: indicator, figure: try computing.figure(indicator, nil, by: month), regionName: nil)
    }

    func projectPage(
        _ visit: Visit, refused form: WorkForm? = nil, photo refusal: RefusedForm? = nil
    ) async throws -> ProjectPage {
        let (key, desk, actor, today) = (try Self.key(visit), desk, visit.actor, visit.now.civil.date)
        let (month, names) = (CivilMonth(today).adding(-1), projectRegions)
        let refused = form.flatMap { form in visit.refused.map { (form: form, what: $0) } }
        let page = try await database.read { access -> ProjectPage? in
            guard let policy = try desk.shelf.policy(key.policy, in: access),
                let line = try Self.projects(of: policy, by: month, names, access).first(where: {
                    $0.project.number == key.number
                })
            else { return nil }
            let member = try actor.flatMap { try desk.directory.member($0.person, in: access) }
            let isOffice = member?.role == .cityOfficer
            let unit = try line.record?.unit.flatMap { try PolicyStore.organisations(access)[$0] }
            let isItsUnit = member?.works == true && unit != nil && unit == member?.organisation
            let answers = isOffice || isItsUnit
            let organisations = try PolicyStore.organisations(access)
            let own =
                member?.works == true
                ? Set(organisations.filter { $0.value == member?.organisation }.keys) : []
            let mayTakeBack = try Self.mayTakeBack(line.record, member, desk, access)
            let forms = WorkForm.ofProjects.filter { form in
                switch form {
                case .unit: isOffice
                // Whoever is to solve or grant it may answer, too.
                case .solved: line.openObstacles.contains { answers || own.contains($0.owner) }
                case .granted: line.openNeeds.contains { answers || own.contains($0.owner) }
                case .month: isItsUnit
                case .obstacle, .need, .place: answers && line.record != nil
                case .photoBack: mayTakeBack
                case .document, .stage: false
                }
            }
            return ProjectPage(
                line: line, forms: forms, refused: refused, mayFile: answers && line.record != nil,
                refusedPhoto: refusal, today: today, units: policy.units.map(\.name))
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    /// The names of regions by their Chinese ones, as policies write them.
    var projectRegions: [String: Phrase] {
        Dictionary(indicators.regions.map { ($0.name.zh, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether somebody may take any photo of a project back.
    private static func mayTakeBack(
        _ record: ProjectRecord?, _ member: UnitMember?, _ desk: GovernanceDesk, _ access: any ReadAccess
    ) throws -> Bool {
        guard let record, let member, member.works else { return false }
        let work = WorkDesk(tasks: desk)
        return try record.shownPhotos.contains { try work.mayTakeBack($0, of: record, member, in: access) }
    }
}
