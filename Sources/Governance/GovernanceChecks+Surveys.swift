import Facts
import Kernel
import Persistence

extension GovernanceChecks {
    /// Rounds and answers are the bytes that were journalled, results are what the answers come to, and feedback is as
    /// the journal tells.
    func surveys(_ access: any ReadAccess) throws -> [CheckReport] {
        [try rounds(access), try answers(access), try results(access), try feedback(access)]
    }

    private func rounds(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("surveys are the rounds that were journalled")
        var told: [Int: Digest256] = [:]
        for entry in try Journal.entries(after: 0, kinds: [SurveyOpened.kind], limit: .max, in: access) {
            if let fact = try entry.fact(SurveyOpened.self) { told[fact.year] = fact.sha256 }
        }
        for (survey, kept) in try SurveyStore.surveys(access) {
            let isWhole =
                kept.sha256 == Digest256(of: kept.content) && told.removeValue(forKey: survey.year) == kept.sha256
            tally.examine(isWhole ? nil : "the survey of \(survey.year) is not the round that was journalled")
        }
        for year in told.keys.sorted() { tally.examine("the survey of \(year) was journalled and is gone") }
        return tally.report
    }

    private func answers(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("answers of surveys are those that were journalled")
        var told: [String: SurveyAnswersTaken] = [:]
        for entry in try Journal.entries(after: 0, kinds: [SurveyAnswersTaken.kind], limit: .max, in: access) {
            if let fact = try entry.fact(SurveyAnswersTaken.self) { told["\(fact.year) \(fact.batch)"] = fact }
        }
        for (survey, _) in try SurveyStore.surveys(access) {
            var seen: Set<String> = []
            for (batch, count, kept) in try SurveyStore.batches(of: survey.year, in: access) {
                let fact = told.removeValue(forKey: "\(survey.year) \(batch)")
                let people = SurveyAnswer.all(kept.content).map(\.respondent)
                let isWhole =
                    kept.sha256 == Digest256(of: kept.content) && fact?.sha256 == kept.sha256
                    && fact?.answers == count && people.count == count
                let isOnce = people.allSatisfy { seen.insert($0).inserted }
                tally.examine(
                    isWhole && isOnce ? nil : "answers \(batch) of \(survey.year) are not those that were journalled")
            }
        }
        for place in told.keys.sorted() { tally.examine("answers \(place) were journalled and are gone") }
        return tally.report
    }

    private func results(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("results of surveys are what their answers come to")
        var told: [Int: (fact: SurveyClosed, entry: JournalEntry)] = [:]
        for entry in try Journal.entries(after: 0, kinds: [SurveyClosed.kind], limit: .max, in: access) {
            if let fact = try entry.fact(SurveyClosed.self) { told[fact.year] = (fact, entry) }
        }
        for (year, closed) in try SurveyStore.results(access).sorted(by: { $0.key < $1.key }) {
            let known = told.removeValue(forKey: year)
            let (fact, entry) = (known?.fact, known?.entry)
            let survey = try SurveyStore.survey(year, in: access)?.survey
            let answers = try SurveyStore.answers(of: year, in: access)
            let again = survey.map { SurveyResultRule.decide(SurveyDesk.input(of: $0, answers)).outcome.estimates }
            let decision = try DecisionLog.decision(closed.result.decision, scope: .city, in: access)
            let decided = try decision.map {
                try CanonicalJSON.value(SurveyResultRule.Outcome.self, from: $0.outcome).estimates
            }
            let isWhole =
                closed.kept.sha256 == Digest256(of: closed.kept.content) && fact?.sha256 == closed.kept.sha256
                && fact?.answers == answers.count && closed.result.answers == answers.count
                && entry?.author.text == closed.kept.author && entry?.occurredAt == closed.kept.at
                && entry?.sequence == closed.kept.fact
            let agrees = again == closed.result.estimates && decided == closed.result.estimates
            tally.examine(isWhole && agrees ? nil : "the result of \(year) is not what its answers come to")
        }
        for year in told.keys.sorted() { tally.examine("the result of \(year) was journalled and is gone") }
        return tally.report
    }

    private func feedback(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("public feedback is as the journal tells")
        var told: [Int: (received: FeedbackReceived, receipt: String, settled: FeedbackSettled?)] = [:]
        let kinds: Set = [FeedbackReceived.kind, FeedbackSettled.kind]
        for entry in try Journal.entries(after: 0, kinds: kinds, limit: .max, in: access) {
            if let fact = try entry.fact(FeedbackReceived.self) {
                told[fact.number] = (fact, String(entry.factID.prefix(Feedback.receiptDigits)), nil)
            } else if let fact = try entry.fact(FeedbackSettled.self) {
                told[fact.number]?.settled = fact
            }
        }
        for kept in try FeedbackStore.all(access) {
            let fact = told.removeValue(forKey: kept.number)
            let agrees =
                fact?.received.service == kept.service && fact?.received.stars == kept.stars
                && fact?.received.textSHA256 == kept.text.map { Digest256(of: $0) } && fact?.receipt == kept.receipt
                && fact?.settled?.outcome == kept.settled?.outcome.rawValue
                && fact?.settled?.answer == kept.settled?.answer
            tally.examine(agrees ? nil : "feedback \(kept.number) is not what the journal tells")
        }
        for number in told.keys.sorted() { tally.examine("feedback \(number) was journalled and is gone") }
        return tally.report
    }
}
