import Facts
import Kernel
import Persistence

/// Takes what people say about the reserve pool: refuses it with a reason, or keeps and journals it.
struct PoolDesk: Sendable {
    let work: WorkDesk
    /// The districts, in their order.
    let regions: [RegionCode]
    let figures: PoolScoreFigures

    static func reference(_ project: Int) -> String { "POOL-\(project)" }

    /// Enters a project; its number is returned.
    @discardableResult
    func enter(
        _ said: SaidPoolProject, by doer: UnitMember, at now: Instant, in access: any WriteAccess
    ) throws -> Int {
        for (field, text, max) in [
            ("name", said.name, PoolProject.nameMax), ("note", said.note, PoolProject.noteMax),
        ] where !(1...max).contains(text.unicodeScalars.count) {
            throw PoolRefusal.text(field: field, max: max)
        }
        guard let sort = PoolSort(rawValue: said.sort) else { throw PoolRefusal.unknownSort }
        let units = try work.tasks.shelf.all(in: access).flatMap(\.units).map(\.name)
        guard units.contains(said.unit) else { throw WorkRefusal.unknownUnit(said.unit) }
        try work.check(doer, speaksFor: said.unit, in: access)
        let region = try self.region(said.region)
        guard let total = TenThousandYuan.fen(of: said.total), total > 0 else {
            throw PoolRefusal.amount(field: "total")
        }
        let plan = try zip(ProjectRecord.Source.allCases, said.plan).map { source, text in
            guard let fen = TenThousandYuan.fen(of: text.isEmpty ? "0" : text) else {
                throw PoolRefusal.amount(field: source.rawValue)
            }
            return fen
        }
        guard plan.reduce(0, +) <= total else { throw PoolRefusal.planBeyondTotal }
        if let known = try PoolStore.number(named: said.name, in: region, access) {
            throw PoolRefusal.nameTaken(known)
        }
        let project = PoolProject(
            number: try PoolStore.nextNumber(access), name: said.name, region: region, sort: sort, unit: said.unit,
            totalFen: total, planFen: plan, note: said.note, enteredOn: now.civil.date)
        try keep(project, by: doer, at: now, in: access)
        try rescore(project.number, at: now, in: access)
        return project.number
    }

    private func keep(
        _ project: PoolProject, by doer: UnitMember, at now: Instant, in access: any WriteAccess
    ) throws {
        try PoolStore.insert(project, in: access)
        try append(
            PoolProjectEntered(
                project: project.number, name: project.name, region: project.region, sort: project.sort.rawValue,
                unit: project.unit, totalFen: project.totalFen,
                planFen: Dictionary(
                    uniqueKeysWithValues: zip(ProjectRecord.Source.allCases.map(\.rawValue), project.planFen)),
                note: project.note, day: project.enteredOn), project, by: doer, at: now, in: access)
    }

    private func append(
        _ fact: some Fact, _ project: PoolProject, by doer: UnitMember, at now: Instant, in access: any WriteAccess
    ) throws {
        try work.tasks.journal.append(
            fact, about: FactSubject(region: project.region, reference: Self.reference(project.number)),
            by: .person(doer.person), occurredAt: now, in: access)
    }

    private func region(_ text: String) throws -> RegionCode? {
        if text.isEmpty { return nil }
        guard let code = RegionCode(text), regions.contains(code) else { throw PoolRefusal.unknownRegion }
        return code
    }

    /// Takes what somebody does about a project.
    func take(
        _ act: PoolAct, on number: Int, by doer: UnitMember, at now: Instant, in access: any WriteAccess
    ) throws {
        guard let project = try PoolStore.project(number, in: access) else { throw PoolRefusal.noSuchProject }
        try work.check(doer, speaksFor: project.unit, in: access)
        try take(act, on: project, by: doer, at: now, in: access)
        try rescore(number, at: now, in: access)
    }

    private func take(
        _ act: PoolAct, on project: PoolProject, by doer: UnitMember, at now: Instant, in access: any WriteAccess
    ) throws {
        let number = project.number
        switch act {
        case .move(let stage, let day, let note):
            try move(project, to: stage, on: day, note: note, by: doer, at: now, in: access)
        case .secure(let source, let amount, let document, let day):
            guard let source = ProjectRecord.Source(rawValue: source) else { throw PoolRefusal.unknownSource }
            guard let fen = TenThousandYuan.fen(of: amount), fen > 0 else {
                throw PoolRefusal.amount(field: "secured_amount")
            }
            guard day <= now.civil.date else { throw PoolRefusal.dayToCome(field: "secured_on") }
            let money = try PoolStore.money(of: number, in: access)
            let entry = PoolProject.Money(
                number: money.count + 1, source: source, amountFen: fen, belongsTo: nil, document: document, day: day,
                author: FactAuthor.person(doer.person).text)
            // Before the gap, which the first of the two may have closed: whoever clicked twice shall read that.
            if let twin = PoolHistory.twin(of: entry, in: money) { throw PoolRefusal.twice(twin) }
            guard fen <= project.gapFen else { throw PoolRefusal.overTotal(gapFen: project.gapFen) }
            try keep(entry, of: project, by: doer, at: now, in: access)
        case .release(let back, let reason):
            let money = try PoolStore.money(of: number, in: access)
            guard let entry = money.first(where: { $0.number == back }), entry.belongsTo == nil else {
                throw PoolRefusal.noSuchEntry
            }
            guard !money.contains(where: { $0.belongsTo == back }) else { throw PoolRefusal.takenBack }
            try keep(
                .init(
                    number: money.count + 1, source: entry.source, amountFen: -entry.amountFen, belongsTo: back,
                    document: reason, day: now.civil.date, author: FactAuthor.person(doer.person).text),
                of: project, by: doer, at: now, in: access)
        }
    }

    private func move(
        _ project: PoolProject, to stage: PoolStage, on day: CivilDate, note: String, by doer: UnitMember,
        at now: Instant, in access: any WriteAccess
    ) throws {
        guard project.stage.following.contains(stage) else {
            throw PoolRefusal.wrongStage(allowed: project.stage.following)
        }
        guard day <= now.civil.date else { throw PoolRefusal.dayToCome(field: "moved_on") }
        let steps = try PoolStore.steps(of: project.number, in: access)
        let last = steps.last?.day ?? project.enteredOn
        guard day >= last else { throw PoolRefusal.dayBefore(last, field: "moved_on") }
        let step = PoolProject.Step(
            number: steps.count + 1, stage: stage, day: day, note: note,
            author: FactAuthor.person(doer.person).text)
        try PoolStore.insert(step, of: project.number, in: access)
        try append(
            PoolProjectMoved(
                project: project.number, step: step.number, stage: stage.rawValue, day: day, note: note), project,
            by: doer, at: now, in: access)
    }

    private func keep(
        _ money: PoolProject.Money, of project: PoolProject, by doer: UnitMember, at now: Instant,
        in access: any WriteAccess
    ) throws {
        try PoolStore.insert(money, of: project.number, in: access)
        try append(
            PoolMoneySecured(
                project: project.number, entry: money.number, source: money.source.rawValue,
                amountFen: money.amountFen, belongsTo: money.belongsTo, document: money.document, day: money.day),
            project, by: doer, at: now, in: access)
    }
}
