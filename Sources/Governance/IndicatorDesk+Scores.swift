import Facts
import Kernel
import Persistence

extension IndicatorDesk {
    /// Closes a month: its figures stand from now on, and scores are decided on them. A month before the policy, or
    /// before anybody filed a value, has nothing to close.
    ///
    /// - Parameter despite: Why it is closed though some of its values cannot be true; nil where none are so.
    func freeze(
        _ month: CivilMonth, despite: String? = nil, by person: PersonID, at now: Instant,
        in access: any WriteAccess
    ) throws {
        let figures = try closable(month, despite: despite, at: now, in: access)
        let content = try CanonicalJSON.bytes(of: figures)
        let author = FactAuthor.person(person)
        let fact = try journal.append(
            IndicatorMonthFrozen(
                month: month.description, figures: figures.figures.count,
                missing: figures.figures.count { $0.value == nil }, sha256: Digest256(of: content),
                despite: despite),
            about: FactSubject(reference: month.description), by: author, occurredAt: now, in: access)
        try IndicatorStore.freeze(
            month, content: content, despite: despite, by: author.text, at: now, fact: fact, in: access)
        for region in [nil] + regions.map({ Optional($0.code) }) {
            try decideDual(figures, region, at: now, in: access)
            if let region { try decideDistrict(figures, region, at: now, in: access) }
        }
        let tasks = try TaskMonth(of: month, self.tasks, at: now, in: access)
        for unit in try units(in: access) { try decide(unit, figures, tasks, at: now, in: access) }
    }

    /// The figures that a month would be closed with. Refuses a month that cannot be closed.
    func closable(_ month: CivilMonth, at now: Instant, in access: any ReadAccess) throws -> FrozenMonth {
        guard month.end <= now else { throw IndicatorRefusal.monthNotOver(month) }
        if let issued = try tasks.shelf.policy(book.policy, in: access)?.meta.issued, month < CivilMonth(issued) {
            throw IndicatorRefusal.monthBefore(first: CivilMonth(issued))
        }
        guard let first = try IndicatorStore.firstMonth(access) else { throw IndicatorRefusal.nothingFiled }
        guard first <= month else { throw IndicatorRefusal.monthBefore(first: first) }
        let (figures, frozenAt) = try figures(of: month, in: access)
        guard frozenAt == nil else { throw IndicatorRefusal.frozenAlready(month) }
        return figures
    }

    /// The units that evaluations are about: those that lead a task, in the order of the policies.
    private func units(in access: any ReadAccess) throws -> [String] {
        var seen: Set<String> = []
        return try tasks.shelf.all(in: access).flatMap(\.units).filter { !$0.isCollective }.map(\.name)
            .filter { seen.insert($0).inserted }
    }

    private func items(
        _ weights: [ScoreFigures.Weight], _ figures: FrozenMonth, _ region: RegionCode?
    ) -> [ScoredItem] {
        weights.compactMap { weight in
            guard let indicator = book[weight.indicator] else { return nil }
            let figure = figures.figure(weight.indicator, indicator.isByDistrict ? region : nil)
            return ScoredItem(
                code: weight.indicator.text, weight: weight.weight, value: figure?.value, goal: figure?.goal,
                direction: indicator.direction, facts: figure?.facts ?? [])
        }
    }

    private func decideDual(
        _ figures: FrozenMonth, _ region: RegionCode?, at now: Instant, in access: any WriteAccess
    ) throws {
        let subject = region?.text ?? ""
        let (id, outcome) = try tasks.decisions.decide(
            by: DualIndexRule.self,
            on: DualIndexRule.Input(
                subject: subject, month: figures.month, environment: items(scores.environment, figures, region),
                economy: items(scores.economy, figures, region), coverageMin_percent: scores.coverageMin_percent,
                good_points: scores.good_points),
            about: Score.reference(.dual, figures.month, subject), enterprise: nil, region: nil, at: now, in: access)
        try ScoreStore.insert(
            Score(
                kind: .dual, month: figures.month, subject: subject, score_hundredths: outcome.dual_hundredths,
                environment_hundredths: outcome.environment_hundredths,
                economy_hundredths: outcome.economy_hundredths, quadrant: outcome.quadrant, decision: id), in: access)
    }

    private func decideDistrict(
        _ figures: FrozenMonth, _ region: RegionCode, at now: Instant, in access: any WriteAccess
    ) throws {
        try decide(
            .district, region.text, figures.month, items(scores.district, figures, region), at: now, in: access)
    }

    private func decide(
        _ kind: ScoreKind, _ subject: String, _ month: CivilMonth, _ items: [ScoredItem], at now: Instant,
        in access: any WriteAccess
    ) throws {
        let (id, outcome) = try tasks.decisions.decide(
            by: ExactScoreRule.self,
            on: ExactScoreRule.Input(
                subject: subject, month: month, items: items, coverageMin_percent: scores.coverageMin_percent),
            about: Score.reference(kind, month, subject), enterprise: nil, region: nil, at: now, in: access)
        try ScoreStore.insert(
            Score(
                kind: kind, month: month, subject: subject, score_hundredths: outcome.score_hundredths,
                environment_hundredths: nil, economy_hundredths: nil, quadrant: nil, decision: id), in: access)
    }

    /// A lead unit by the lights of the tasks that it answered for at the end of the month, its reports on the month,
    /// and its own indicators that reach their goals.
    private func decide(
        _ unit: String, _ figures: FrozenMonth, _ tasks: TaskMonth, at now: Instant, in access: any WriteAccess
    ) throws {
        let own = tasks.tasks.filter { $0.unit == unit }
        let lights = own.compactMap { task in
            task.light.flatMap { light in scores.lights.points(of: light.light).map { ($0, light.fact) } }
        }
        let reports = own.compactMap(\.report)
        let figured = book.all.filter { $0.owner == unit }.compactMap { indicator -> (Bool, [Int64])? in
            guard let figure = figures.figure(indicator.code, nil), let value = figure.value,
                let goal = indicator.goal(in: figures.month.year)
            else { return nil }
            return (indicator.reaches(value, goal), figure.facts)
        }
        let full = DecimalNumber(100)
        func item(_ code: String, _ weight: Int, _ part: Int, of whole: Int, facts: [Int64]) -> ScoredItem {
            ScoredItem(
                code: code, weight: weight,
                value: whole > 0
                    ? WeightedPoints.percent(part, of: whole) : nil, goal: full, direction: .higher,
                facts: Set(facts).sorted(), count: whole > 0 ? .init(part: part, whole: whole) : nil)
        }
        let items = [
            item(
                "lights", scores.unit.lights, lights.reduce(0) { $0 + $1.0 }, of: lights.count * 100,
                facts: lights.map(\.1)),
            item(
                "reports", scores.unit.reports, reports.count(where: \.isInTime), of: reports.count,
                facts: reports.map(\.fact)),
            item(
                "indicators", scores.unit.indicators, figured.count { $0.0 }, of: figured.count,
                facts: figured.flatMap(\.1)),
        ]
        try decide(.unit, unit, figures.month, items, at: now, in: access)
    }
}
