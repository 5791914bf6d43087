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
        var told: [String: Digest256] = [:]
        for entry in try Journal.entries(after: 0, kinds: [IndicatorMonthFrozen.kind], limit: .max, in: access) {
            if let fact = try entry.fact(IndicatorMonthFrozen.self) { told[fact.month] = fact.sha256 }
        }
        for kept in try IndicatorStore.frozenMonths(access) {
            let isWhole =
                kept.sha256 == Digest256(of: kept.content)
                && told.removeValue(forKey: kept.month.description) == kept.sha256
            tally.examine(isWhole ? nil : "the figures of \(kept.month) are not those that were journalled")
        }
        for month in told.keys.sorted() { tally.examine("the closed month \(month) is gone") }
        return tally.report
    }

    private func scores(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("scores are what their decisions say")
        for score in try ScoreStore.scores(in: .board, access) {
            let agrees = try DecisionLog.decision(score.decision, scope: .city, in: access).map { decision in
                try says(decision, score)
            }
            tally.examine(
                agrees == true ? nil : "the score \(score.kind.rawValue) \(score.month) \(score.subject) is another")
        }
        return tally.report
    }

    private func says(_ decision: Decision, _ score: Score) throws -> Bool {
        switch score.kind {
        case .dual:
            let outcome = try CanonicalJSON.value(DualIndexRule.Outcome.self, from: decision.outcome)
            return outcome
                == .init(
                    environment_hundredths: score.environment_hundredths,
                    economy_hundredths: score.economy_hundredths, dual_hundredths: score.score_hundredths,
                    quadrant: score.quadrant)
        case .district, .unit:
            let outcome = try CanonicalJSON.value(WeightedScoreRule.Outcome.self, from: decision.outcome)
            return outcome.score_hundredths == score.score_hundredths
        }
    }
}
