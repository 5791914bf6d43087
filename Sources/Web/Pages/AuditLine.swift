import Access
import Facts
import Kernel

/// One line of the audit trail in finished words.
struct AuditLine: Sendable {
    let number: Int64
    let at: Instant
    /// `P-ADMIN` for a person, else what the journal calls the author.
    let author: String
    /// A path of the site, or a kind of fact.
    let what: String
    /// An act in words; nil for a fact, and for a path that no route has any more.
    let name: ActNames.Name?
    /// What a fact is about; empty for an act.
    let about: String
    /// Where an act came from; empty for a fact.
    let address: String
    /// How somebody came and the HTTP status; for a fact of people and access, what it says.
    let outcome: String
    /// How somebody came; nil for a fact.
    let way: AccessEvent.Way?
    /// Whether it was refused.
    let isRefused: Bool

    init(_ event: AccessEvent, _ names: ActNames) {
        name = names.name(of: event.path)
        number = event.number
        at = event.at
        author = event.person?.text ?? ""
        what = event.path
        about = ""
        address = event.address
        outcome = "\(event.way.rawValue) \(event.status)"
        way = event.way
        isRefused = event.status >= 400
    }

    /// An auditor sees of business no more than that it happened; what facts about access say is shown.
    init(_ entry: JournalEntry) {
        name = nil
        let person = entry.author.text.hasPrefix("person:")
        number = entry.sequence
        at = entry.recordedAt
        author = person ? String(entry.author.text.dropFirst("person:".count)) : entry.author.text
        what = entry.kind
        about = entry.subject.reference ?? entry.subject.enterprise?.text ?? entry.subject.region?.text ?? ""
        address = ""
        outcome = entry.kind.hasPrefix("access.") ? String(decoding: entry.payload ?? [], as: UTF8.self) : ""
        way = nil
        isRefused = false
    }
}

extension AccessEvent.Way {
    /// What people call it.
    var phrase: Phrase {
        switch self {
        case .session: Phrase("会话", "session")
        case .token: Phrase("令牌", "token")
        case .signIn: Phrase("登录", "sign-in")
        }
    }
}
