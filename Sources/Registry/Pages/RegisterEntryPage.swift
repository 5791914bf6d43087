import Facts
import Kernel
import Web

/// The form for a new entry, or an entry with its form and the history of its fields.
struct RegisterEntryPage: Page {
    static let template = "Registry/RegisterEntryPage"

    let kind: RegisterKind
    /// The entry; nil for a new one.
    let entry: RegisterEntry?
    /// The enterprise it belongs to, or is; nil for parks and a new enterprise.
    let enterprise: RegisterEntry?
    /// What fields may name.
    let choices: [RegisterKind: [RegisterEntry]]
    let words: RegisterWords
    let viewer: Actor
    let history: [RegisterHistoryLine]
    let names: [PersonID: String]
    /// The one field that the history is narrowed to.
    let field: String?
    let next: String?
    let refused: RefusedForm?

    // MARK: - What routes take

    static func newFields(of kind: RegisterKind) -> [FormField] {
        let code = FormField(
            name: "code", label: Phrase("编号", "Code"), kind: .text(max: 48),
            required: kind == .enterprise || kind == .park,
            hint: kind == .enterprise || kind == .park
                ? Phrase("字母、数字和 . _ -；登记后不变", "letters, digits and . _ -; it stays")
                : Phrase("可不填，由系统编号", "left empty, the register makes one"))
        let place =
            kind.isOwned
            ? FormField(
                name: "enterprise", label: Phrase("企业", "Enterprise"), kind: .code(.enterprise), required: true,
                hint: Phrase("输入编号或名称，从提示中选取", "type a code or a name and choose"))
            : FormField(name: "region", label: Phrase("属地", "Region"), kind: .text(max: 12), required: true)
        let password = FormField(
            name: "device_password", label: Phrase("设备密码 PW", "Device password PW"), kind: .secret(max: 6),
            required: false,
            hint: Phrase("不知道时留空；补录之前不采信该数采仪", "may follow later; until then the logger is not believed"))
        return [code, place] + RegisterForm.fields(of: kind).map(RegisterWords.taken)
            + (kind == .outlet ? [password] : [])
    }

    static func changeFields(of kind: RegisterKind) -> [FormField] {
        let version = FormField(
            name: "version", label: Phrase("版本", "Version"), kind: .text(max: 9), required: true)
        return [version] + changing(kind).map(RegisterWords.taken)
    }

    static func historyQuery(of kind: RegisterKind) -> [FormField] {
        [
            FormField(
                name: "field", label: Phrase("字段", "Field"),
                kind: .choice(RegisterForm.fields(of: kind).map(\.name)), required: false),
            .place(name: "before", CodeForm(like: "1024.0") { RegisterHistoryLine.Place($0) != nil }),
        ]
    }

    private static func changing(_ kind: RegisterKind) -> [RegisterField] {
        RegisterForm.fields(of: kind).filter { $0.change == .free }
    }

    // MARK: - What programs read

    struct Content: Encodable, Sendable {
        let entry: Entry?
        let history: [Line]
        let next: String?

        struct Entry: Encodable, Sendable {
            let record: String
            let code: String
            let enterprise: String?
            let region: String
            let version: Int
            let values: [String: String]

            init(_ entry: RegisterEntry) {
                record = entry.kind.rawValue
                code = entry.code.text
                enterprise = entry.enterprise?.text
                region = entry.region.text
                version = entry.version
                values = entry.values
            }
        }

        struct Line: Encodable, Sendable {
            let fact: Int64
            let at: String
            let author: String
            let field: String
            let from: String?
            let to: String?
        }
    }

    var content: Content {
        Content(
            entry: entry.map(Content.Entry.init),
            history: history.map {
                Content.Line(
                    fact: $0.place.sequence, at: $0.at.civil.isoText, author: $0.author.text, field: $0.field,
                    from: $0.from, to: $0.to)
            }, next: next)
    }

    // MARK: - What people read

