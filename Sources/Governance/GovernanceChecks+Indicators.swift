import Facts
import Kernel
import Persistence

extension GovernanceChecks {
    /// Values are those that were journalled, closed months hold the journalled bytes, and each score is what its
    /// decision says.
    func indicators(_ access: any ReadAccess) throws -> [CheckReport] {
        [try values(access), try months(access), try scores(access)]
    }

    private func values(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("values of indicators are those that were journalled")
        var told: [Int64: IndicatorValue] = [:]
        for entry in try Journal.entries(after: 0, kinds: [IndicatorValueFiled.kind], limit: .max, in: access) {
            guard let fact = try entry.fact(IndicatorValueFiled.self), let month = CivilMonth(fact.month),
                let indicator = IndicatorCode(fact.indicator)
            else { continue }
            told[entry.sequence] = IndicatorValue(
                place: .init(indicator: indicator, region: fact.region, month: month), number: fact.number,
                value: fact.value, source: fact.source, unit: fact.unit, author: entry.author.text,
                filedAt: entry.occurredAt, reason: fact.reason, fact: entry.sequence)
        }
        try IndicatorStore.forEach(access) { value in
            let agrees = told.removeValue(forKey: value.fact) == value
            tally.examine(agrees ? nil : "value \(value.fact) of \(value.place.indicator) is not what was journalled")
        }
        for fact in told.keys.sorted() { tally.examine("value \(fact) was journalled and is gone") }
        return tally.report
    }

    private func months(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("closed months hold the figures that were journalled")
        var told: [String: (fact: IndicatorMonthFrozen, entry: JournalEntry)] = [:]
        for entry in try Journal.entries(after: 0, kinds: [IndicatorMonthFrozen.kind], limit: .max, in: access) {
            if let fact = try entry.fact(IndicatorMonthFrozen.self) { told[fact.month] = (fact, entry) }
        }
        for kept in try IndicatorStore.frozenMonths(access) {
            let known = told.removeValue(forKey: kept.month.description)
            let isWhole =
                kept.sha256 == Digest256(of: kept.content) && known?.fact.sha256 == kept.sha256
                && known?.fact.despite == kept.despite
                && known?.entry.author.text == kept.author && known?.entry.occurredAt == kept.at
                && known?.entry.sequence == kept.fact
            tally.examine(isWhole ? nil : "the figures of \(kept.month) are not those that were journalled")
        }
        for month in told.keys.sorted() { tally.examine("the closed month \(month) is gone") }
        return tally.report
    }

    /// Each closed month has the scores that were decided with it, no more and no fewer, each of its own decision.
    private func scores(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("scores are what their decisions say")
        var told = try decidedScores(access)
        for score in try ScoreStore.scores(in: .board, access) {
            let isOwn = told.removeValue(forKey: score.reference) == score.decision
            let agrees = try DecisionLog.decision(score.decision, scope: .city, in: access).map { decision in
                try decision.reference == score.reference && says(decision, score)
            }
            tally.examine(
                isOwn && agrees == true
                    ? nil : "the score \(score.kind.rawValue) \(score.month) \(score.subject) is another")
        }
        for reference in told.keys.sorted() { tally.examine("the score \(reference) was decided and is gone") }
        return tally.report
    }

    /// The decisions on scores by what they are about: those that stand right behind the end of their month, because
    /// one transaction wrote them.
    private func decidedScores(_ access: any ReadAccess) throws -> [String: DecisionID] {
        let rules: Set = [DualIndexRule.descriptor.code, WeightedScoreRule.descriptor.code]
        var told: [String: DecisionID] = [:]
        for closed in try Journal.entries(after: 0, kinds: [IndicatorMonthFrozen.kind], limit: .max, in: access) {
            guard let month = try closed.fact(IndicatorMonthFrozen.self)?.month else { continue }
            let behind = try Journal.entries(
                after: closed.sequence, kinds: [DecisionTaken.kind], limit: Score.mostOfAMonth, in: access)
            for entry in behind {
                guard let fact = try entry.fact(DecisionTaken.self), rules.contains(fact.rule),
                    let reference = entry.subject.reference, reference.contains(".\(month).")
                else { break }
                told[reference] = fact.decision
            }
        }
        return told
    }

    private func says(_ decision: Decision, _ score: Score) throws -> Bool {
        switch score.kind {
        case .dual:
            guard decision.ruleCode == DualIndexRule.descriptor.code else { return false }
            let input = try CanonicalJSON.value(DualIndexRule.Input.self, from: decision.input)
            let outcome = try CanonicalJSON.value(DualIndexRule.Outcome.self, from: decision.outcome)
            return input.subject == score.subject && input.month == score.month
                && outcome
                    == .init(
                        environment_hundredths: score.environment_hundredths,
                        economy_hundredths: score.economy_hundredths, dual_hundredths: score.score_hundredths,
                        quadrant: score.quadrant)
        case .district, .unit:
            guard decision.ruleCode == WeightedScoreRule.descriptor.code else { return false }
            let input = try CanonicalJSON.value(WeightedScoreRule.Input.self, from: decision.input)
            let outcome = try CanonicalJSON.value(WeightedScoreRule.Outcome.self, from: decision.outcome)
            return input.subject == score.subject && input.month == score.month
                && outcome.score_hundredths == score.score_hundredths && score.environment_hundredths == nil
                && score.economy_hundredths == nil && score.quadrant == nil
        }
    }
}
