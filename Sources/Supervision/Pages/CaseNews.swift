import Facts
import Kernel
import Persistence
import Web

/// What happened to a case without a step: its exceedances changed, joined, went or stood again, it was counted anew,
/// a clock ran out, it was reopened. Read from the journal, so that the course of a case leaves nothing out.
struct CaseNews: Sendable, Equatable {
    let at: Instant
    let what: Phrase

    /// All news of a case, the oldest first.
    static func read(of id: CaseID, in access: any ReadAccess) throws -> [CaseNews] {
        var peaks: [EpisodeID: String] = [:]
        return try Journal.timeline(of: id.text, scope: .city, limit: .max, in: access).compactMap { entry in
            if let fact = try entry.fact(CaseEvidenceChanged.self) {
                return CaseNews(at: entry.recordedAt, what: changed(fact, &peaks))
            }
            return try told(entry).map { CaseNews(at: entry.recordedAt, what: $0) }
        }
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
        return Phrase(
            "超标成立：自 \(from) 起 \(extent.hours) 个均值，最不利值 \(peak)\(was.zh)\(cause.zh)",
            "an exceedance stands: \(extent.hours) means from \(from), worst value \(peak)\(was.en)\(cause.en)")
    }

    private static func told(_ entry: JournalEntry) throws -> Phrase? {
        if let fact = try entry.fact(CaseEpisodeJoined.self) {
            return Phrase(
                "又一超标并入本案（\(fact.pollutant.text)）", "another exceedance joined the case (\(fact.pollutant.text))")
        }
        if let fact = try entry.fact(RecordAnswered.self), let said = RecordAnswer.Verdict(rawValue: fact.answer) {
            return Phrase("同行执法人员对现场记录：\(said.asked.zh)", "the second officer of a record: \(said.asked.en)")
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
