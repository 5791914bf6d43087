import Access
import Kernel

/// For the security administrator: the bearer tokens of programs. What they carry is not here.
struct TokensPage: Page {
    static let template = "Web/TokensPage"

    static let fields = [
        FormField(name: "token", label: Phrase("令牌", "Token"), kind: .text(max: 32), required: true)
    ]

    let tokens: [AccessToken]
    let people: [Person]
    let now: Instant

    struct Content: Encodable {
        let tokens: [Entry]

        struct Entry: Encodable {
            let id: String
            let person: String
            let label: String
            let reach: String
            let expiresAt: String
            let state: String

            init(_ token: AccessToken, _ now: Instant) {
                id = token.id.text
                person = token.person.text
                label = token.label
                reach = token.reach.rawValue
                expiresAt = token.expiresAt.civil.isoText
                state = TokensPage.state(of: token, now).code
            }
        }
    }

    func title(_ language: Language) -> String { Phrase("访问令牌", "Tokens")(language) }

    var content: Content { Content(tokens: tokens.map { Content.Entry($0, now) }) }

    func view(_ language: Language) -> [String: Any] {
        let names = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0.name) })
        return [
            "hasTokens": !tokens.isEmpty,
            "tokens": tokens.map { Self.row($0, name: names[$0.person], now, language) },
        ]
    }

    static func row(_ token: AccessToken, name: String?, _ now: Instant, _ language: Language) -> [String: Any] {
        let state = state(of: token, now)
        return [
            "id": token.id.text, "name": name ?? token.person.text, "label": token.label,
            "reach": reach(of: token)(language), "until": token.expiresAt.civil.minuteText,
            "used": token.lastUsed?.civil.minuteText ?? "—", "tag": state.tag, "state": state.word(language),
            "counts": state.code == "valid",
        ]
    }

    private static func reach(of token: AccessToken) -> Phrase {
        let word = token.reach == .read ? Phrase("只读", "read") : Phrase("读写", "read and write")
        return switch token.narrowing {
        case .none: word
        case .region(let region): Phrase("\(word.zh)，\(region)", "\(word.en), \(region)")
        case .enterprise(let enterprise): Phrase("\(word.zh)，\(enterprise)", "\(word.en), \(enterprise)")
        }
    }

    private static func state(of token: AccessToken, _ now: Instant) -> (code: String, tag: String, word: Phrase) {
        if token.revokedAt != nil { return ("revoked", "neutral", Phrase("已注销", "revoked")) }
        if token.expiresAt <= now { return ("over", "neutral", Phrase("已过期", "over")) }
        return ("valid", "done", Phrase("有效", "valid"))
    }
}
