import Facts
import Kernel
import Persistence
import Standards
import Web

/// What happened to a case without a step: its exceedances changed, joined, went or stood again, it was counted anew,
/// a clock ran out, it was reopened. Read from the journal, so that the course of a case leaves nothing out.
struct CaseNews: Sendable, Equatable {
    let at: Instant
    let what: Phrase
    /// How many steps were taken before it.
    let behind: Int
    /// The step whose officer did it; nil where it came about by itself.
    var ofStep: Int?
    /// Who did it, where that is no officer of a step.
    var who: Phrase?
    /// Whether an exceedance went without growing into another, and why, where that is told.
    var isGone = false
    var goneBy: JudgingCause?

    /// All news of a case, in the order in which they were journalled.
    static func read(of id: CaseID, in access: any ReadAccess) throws -> [CaseNews] {
        var (peaks, taken, news): ([EpisodeID: String], Int, [CaseNews]) = ([:], 0, [])
        var aside: (from: Int, at: Instant)?
        let answers = try RecordAnswerStore.answers(of: id, in: access)
        for entry in try Journal.timeline(of: id.text, scope: .city, limit: .max, in: access) {
            if let step = try entry.fact(CaseStepTaken.self) {
                // What an officer set aside is told before what came of it.
                let from = aside.flatMap { $0.at == entry.occurredAt ? $0.from : nil } ?? news.count
                news.insert(contentsOf: setAside(by: step, at: entry.recordedAt, behind: taken), at: from)
                (taken, aside) = (step.step, nil)
            } else if let fact = try entry.fact(CaseEvidenceChanged.self) {
                if fact.cause == .setAside, aside?.at != entry.occurredAt { aside = (news.count, entry.occurredAt) }
                let isGone = fact.extent == nil && fact.mergedInto == nil
                news.append(
                    CaseNews(
                        at: entry.recordedAt, what: changed(fact, &peaks), behind: taken, isGone: isGone,
                        goneBy: isGone ? fact.cause : nil))
            } else if let fact = try entry.fact(RecordAnswered.self), let answer = answers[fact.step] {
                news.append(answered(answer, at: entry.recordedAt, behind: taken))
            } else if let what = try told(entry) {
                news.append(CaseNews(at: entry.recordedAt, what: what, behind: taken))
            }
        }
        return news
    }

    /// The marks that a step set aside.
    private static func setAside(by step: CaseStepTaken, at moment: Instant, behind: Int) -> [CaseNews] {
        guard step.form[MarkVerdict.field] == MarkVerdict.aside.rawValue else { return [] }
        return Step.marks(in: step.form).map { mark in
            CaseNews(
                at: moment,
                what: Phrase("撤销企业标记 \(mark.phrase.zh)", "a mark of the enterprise set aside: \(mark.phrase.en)"),
                behind: behind, ofStep: step.step)
        }
    }

    /// What the second officer said of a record, by name and in the words given.
    private static func answered(_ answer: RecordAnswer, at moment: Instant, behind: Int) -> CaseNews {
        let (said, words) = (answer.verdict.asked, answer.words.isEmpty ? "" : "“\(answer.words)”")
        return CaseNews(
            at: moment,
            what: Phrase(
                "同行执法人员对现场记录：\(said.zh)\(words)", "the second officer of a record: \(said.en) \(words)"),
            behind: behind,
            who: Phrase(
                "\(answer.actorName) · \(answer.role.phrase.zh)", "\(answer.actorName) · \(answer.role.phrase.en)"))
    }

    private static func changed(_ fact: CaseEvidenceChanged, _ peaks: inout [EpisodeID: String]) -> Phrase {
        let cause = fact.cause.map { Phrase("；起因：\($0.phrase.zh)", "; because: \($0.phrase.en)") } ?? Phrase("", "")
        guard let extent = fact.extent else {
            let what =
                fact.mergedInto == nil
                ? Phrase("超标不再成立", "an exceedance no longer stands")
                : Phrase("超标与另一超标相连，并入后者", "an exceedance has grown into another")
            return Phrase(what.zh + cause.zh, what.en + cause.en)
        }
        let peak = "\(extent.peak)" + ExceedanceExtent.unitBehind(extent.unit)
        let before = fact.episode.flatMap { peaks.updateValue(peak, forKey: $0) }
        let was = before.flatMap { $0 == peak ? nil : Phrase("（此前 \($0)）", " (before: \($0))") } ?? Phrase("", "")
        let from = extent.firstHour.civil.minuteText
        if fact.upheldBy != nil {
            return Phrase(
                "重新上传的数据不予采信，超标按首报数据成立：自 \(from) 起 \(extent.hours) 个均值，最不利值 \(peak)",
                "data sent again is refused, the exceedance stands as first told: \(extent.hours) means from \(from), "
                    + "worst value \(peak)")
        }
        return Phrase(
            "超标成立：自 \(from) 起 \(extent.hours) 个均值，最不利值 \(peak)\(was.zh)\(cause.zh)",
            "an exceedance stands: \(Counted.english(extent.hours, "mean")) from \(from), "
                + "worst value \(peak)\(was.en)\(cause.en)")
    }

    private static func told(_ entry: JournalEntry) throws -> Phrase? {
        if let fact = try entry.fact(CaseEpisodeJoined.self) {
            let name = Pollutant(fact.pollutant).name
            return Phrase("又一超标并入本案（\(name.zh)）", "another exceedance joined the case (\(name.en))")
        }
        if let fact = try entry.fact(CaseRecounted.self) {
            return Phrase(
                "重新计数：30日内第 \(fact.occurrence) 次超标", "counted again: exceedance \(fact.occurrence) within 30 days")
        }
        if let fact = try entry.fact(CaseEscalated.self) {
            return fact.handedTo.map { role in
                Phrase("超期，任务上交\(role.phrase.zh)", "overdue: the duty went to the \(role.phrase.en)")
            } ?? Phrase("超期，预警级别提高", "overdue: the level was raised")
        }
        guard entry.kind == CaseReopened.kind else { return nil }
        return Phrase("销号后超标加重或重新成立，恢复办理", "weightier than what was closed, or standing again: case reopened")
    }
}
