import Access
import Kernel

/// For the security administrator: the bearer tokens of programs. What they carry is not here.
struct TokensPage: ListPage {
    static let template = "Web/TokensPage"

    static let fields = [
        FormField(name: "token", label: Phrase("令牌", "Token"), kind: .text(max: 32), required: true)
    ]

    /// What a new token asks for. It only reads: one that sends for somebody else is made on the machine.
    static let newFields = [
        FormField(
            name: "person", label: Phrase("所有人", "Owner"), kind: .text(max: 64), required: true,
            hint: Phrase("输入登录名或编号，从提示中选取", "type a login or a code and choose")),
        FormField(name: "label", label: Phrase("用途", "Purpose"), kind: .text(max: 80), required: true),
        FormField(
            name: "days", label: Phrase("有效天数", "Days"),
            kind: .number(max: 8), required: true,
            hint: Phrase("1 至 366 天", "1 to 366")),
        FormField(
            name: "narrowing", label: Phrase("限定区域或企业", "Narrow to a region or an enterprise"),
            kind: .text(max: 64), required: false,
            hint: Phrase(
                "行政区划代码（输入时有提示）或企业编号；不填则与所有人相同",
                "the code of a region, which is offered, or of an enterprise; empty: what the owner sees")),
    ]

    /// What follows of revoking a token.
    static let revoked = Phrase(
        "使用该令牌的程序立即无法访问，令牌不能恢复，只能重新发放。",
        "Programs that use this token are shut out at once; it cannot be restored, only a new one issued.")

    let tokens: [AccessToken]
    let people: [Person]
    let now: Instant
    var regions: RegionNames = .none
    var refused: RefusedForm?
    /// The list comes whole: its store keeps it short.
    var next: String? { nil }

    struct Content: Encodable {
        let tokens: [Entry]

        struct Entry: Encodable {
            let id: String
            let person: String
            let label: String
            let reach: String
            let expiresAt: String
            let lastUsedAt: String?
            /// What it is narrowed to; nil for all that its owner sees.
            let narrowing: String?
            let state: String

            init(_ token: AccessToken, _ now: Instant) {
                id = token.id.text
                person = token.person.text
                label = token.label
                reach = token.reach.rawValue
                expiresAt = token.expiresAt.civil.isoText
                lastUsedAt = token.lastUsed?.civil.isoText
                narrowing =
                    switch token.narrowing {
                    case .none: nil
                    case .region(let region): region.text
                    case .enterprise(let enterprise): enterprise.text
                    }
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
            "tokens": tokens.map { Self.row($0, name: names[$0.person], now, regions, language) },
            "form": FormView.view(
                language, action: "/tokens", fields: offeredFields, submit: Phrase("发放", "Make it"),
                values: ["days": "90"], refused: refused),
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let names = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0.name) })
        let (now, regions) = (now, regions)
        let columns: [TableColumn<AccessToken>] = [
            TableColumn(Phrase("令牌", "Token")) { .text($0.id.text) },
            TableColumn(Phrase("所有人", "Owner")) { .text(names[$0.person] ?? $0.person.text) },
            TableColumn(Phrase("用途", "Purpose")) { .text($0.label) },
            TableColumn(Phrase("范围", "Reach")) { .text(Self.reach(of: $0, regions)(language)) },
            TableColumn(Phrase("有效期止", "Until")) { .term($0.expiresAt) },
            TableColumn(Phrase("最近使用", "Last used")) { .moment($0.lastUsed) },
            TableColumn(Phrase("状态", "State")) { .text(Self.state(of: $0, now).word(language)) },
        ]
        return [ListTable(Phrase("访问令牌", "Tokens"), tokens, language, columns: columns)]
    }

    private var offeredFields: [FormField] {
        let owners = people.filter { $0.standing == .active }.prefix(Self.ownersOffered)
        return Self.newFields.map { field in
            switch field.name {
            case "person": field.offering(owners.map { ($0.login.text, Phrase($0.name, $0.name)) })
            case "narrowing": field.offering(regions.all.map { ($0.code.text, $0.name) })
            default:
                // The others are typed freely.
                field
            }
        }
    }

    /// How many people the form offers while somebody types.
    private static let ownersOffered = 500

    static func row(
        _ token: AccessToken, name: String?, _ now: Instant, _ regions: RegionNames, _ language: Language
    ) -> [String: Any] {
        let state = state(of: token, now)
        return [
            "id": token.id.text, "name": name ?? token.person.text, "label": token.label,
            "reach": reach(of: token, regions)(language), "until": token.expiresAt.termText,
            "used": token.lastUsed?.civil.minuteText ?? "—", "tag": state.tag, "state": state.word(language),
            "counts": state.code == "valid",
        ]
    }

    private static func reach(of token: AccessToken, _ regions: RegionNames) -> Phrase {
        let word = token.reach == .read ? Phrase("只读", "read") : Phrase("读写", "read and write")
        return switch token.narrowing {
        case .none: word
        case .region(let region):
            Phrase(
                "\(word.zh)，\(regions.name(region, .chinese))", "\(word.en), \(regions.name(region, .english))")
        case .enterprise(let enterprise): Phrase("\(word.zh)，\(enterprise)", "\(word.en), \(enterprise)")
        }
    }

    private static func state(of token: AccessToken, _ now: Instant) -> (code: String, tag: String, word: Phrase) {
        if token.revokedAt != nil { return ("revoked", "neutral", Phrase("已注销", "revoked")) }
        if token.expiresAt <= now { return ("over", "neutral", Phrase("已过期", "over")) }
        return ("valid", "done", Phrase("有效", "valid"))
    }
}
