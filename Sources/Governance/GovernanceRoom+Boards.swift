import Facts
import Kernel
import Persistence
import Web

extension GovernanceRoom {
    /// The lights of all tasks, what is overdue by unit, the projects.
    func cockpit(_ visit: Visit) async throws -> CockpitPage {
        let now = visit.now
        let code = visit.query("document").flatMap { PolicyCode($0) }
        let (actor, desk, room, map) = (try visit.signedIn(), desk, indicators, files.map)
        let (last, names) = (CivilMonth(now.civil.date).adding(-1), projectRegions)
        let page = try await database.read { access -> CockpitPage? in
            let sight = try Self.sight(of: actor.person, desk, access)
            let everything = try desk.shelf.everything(in: access)
            guard let policy = everything.first(where: { $0.meta.code == code }) ?? everything.first else { return nil }
            let boards = try everything.map { document in
                let due = try Self.dueReports(of: document, at: now, seen: sight, access)
                return (
                    line: BoardLine(
                        document: document, lines: try Self.lines(of: document, access, seen: sight),
                        overdue: due.overdue.count), overdue: due.overdueByUnit
                )
            }
            let figures = try room.figures(of: last, in: access).figures
            let corrections = try room.corrections(by: last, in: access)
            let closed = try IndicatorStore.frozenMonths(access).first?.month
            let member = try desk.directory.member(actor.person, in: access)
            return CockpitPage(
                policy: policy,
                boards: boards.map(\.line).filter { board in
                    board.document.minutes == nil || board.document.meta.code == policy.meta.code
                        || board.isOpen(on: now.civil.date)
                },
                indicators: room.book.all.filter { !$0.goals.isEmpty }.compactMap { indicator in
                    figures.figure(indicator.code, nil).map {
                        IndicatorLine(
                            indicator: indicator, figure: $0, regionName: nil,
                            isCorrected: corrections.stand(beside: $0))
                    }
                },
                dual: try closed.map { try ScoreStore.scores(of: $0, in: sight, access) } ?? [],
                regions: room.regions, good_points: room.scores.good_points,
                projects: try Self.projects(of: policy, by: last, names, access), map: map,
                overdue: boards.map(\.overdue).reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
                    .map { (unit: $0.key, count: $0.value) }.sorted { ($1.count, $0.unit) < ($0.count, $1.unit) },
                items: try Self.openItems(on: now.civil.date, seen: sight, access),
                isOffice: actor.role == .cityOfficer,
                hasUnit: try PolicyStore.organisations(access).values.contains { $0 == member?.organisation })
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    /// The tasks of the units that a visitor speaks for, with what is due of them.
    func workbench(_ visit: Visit) async throws -> WorkbenchPage {
        let (directory, now) = (desk.directory, visit.now)
        let desk = desk
        let person = try visit.signedIn().person
        return try await database.read { access in
            let member = try directory.member(person, in: access)
            let units = try PolicyStore.organisations(access).filter { $0.value == member?.organisation }.keys.sorted()
            var (lines, due): ([TaskLine], [WorkbenchPage.Due]) = ([], [])
            var matters: [DueMatter] = []
            for policy in try desk.shelf.everything(in: access) {
                let own = try Self.lines(of: policy, access) { !Set($0.leadUnits).isDisjoint(with: units) }
                    .map { $0.naming(policy) }
                lines += own
                matters += try MatterDesk(tasks: desk).matters(of: policy, at: now, in: access).filter {
                    units.contains($0.unit)
                }
                for entry in try Self.dueReports(of: policy, at: now, access).entries where units.contains(entry.unit) {
                    guard let line = own.first(where: { $0.task.number == entry.task }) else { continue }
                    due.append(.init(line: line, report: entry))
                }
            }
            let asked = try Self.openItems(on: now.civil.date, access).filter { line in
                units.contains(line.item.unit) && line.state != .waiting
            }
            return WorkbenchPage(
                units: units, lines: lines, due: due.sorted { $0.report.due < $1.report.due }, items: asked,
                matters: matters, nearUntil: ReminderDesk(tasks: desk).horizon(at: now), now: now)
        }
    }

    /// Reports that wait for the office.
    func reviews(_ visit: Visit, _ rowsMax: Int) async throws -> ReviewsPage {
        let (shelf, now) = (desk.shelf, visit.now)
        let after = visit.query("after")
        let all = try await database.read { access in
            try shelf.everything(in: access).flatMap { policy in
                let duties = Dictionary(
                    try DutyBook.all(beginningWith: "\(policy.meta.code).T", in: access)
                        .filter { $0.state == .open && $0.kind == GovernanceDutyKind.review.rawValue }
                        .map { ($0.reference, $0.due) }, uniquingKeysWith: { first, _ in first })
                return try Self.lines(of: policy, access).map { $0.naming(policy) }.flatMap { line in
                    (line.record?.reports ?? []).filter { $0.review == nil }.map { report in
                        let key = TaskKey(policy: policy.meta.code, number: line.task.number)
                        return ReviewsPage.Waiting(
                            line: line, report: report, due: duties[GovernanceDesk.reference(key, report.month)])
                    }
                }
            }
        }
        let filter = ReviewFilter(visit)
        let sorted = all.filter { filter.shows($0, at: now) }.sorted { $0.place < $1.place }
        let part = ListPart(sorted, behind: after, rowsMax: rowsMax, by: \.place)
        return ReviewsPage(
            waiting: part.rows, filter: filter, next: part.last.map { visit.address(with: "after", $0.place) }, now: now
        )
    }

    /// Lead units and their organisations.
    func units(_ visit: Visit) async throws -> UnitsPage {
        let (shelf, directory) = (desk.shelf, desk.directory)
        let refused = visit.refused
        return try await database.read { access in
            let organisations = try PolicyStore.organisations(access)
            let policies = try shelf.all(in: access)
            var seen: Set<String> = []
            let units = policies.flatMap(\.units).filter { seen.insert($0.name).inserted }
            return UnitsPage(
                lines: try units.map { unit in
                    let code = organisations[unit.name]
                    return UnitsPage.Line(
                        unit: unit,
                        tasks: policies.flatMap(\.tasks).count { $0.leadUnits.contains(unit.name) },
                        organisation: code,
                        organisationName: try code.flatMap { try directory.organisationName($0, in: access) })
                }, refused: refused, organs: try directory.organs(in: access))
        }
    }

    /// The reports that are due of a policy's tasks, or of one of them.
    static func dueReports(
        of policy: PolicyDocument, task: Int? = nil, at now: Instant, seen sight: BoardSight = .board,
        _ access: any ReadAccess
    ) throws -> DueReports {
        let prefix = task.map { TaskKey(policy: policy.meta.code, number: $0).reference + "." }
        return DueReports(
            of: try DutyBook.all(beginningWith: prefix ?? "\(policy.meta.code).T", in: access),
            records: try TaskStore.records(of: policy.meta.code, seen: sight, in: access), at: now)
    }
}

extension ReviewsPage.Waiting {
    /// Where a report stands in the list: by when it was filed, then by its task.
    fileprivate var place: String {
        "\(report.filedAt.milliseconds)-\(line.policy)-\(line.task.number)-\(report.month)"
    }
}
