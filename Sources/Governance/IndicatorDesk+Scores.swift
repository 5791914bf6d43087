import Facts
import Kernel
import Persistence

extension IndicatorDesk {
    /// Closes a month: its figures stand from now on, and scores are decided on them.
    func freeze(_ month: CivilMonth, by person: PersonID, at now: Instant, in access: any WriteAccess) throws {
        guard month.end <= now else { throw IndicatorRefusal.monthNotOver(month) }
        let (figures, frozenAt) = try figures(of: month, in: access)
        guard frozenAt == nil else { throw IndicatorRefusal.frozenAlready(month) }
        let content = try CanonicalJSON.bytes(of: figures)
        let author = FactAuthor.person(person)
        let fact = try journal.append(
            IndicatorMonthFrozen(
                month: month.description, figures: figures.figures.count,
                missing: figures.figures.count { $0.value == nil }, sha256: Digest256(of: content)),
            about: FactSubject(reference: month.description), by: author, occurredAt: now, in: access)
        try IndicatorStore.freeze(month, content: content, by: author.text, at: now, fact: fact, in: access)
        for region in [nil] + regions.map({ Optional($0.code) }) {
            try decideDual(figures, region, in: access)
            if let region { try decideDistrict(figures, region, in: access) }
        }
        for unit in try units(in: access) { try decide(unit, figures, at: now, in: access) }
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

    private func reference(_ kind: ScoreKind, _ month: CivilMonth, _ subject: String) -> String {
        "\(kind.rawValue).\(month).\(subject.isEmpty ? "city" : subject)"
    }

    private func decideDual(
        _ figures: FrozenMonth, _ region: RegionCode?, in access: any WriteAccess
    ) throws {
        let subject = region?.text ?? ""
        let (id, outcome) = try tasks.decisions.decide(
            by: DualIndexRule.self,
            on: DualIndexRule.Input(
                subject: subject, month: figures.month, environment: items(scores.environment, figures, region),
                economy: items(scores.economy, figures, region), coverageMin_percent: scores.coverageMin_percent,
                good_points: scores.good_points),
            about: reference(.dual, figures.month, subject), enterprise: nil, region: nil, in: access)
        try ScoreStore.insert(
            Score(
                kind: .dual, month: figures.month, subject: subject, score_hundredths: outcome.dual_hundredths,
                environment_hundredths: outcome.environment_hundredths,
                economy_hundredths: outcome.economy_hundredths, quadrant: outcome.quadrant, decision: id), in: access)
    }

    private func decideDistrict(_ figures: FrozenMonth, _ region: RegionCode, in access: any WriteAccess) throws {
        try decide(.district, region.text, figures.month, items(scores.district, figures, region), in: access)
    }

    private func decide(
        _ kind: ScoreKind, _ subject: String, _ month: CivilMonth, _ items: [ScoredItem], in access: any WriteAccess
    ) throws {
        let (id, outcome) = try tasks.decisions.decide(
            by: WeightedScoreRule.self,
            on: WeightedScoreRule.Input(
                subject: subject, month: month, items: items, coverageMin_percent: scores.coverageMin_percent),
            about: reference(kind, month, subject), enterprise: nil, region: nil, in: access)
        try ScoreStore.insert(
            Score(
                kind: kind, month: month, subject: subject, score_hundredths: outcome.score_hundredths,
                environment_hundredths: nil, economy_hundredths: nil, quadrant: nil, decision: id), in: access)
    }

    /// A lead unit by its lights now, its reports on the month, and its own indicators that reach their goals.
    private func decide(
        _ unit: String, _ figures: FrozenMonth, at now: Instant, in access: any WriteAccess
    ) throws {
        var (points, due, inTime): ([Int], Int, Int) = ([], 0, 0)
        for policy in try tasks.shelf.all(in: access) {
            let records = try TaskStore.records(of: policy.meta.code, in: access)
            for task in policy.tasks where task.leadUnits.contains(unit) {
                guard let record = records[task.number] else { continue }
                if let light = record.light?.light, let worth = scores.lights.points(of: light) {
                    points.append(worth)
                }
                guard let assignment = record.assignment, assignment.unit == unit,
                    assignment.firstMonth <= figures.month,
                    !record.isFulfilled(task.kind, by: figures.month.start)
                else { continue }
                due += 1
                let first = record.reports.first { $0.month == figures.month }
                if let first, first.filedAt < tasks.reportDue(of: figures.month) { inTime += 1 }
            }
        }
        let own = book.all.filter { $0.owner == unit }.compactMap { indicator -> Bool? in
            guard let value = figures.figure(indicator.code, nil)?.value,
                let goal = indicator.goal(in: figures.month.year)
            else { return nil }
            return indicator.reaches(value, goal)
        }
        let full = DecimalNumber(100)
        func item(_ code: String, _ weight: Int, _ part: Int, of whole: Int) -> ScoredItem {
            ScoredItem(
                code: code, weight: weight,
                value: whole > 0
                    ? WeightedPoints.percent(part, of: whole) : nil, goal: full, direction: .higher, facts: [])
        }
        let items = [
            item("lights", scores.unit.lights, points.reduce(0, +), of: points.count * 100),
            item("reports", scores.unit.reports, inTime, of: due),
            item("indicators", scores.unit.indicators, own.count { $0 }, of: own.count),
        ]
        try decide(.unit, unit, figures.month, items, in: access)
    }
}
