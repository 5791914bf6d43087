import Facts
import Kernel
import Persistence

/// Takes what people do about reforms and projects: refuses it with a reason, or keeps and journals it.
struct WorkDesk: Sendable {
    let tasks: GovernanceDesk

    private func policy(_ code: PolicyCode, _ access: any ReadAccess) throws -> PolicyDocument {
        guard let policy = try tasks.shelf.policy(code, in: access) else { throw WorkRefusal.noSuchReform }
        return policy
    }

    func append(
        _ fact: some Fact, about reference: String, by doer: UnitMember, at now: Instant, in access: any WriteAccess
    ) throws {
        try tasks.journal.append(
            fact, about: FactSubject(reference: reference), by: .person(doer.person), occurredAt: now, in: access)
    }

    /// Only the office, and whoever speaks for the unit, may.
    func check(_ doer: UnitMember, speaksFor unit: String, in access: any ReadAccess) throws {
        if doer.role == .cityOfficer { return }
        guard try PolicyStore.organisations(access)[unit] == doer.organisation else {
            throw WorkRefusal.notItsUnit(unit)
        }
    }

    /// Only whoever speaks for the unit may: the office keeps no other unit's books.
    func check(_ doer: UnitMember, isOf unit: String, in access: any ReadAccess) throws {
        guard doer.works, try PolicyStore.organisations(access)[unit] == doer.organisation else {
            throw WorkRefusal.notItsUnit(unit)
        }
    }

    /// Whether somebody speaks for the unit that an obstacle or need waits for, so that it may answer itself.
    private func speaksForOwner(
        _ doer: UnitMember, of act: ProjectAct, _ record: ProjectRecord, in access: any ReadAccess
    ) throws -> Bool {
        let owner: String? =
            switch act {
            case .solve(let number, _, _): record.obstacles.first { $0.number == number }?.owner
            case .grant(let number, _, _): record.needs.first { $0.number == number }?.owner
            case .name, .report, .obstacle, .ask, .place, .takeBack: nil
            }
        guard let owner, doer.works else { return false }
        return try PolicyStore.organisations(access)[owner] == doer.organisation
    }

    /// Takes what somebody does about a reform.
    func take(
        _ act: ReformAct, on reform: Int, of code: PolicyCode, by doer: UnitMember, at now: Instant,
        in access: any WriteAccess
    ) throws {
        let policy = try policy(code, access)
        guard policy.reforms.contains(where: { $0.number == reform }) else { throw WorkRefusal.noSuchReform }
        let documents = try ReformStore.documents(of: code, reform: reform, in: access)
        switch act {
        case .enter(let title, let unit, let due, let years, let sort, let series):
            try enter(
                SaidDocument(title: title, unit: unit, due: due, reviewYears: years, sort: sort, series: series),
                on: reform, of: policy, by: doer, at: now, in: access)
        case .advance(let number, let stage, let day, let note):
            guard let document = documents.first(where: { $0.number == number }) else {
                throw WorkRefusal.noSuchDocument
            }
            try check(doer, speaksFor: document.unit, in: access)
            let step = try step(
                to: stage, on: day, note: note, of: document, ordered: policy.meta.issued, by: doer, at: now)
            try keep(step, of: document, code, by: doer, at: now, in: access)
            try tasks.settle(.init(code, .document(reform: reform, number: number)), at: now, in: access)
        }
    }

    /// Takes what somebody does about a project.
    func take(
        _ act: ProjectAct, on project: Int, of code: PolicyCode, by doer: UnitMember, at now: Instant,
        in access: any WriteAccess
    ) throws {
        let policy = try policy(code, access)
        guard policy.projects.contains(where: { $0.number == project }) else { throw WorkRefusal.noSuchProject }
        let record = try ProjectStore.records(of: code, in: access)[project]
        if case .name(let unit) = act {
            guard doer.role == .cityOfficer else { throw WorkRefusal.notItsUnit("市生态环境局") }
            guard policy.units.contains(where: { $0.name == unit }) else { throw WorkRefusal.unknownUnit(unit) }
            try ProjectStore.name(unit, of: project, code, in: access)
            return try append(
                ProjectUnitNamed(policy: code.text, project: project, unit: unit), about: "\(code).P\(project)",
                by: doer, at: now, in: access)
        }
        guard let record, let unit = record.unit else { throw WorkRefusal.noUnit }
        if case .takeBack(let photo, let reason) = act {
            return try takeBack(photo, because: reason, of: record, code, by: doer, at: now, in: access)
        }
        if case .report = act {
            try check(doer, isOf: unit, in: access)
        } else if try !speaksForOwner(doer, of: act, record, in: access) {
            try check(doer, speaksFor: unit, in: access)
        }
        try take(act, on: record, of: policy, by: doer, at: now, in: access)
    }

