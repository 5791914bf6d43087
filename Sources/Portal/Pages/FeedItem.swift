import Facts
import Kernel
import Web

/// One line of the live feed: a fact of the journal in a sentence. Also a fragment that the desk's script prepends.
struct FeedItem: Page {
    static let template = "Portal/FeedItem"

    let sequence: Int64
    let at: Instant
    let sentence: Phrase
    /// The name of the tag beside it.
    let tag: String
    let tagWord: Phrase
    let link: String

    struct Content: Encodable, Sendable {
        let sequence: Int64
        let at: String
        let sentence: Phrase
        let link: String
    }

    /// The kinds of fact the feed tells of.
    static let kinds = [
        ExceedanceFound.kind, ExceedanceChanged.kind, ExceedanceWithdrawn.kind, CaseOpened.kind, CaseStepTaken.kind,
        DutyMissed.kind, CaseEscalated.kind, CaseMerged.kind, EvidenceFiled.kind, HourAlertRaised.kind,
        StateEpisodeFound.kind, CaseClockWarned.kind, CaseReopened.kind, PolicyDutyReminded.kind,
    ]

    func title(_ language: Language) -> String { sentence(language) }

    var content: Content {
        Content(sequence: sequence, at: at.civil.isoText, sentence: sentence, link: link)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "at": at.civil.secondText, "sentence": sentence(language), "tag": tag, "tagWord": tagWord(language),
            "link": link,
        ]
    }
}
