import Kernel
import Standards
import Web

/// Enterprises in sight, narrowed by what the address says.
struct EnterpriseListPage: ListPage {
    static let template = "Registry/EnterpriseListPage"

    /// What the address may carry.
    static let query = [
        FormField(
            name: "text", label: Phrase("名称、编号或信用代码", "Name, code or credit code"), kind: .text(max: 80),
            required: false),
        FormField.filter("region", Phrase("属地", "Region"), .region),
        FormField.filter("industry", Phrase("行业代码开头", "Trade begins with"), .industryBeginning),
        FormField.filter("park", Phrase("园区", "Park"), .of(RegisterCode.self, like: "PARK-01")),
        FormField(
            name: "standing", label: Phrase("状态", "Standing"), kind: .choice(["active", "stopped", "gone"]),
            required: false),
        FormField(
            name: "doubt", label: Phrase("信用代码", "Credit code"),
            kind: .choice(EnterpriseFilter.Doubt.allCases.map(\.rawValue)), required: false),
    ]

    static func filter(_ visit: Visit) -> EnterpriseFilter {
        var filter = EnterpriseFilter()
        filter.text = visit.query("text").map { String($0.prefix(80)) }
        filter.region = visit.query("region").flatMap { RegionCode($0) }
        filter.industry = visit.query("industry").flatMap { $0.utf8.allSatisfy(\.isDecimalDigit) ? $0 : nil }
        filter.park = visit.query("park").flatMap { RegisterCode($0) }
        filter.standing = visit.query("standing")
        filter.doubt = visit.query("doubt").flatMap { EnterpriseFilter.Doubt(rawValue: $0) } ?? .any
        return filter
    }

    let enterprises: [RegisterEntry]
    let parks: [RegisterEntry]
    let filter: EnterpriseFilter
    let words: RegisterWords
    let scope: Scope
    let next: String?

    struct Content: Encodable, Sendable {
        let enterprises: [Line]
        let next: String?

        struct Line: Encodable, Sendable {
            let enterprise: String
            let name: String
            let creditCode: String?
            let creditCodeDoubt: String?
            let region: Phrase
            let industry: String?
            let industryCode: String?
            let park: String?
            let parkName: String?
            let address: String?
            let standing: String
        }
    }

    func title(_ language: Language) -> String { Phrase("企业", "Enterprises")(language) }

    var content: Content {
        Content(
            enterprises: enterprises.map { entry in
                Content.Line(
                    enterprise: entry.code.text, name: entry.name, creditCode: entry.values["credit_code"],
                    creditCodeDoubt: doubt(of: entry)?.rawValue, region: words.room.regions.name(of: entry.region),
                    industry: entry.values["industry"],
                    industryCode: entry.values["industry_code"] ?? words.mapped(entry)?.code.text,
                    park: entry.values["park"], parkName: parkName(of: entry), address: entry.values["address"],
                    standing: entry.values["standing"] ?? RegisterForm.active)
            }, next: next)
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<RegisterEntry>] = [
            TableColumn(Phrase("企业编号", "Enterprise code")) { .text($0.code.text) },
            TableColumn(Phrase("企业名称", "Name")) { .text($0.name) },
            TableColumn(Phrase("统一社会信用代码", "Unified social credit code")) { .text($0.values["credit_code"]) },
            TableColumn(Phrase("信用代码疑点", "Doubt of the credit code")) { .text(doubt(of: $0)?.phrase(language)) },
            TableColumn(Phrase("属地", "Region")) { .text(words.room.regions.name(of: $0.region)(language)) },
            TableColumn(Phrase("行业", "Industry")) { .text(industry(of: $0, language)) },
            TableColumn(Phrase("园区编号", "Code of the park")) { .text($0.values["park"]) },
            TableColumn(Phrase("园区", "Park")) { .text(parkName(of: $0)) },
            TableColumn(Phrase("地址", "Address")) { .text($0.values["address"]) },
            TableColumn(Phrase("状态", "Standing")) { .text(standing(of: $0, language)) },
        ]
        return [ListTable(Phrase("企业", "Enterprises"), enterprises, language, columns: columns)]
    }

    private func parkName(of entry: RegisterEntry) -> String? {
        entry.values["park"].map { code in parks.first { $0.code.text == code }?.name ?? code }
    }

    private func doubt(of entry: RegisterEntry) -> CreditCode.Doubt? {
        entry.values["credit_code"].flatMap { CreditCode($0)?.doubt }
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "text": filter.text ?? "", "industry": filter.industry ?? "",
            "regions": regions.map {
                ["code": $0.code.text, "word": $0.name(language), "isChosen": $0.code == filter.region]
            },
            "parks": parks.map { ["code": $0.code.text, "word": $0.name, "isChosen": $0.code == filter.park] },
            "standings": standings.map {
                ["code": $0.code, "word": $0.label(language), "isChosen": $0.code == filter.standing]
            },
            "wantsDoubt": filter.doubt == .doubtful,
            "mayImport": scope == .city,
            "hasLines": !enterprises.isEmpty,
            "lines": enterprises.map { line($0, language) },
            "hasNext": next != nil,
            "next": next ?? "",
        ]
    }

    private var regions: [Regions.Region] {
        words.room.regions.all.filter { scope.allows(region: $0.code, enterprise: nil) }
    }

    private var standings: [RegisterField.Choice] {
        guard case .choice(let choices)? = RegisterForm.field("standing", of: .enterprise)?.kind else { return [] }
        return choices
    }

    private func line(_ entry: RegisterEntry, _ language: Language) -> [String: Any] {
        [
            "id": entry.code.text, "name": entry.name, "creditCode": entry.values["credit_code"] ?? "–",
            "doubt": doubt(of: entry)?.phrase(language) ?? false as Any,
            "region": words.room.regions.name(of: entry.region)(language),
            "industry": industry(of: entry, language),
            "standing": standing(of: entry, language),
            "tag": (entry.values["standing"] ?? RegisterForm.active) == RegisterForm.active ? "done" : "neutral",
        ]
    }

    private func standing(of entry: RegisterEntry, _ language: Language) -> String {
        let standing = entry.values["standing"] ?? RegisterForm.active
        return standings.first { $0.code == standing }?.label(language) ?? standing
    }

    private func industry(of entry: RegisterEntry, _ language: Language) -> String {
        let code = entry.values["industry_code"] ?? words.mapped(entry)?.code.text
        let name = code.flatMap { IndustryCode($0) }.flatMap { words.room.books.industries.name(of: $0) }
        guard let code, let name else { return entry.values["industry"] ?? "–" }
        return "\(code) \(name(language))"
    }
}