    func title(_ language: Language) -> String {
        guard let entry else {
            return Phrase("登记\(kind.phrase.zh)", "Enter: \(kind.phrase.en.lowercased())")(language)
        }
        return "\(kind.phrase(language)) \(entry.name)"
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "back": back, "owner": enterprise.map(\.name) ?? false as Any,
            "isPark": kind == .park, "hasEntry": entry != nil,
            "facts": entry.map { Self.facts(of: $0, words, language) } ?? [],
            "doubt": entry.map { Self.doubt(of: $0, language) } ?? false,
            "mapped": entry.map { Self.mapped($0, words, language) } ?? false,
            "isOutlet": kind == .outlet, "isOfficer": viewer.role != .enterpriseManager, "code": entry?.code.text ?? "",
            "kind": kind.rawValue,
            "mayWrite": RegisterSite.mayWrite(kind, viewer) || refused != nil,
            "form": form(language),
            "isPersonal": RegisterForm.fields(of: kind).contains { $0.reading == .personal },
            "fields": RegisterForm.fields(of: kind).map {
                ["code": $0.name, "word": $0.label(language), "isChosen": $0.name == field]
            },
            "hasHistory": !history.isEmpty,
            "history": history.map { line($0, language) },
            "hasNext": next != nil, "next": next ?? "",
        ]
    }

    private var back: String {
        guard let enterprise, entry != nil || kind.isOwned else {
            return kind == .park ? "/register/parks" : "/enterprises"
        }
        return "/enterprises/\(enterprise.code)/register"
    }

    private func form(_ language: Language) -> [String: Any] {
        guard let entry else {
            let fields = Self.newFields(of: kind).map { choosing($0, language) }
            return FormView.view(
                language, action: "/register/\(kind.rawValue)/new", fields: fields,
                submit: Phrase("登记", "Enter"), values: ["standing": RegisterForm.active], refused: refused,
                hidden: kind.isOwned ? ["enterprise": enterprise?.code.text ?? ""] : [:])
        }
        let fields = Self.changeFields(of: kind).map { choosing($0, language) }
        // After a refusal the form goes on from the state that was seen: the reason says when that is an old one.
        let version = refused?.typed["version"] ?? String(entry.version)
        return FormView.view(
            language, action: "/register/\(kind.rawValue)/\(entry.code)", fields: fields,
            submit: Phrase("保存更改", "Save"), values: words.typed(entry, language), refused: refused,
            hidden: ["version": version])
    }

    private func choosing(_ field: FormField, _ language: Language) -> FormField {
        if field.name == "region" {
            let regions = words.room.regions.all.filter { viewer.scope.allows(region: $0.code, enterprise: nil) }
            return FormField(
                name: field.name, label: field.label, kind: .choice(regions.map(\.code.text)), required: true,
                optionLabels: Dictionary(
                    regions.map { ($0.code.text, $0.name) }, uniquingKeysWith: { first, _ in first }))
        }
        guard let own = RegisterForm.field(field.name, of: kind) else { return field }
        guard case .entry(let named) = own.kind else { return words.shown(own, choosing: []) }
        return words.shown(own, choosing: choices[named] ?? [])
    }

    private func line(_ line: RegisterHistoryLine, _ language: Language) -> [String: Any] {
        let own = RegisterForm.field(line.field, of: kind)
        let isEntered = line.field == RegisterEntryPage.entered
        func text(_ value: String?) -> String {
            isEntered ? "–" : own.map { words.text(value, in: $0, language) } ?? value ?? "–"
        }
        return [
            "at": line.at.civil.secondText, "who": who(line.author, language), "fact": String(line.place.sequence),
            "field": isEntered ? Phrase("登记", "entered")(language) : own?.label(language) ?? line.field,
            "from": text(line.from), "to": text(line.to),
        ]
    }

    /// The field of a line that tells of the entering.
    private static let entered = ""

    private func who(_ author: FactAuthor, _ language: Language) -> String {
        if let part = author.part { return part(language) }
        guard author.text.hasPrefix("person:") else { return author.text }
        let code = String(author.text.dropFirst("person:".count))
        return PersonID(code).flatMap { names[$0] }.map { "\($0) \(code)" } ?? code
    }

    /// The fields of an entry with their values.
    static func facts(of entry: RegisterEntry, _ words: RegisterWords, _ language: Language) -> [[String: Any]] {
        let heads = [
            ["label": Phrase("编号", "Code")(language), "text": entry.code.text],
            ["label": Phrase("属地", "Region")(language), "text": words.room.regions.name(of: entry.region)(language)],
        ]
        return heads
            + RegisterForm.fields(of: entry.kind).map {
                ["label": $0.label(language), "text": words.text(entry.values[$0.name], in: $0, language)]
            }
    }

    /// What is doubtful about an enterprise's credit code; false for nothing.
    static func doubt(of entry: RegisterEntry, _ language: Language) -> Any {
        entry.values["credit_code"].flatMap { CreditCode($0)?.doubt }?.phrase(language) ?? false as Any
    }

    /// Which trade an enterprise's words mean, where nobody chose one; false for none.
    static func mapped(_ entry: RegisterEntry, _ words: RegisterWords, _ language: Language) -> Any {
        guard entry.kind == .enterprise, let wording = words.mapped(entry) else { return false }
        let name = words.room.books.industries.name(of: wording.code) ?? Phrase("", "")
        return Phrase(
            "行业文字“\(wording.words)”按对照表理解为 \(wording.code) \(name.zh)（\(wording.certainty.phrase.zh)）；请选择行业代码确认。",
            "The words “\(wording.words)” are read as trade \(wording.code) \(name.en) by the mapping "
                + "(\(wording.certainty.phrase.en)); choose a trade to confirm it.")(language)
    }
}
