import Facts
import Kernel
import Persistence

extension GovernanceRoom {
    /// What the evaluation of a unit rests on, task by task and indicator by indicator, what costs most first. It is
    /// read from the facts that the decision names, and from the closed month.
    func grounds(
        of score: Score, _ items: [ScoredItem], in access: any ReadAccess
    ) throws -> [ScoreGround] {
        guard score.kind == .unit else { return [] }
        var grounds: [ScoreGround] = []
        for item in items {
            for fact in item.facts where item.code != "indicators" {
                guard let entry = try Journal.entry(fact, in: access),
                    let key = entry.subject.reference.flatMap({ TaskKey(reference: $0) }),
                    let found = try found(by: entry, in: score.month)
                else { continue }
                grounds.append(
                    ScoreGround(
                        item: item.code, name: try name(of: key, access),
                        address: "/policy/\(key.policy)/tasks/\(key.number)", found: found.phrase, tag: found.tag,
                        points: found.points, facts: [fact]))
            }
        }
        grounds += try indicatorGrounds(of: score, in: access)
        // Addresses of one kind differ by a number: the shorter one has the smaller.
        return grounds.sorted { left, right in
            (left.points, left.item, left.address.count, left.address)
                < (right.points, right.item, right.address.count, right.address)
        }
    }

    private func name(of key: TaskKey, _ access: any ReadAccess) throws -> Phrase {
        let text = try desk.shelf.policy(key.policy, in: access)?.task(key.number)?.item ?? ""
        return Phrase("任务 \(key.number) \(text)", "Task \(key.number) \(text)")
    }

    /// What a fact says of a task in a month: its light, its report, or that none came from whoever answers for it.
    private func found(
        by entry: JournalEntry, in month: CivilMonth
    ) throws -> (phrase: Phrase, tag: String, points: Int)? {
        if let fact = try entry.fact(PolicyTaskLightChanged.self), let light = TaskLight(rawValue: fact.light),
            let reason = LightReason(rawValue: fact.reason), let points = indicators.scores.lights.points(of: light)
        {
            let (what, why) = (light.phrase, reason.phrase)
            return (Phrase("\(what.zh)（\(why.zh)）", "\(what.en) (\(why.en))"), light.tag, points)
        }
        if entry.kind == PolicyTaskReported.kind {
            return entry.occurredAt < desk.reportDue(of: month)
                ? (Phrase("月报按时", "report in time"), "done", 100) : (Phrase("月报迟报", "report late"), "late", 0)
        }
        return entry.kind == PolicyTaskAssigned.kind ? (Phrase("月报未报", "no report"), "late", 0) : nil
    }

    private func indicatorGrounds(of score: Score, in access: any ReadAccess) throws -> [ScoreGround] {
        guard let figures = try IndicatorStore.frozen(score.month, in: access)?.figures else { return [] }
        return indicators.book.all.filter { $0.owner == score.subject }.compactMap { indicator in
            guard let figure = figures.figure(indicator.code, nil), let value = figure.value,
                let goal = indicator.goal(in: score.month.year)
            else { return nil }
            let isReached = indicator.reaches(value, goal)
            let told = "\(figure.month): \(value) (\(indicator.direction.sign) \(goal.value))"
            return ScoreGround(
                item: "indicators", name: indicator.name, address: "/policy/indicators/\(indicator.code)",
                found: isReached
                    ? Phrase("达到目标 \(told)", "reaches its goal, \(told)")
                    : Phrase("未达到目标 \(told)", "misses its goal, \(told)"),
                tag: isReached ? "done" : "late", points: isReached ? 100 : 0, facts: figure.facts)
        }
    }
}
