import Access
import Kernel

/// One's own account: who one is here, password, second factor, sessions, tokens, duties taken over.
struct AccountPage: Page {
    static let template = "Web/AccountPage"

    static let sessionFields = [
        FormField(name: "session", label: Phrase("会话", "Session"), kind: .text(max: 16), required: true)
    ]

    let person: Person
    let organisation: Organisation?
    let factor: FactorStanding
    let sessions: [OpenSession]
    /// What the list calls the session that asks.
    let ownSession: String?
    let tokens: [AccessToken]
    let handOvers: [HandOver]
    let now: Instant

    struct Content: Encodable {
        let id: String
        let login: String
        let role: String
        let organisation: String?
        let secondFactorSince: String?
        let recoveryCodesLeft: Int
        let sessions: [Session]
        let tokens: [TokensPage.Content.Entry]

        struct Session: Encodable {
            let reference: String
            let address: String
            let agent: String
            let since: String
            let lastSeen: String
            let isThis: Bool
        }
    }

    func title(_ language: Language) -> String { Phrase("我的账号", "My account")(language) }

    var content: Content {
        Content(
            id: person.id.text, login: person.login.text, role: person.role.rawValue,
            organisation: organisation?.id.text, secondFactorSince: factor.since?.civil.isoText,
            recoveryCodesLeft: factor.recoveryCodesLeft,
            sessions: sessions.map { session in
                Content.Session(
                    reference: session.reference, address: session.origin.address, agent: session.origin.agent,
                    since: session.since.civil.isoText, lastSeen: session.lastSeen.civil.isoText,
                    isThis: session.reference == ownSession)
            },
            tokens: tokens.map { TokensPage.Content.Entry($0, now) })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "name": person.name, "login": person.login.text, "role": person.role.phrase(language),
            "organisation": organisation?.name ?? "—",
            "factorSince": factor.since?.civil.minuteText ?? false as Any,
            "codesLeft": factor.recoveryCodesLeft,
            "mustHaveFactor": person.role.isAdministration,
            "sessions": sessions.map { session in
                [
                    "reference": session.reference, "address": session.origin.address,
                    "agent": session.origin.agent.isEmpty ? "—" : session.origin.agent,
                    "since": session.since.civil.minuteText, "lastSeen": session.lastSeen.civil.minuteText,
                    "isThis": session.reference == ownSession,
                ] as [String: Any]
            },
            "hasOthers": sessions.contains { $0.reference != ownSession },
            "hasTokens": !tokens.isEmpty,
            "tokens": tokens.map { TokensPage.row($0, name: nil, now, language) },
            "hasHandOvers": !handOvers.isEmpty,
            "handOvers": handOvers.map { handOver in
                [
                    "at": handOver.at.civil.minuteText, "from": handOver.from.text,
                    "duties": handOver.duties.isEmpty ? "—" : handOver.duties.map(\.text).joined(separator: ", "),
                    "count": handOver.duties.count,
                ] as [String: Any]
            },
        ]
    }
}
