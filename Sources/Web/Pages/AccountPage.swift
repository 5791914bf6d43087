import Access
import Kernel

/// One's own account: who one is here, password, second factor, sessions, tokens, duties taken over.
struct AccountPage: Page {
    static let template = "Web/AccountPage"

    static let sessionFields = [
        FormField(name: "session", label: Phrase("会话", "Session"), kind: .text(max: 16), required: true)
    ]

    static let preferenceFields = [
        FormField(
            name: "language", label: Phrase("语言", "Language"), kind: .choice(Language.allCases.map(\.rawValue)),
            required: true, optionLabels: ["zh": Phrase("中文", "中文"), "en": Phrase("English", "English")]),
        FormField(
            name: "size", label: Phrase("字号", "Type"),
            kind: .choice([TypeSize.normal.rawValue, TypeSize.large.rawValue]), required: true,
            optionLabels: ["normal": Phrase("标准字号", "Normal type"), "large": Phrase("大字版", "Large type")]),
    ]

    let person: Person
    let organisation: Organisation?
    let factor: FactorStanding
    let sessions: [OpenSession]
    /// What the list calls the session that asks.
    let ownSession: String?
    let tokens: [AccessToken]
    let handOvers: [HandOver]
    /// Resets of one's own that wait for a second administrator.
    let resets: [AdministratorReset]
    let preferences: Preferences
    /// What counts at the moment, where the profile says nothing.
    let typeSize: TypeSize
    let now: Instant

    struct Content: Encodable {
        let id: String
        let login: String
        let role: String
        let organisation: String?
        let secondFactorSince: String?
        let recoveryCodesLeft: Int
        let language: String?
        let hasLargeType: Bool?
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
            recoveryCodesLeft: factor.recoveryCodesLeft, language: preferences.language?.rawValue,
            hasLargeType: preferences.hasLargeType,
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
            "resets": resets.map { reset in
                [
                    "what": reset.what.rawValue, "word": reset.what.phrase(language),
                    "askedAt": reset.askedAt.civil.minuteText, "askedBy": reset.askedBy.text,
                ]
            },
            "preferences": FormView.view(
                language, action: "/account/preferences", fields: Self.preferenceFields,
                submit: Phrase("保存", "Keep"),
                values: [
                    "language": (preferences.language ?? language).rawValue,
                    "size": preferences.hasLargeType.map { TypeSize(isLarge: $0) }?.rawValue ?? typeSize.rawValue,
                ]),
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
            "tokens": tokens.map { TokensPage.row($0, name: nil, now, .none, language) },
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
