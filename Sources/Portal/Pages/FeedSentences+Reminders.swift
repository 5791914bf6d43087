import Facts
import Kernel
import Web

extension FeedSentences {
    /// A unit was reminded of what it owes to a policy.
    func reminded(_ fact: PolicyDutyReminded, _ entry: JournalEntry) throws -> FeedItem {
        let duty = sources.dutyPhrase(fact.dutyKind) ?? Phrase(fact.dutyKind, fact.dutyKind)
        let place =
            try sources.dutyPlace(fact.dutyKind, about: fact.reference, scope: scope, in: access)
            ?? Phrase("\(fact.reference) · \(fact.unit)", "\(fact.reference) · \(fact.unit)")
        return FeedItem(
            sequence: entry.sequence, at: entry.recordedAt,
            sentence: Phrase(
                "政策 \(place.zh)：“\(duty.zh)”将于 \(fact.due.termText) 到期",
                "policy \(place.en): “\(duty.en)” is due by \(fact.due.termText)"),
            tag: "open", tagWord: Phrase("临期", "due soon"),
            link: sources.dutyAddress(fact.dutyKind, about: fact.reference))
    }
}