    private func take(
        _ act: ProjectAct, on record: ProjectRecord, of policy: PolicyDocument, by doer: UnitMember, at now: Instant,
        in access: any WriteAccess
    ) throws {
        let (code, project) = (policy.meta.code, record.project)
        let reference = "\(code).P\(project)"
        switch act {
        // Taken above: others may do them as well.
        case .name, .takeBack: return
        case .report:
            let plan = policy.projects.first { $0.number == project }?.investmentFen ?? 0
            let first = CivilMonth(policy.meta.issued)
            let month = try month(act, on: record, from: first, planFen: plan, by: doer, at: now)
            try ProjectStore.insert(month, of: project, code, in: access)
            try append(
                ProjectMonthReported(
                    policy: code.text, project: project, month: month.month.description, number: month.number,
                    plannedFen: month.plannedFen,
                    doneFen: Dictionary(
                        uniqueKeysWithValues: zip(ProjectRecord.Source.allCases.map(\.rawValue), month.doneFen)),
                    progress_percent: month.progress_percent, note: month.note, reason: month.reason,
                    overReason: month.overReason),
                about: reference, by: doer, at: now, in: access)
            try tasks.settle(.init(code, .month(project: project, month.month)), at: now, in: access)
        case .ask, .grant, .place: try needs(act, on: record, of: policy, by: doer, at: now, in: access)
        case .obstacle(let what, let owner, let due, let raised):
            guard policy.units.contains(where: { $0.name == owner }) else {
                throw WorkRefusal.unknownUnit(owner, field: "owner")
            }
            let today = now.civil.date
            guard raised ?? today <= today else { throw WorkRefusal.dayToCome(field: "raised_on") }
            guard raised ?? today >= policy.meta.issued else {
                throw WorkRefusal.dayBeforePolicy(policy.meta.issued, field: "raised_on")
            }
            // Whoever records an obstacle promises a day; one that is over would be late from the first moment.
            guard due >= today else { throw WorkRefusal.dayGone(field: "solve_by") }
            let obstacle = ProjectRecord.Obstacle(
                number: record.obstacles.count + 1, what: what, owner: owner, due: due, raisedOn: raised ?? today)
            if let twin = record.twin(of: obstacle) { throw WorkRefusal.obstacleTwice(twin) }
            try ProjectStore.insert(obstacle, of: project, code, in: access)
            try append(
                ProjectObstacleMet(
                    policy: code.text, project: project, obstacle: obstacle.number, what: what, owner: owner,
                    due: due, raisedOn: obstacle.raisedOn), about: reference, by: doer, at: now, in: access)
        case .solve(let number, let day, let how):
            guard let open = record.obstacles.first(where: { $0.number == number }), open.solvedOn == nil else {
                throw WorkRefusal.noSuchObstacle
            }
            guard day <= now.civil.date else { throw WorkRefusal.dayToCome() }
            let first = open.raisedOn ?? policy.meta.issued
            guard day >= first else { throw WorkRefusal.dayBefore(first) }
            try ProjectStore.solve(number, on: day, how: how, of: project, code, in: access)
            try append(
                ProjectObstacleSolved(policy: code.text, project: project, obstacle: number, day: day, how: how),
                about: reference, by: doer, at: now, in: access)
            try tasks.settle(.init(code, .obstacle(project: project, number: number)), at: now, in: access)
        }
    }

    /// A month as it was said, read and held against those before.
    private func month(
        _ act: ProjectAct, on record: ProjectRecord, from first: CivilMonth, planFen: Int64, by doer: UnitMember,
        at now: Instant
    ) throws -> ProjectRecord.Month {
        guard
            case .report(let month, let planned, let done, let percent, let note, let reason, let overReason) = act
        else { throw WorkRefusal.noSuchProject }
        let running = CivilMonth(now.civil.date)
        guard month <= running else { throw WorkRefusal.monthToCome(last: running) }
        guard month >= first else { throw WorkRefusal.monthBefore(first: first) }
        guard let plannedFen = TenThousandYuan.fen(of: planned) else { throw WorkRefusal.amount(field: "planned") }
        let doneFen = try zip(ProjectRecord.Source.allCases, done).map { source, text in
            guard let fen = TenThousandYuan.fen(of: text.isEmpty ? "0" : text) else {
                throw WorkRefusal.amount(field: source.rawValue)
            }
            return fen
        }
        guard let progress = Int(percent), (0...100).contains(progress) else { throw WorkRefusal.percent }
        let before = record.months.last { $0.month == month }
        if before == nil, !reason.isEmpty { throw WorkRefusal.nothingToCorrect(month) }
        if before != nil, reason.isEmpty { throw WorkRefusal.monthTwice(month) }
        let bounds = record.progressBounds(of: month)
        guard bounds.least <= progress, progress <= bounds.most else {
            throw WorkRefusal.progressOutOfLine(least: bounds.least, most: bounds.most)
        }
        let allFen = record.doneFen(beside: month) + doneFen.reduce(0, +)
        guard allFen <= planFen || !overReason.isEmpty else {
            throw WorkRefusal.abovePlan(plannedFen: planFen, doneFen: allFen)
        }
        return ProjectRecord.Month(
            month: month, number: (before?.number ?? 0) + 1, plannedFen: plannedFen, doneFen: doneFen,
            progress_percent: progress, note: note, reason: reason.isEmpty ? nil : reason,
            overReason: overReason.isEmpty ? nil : overReason, author: FactAuthor.person(doer.person).text, filedAt: now
        )
    }
}
