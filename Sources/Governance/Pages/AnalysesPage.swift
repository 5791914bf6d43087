import Kernel
import Web

/// Reports on environment and economy: those of quarters, and the yearly one to the people's congress.
struct AnalysesPage: ListPage {
    static let template = "Governance/AnalysesPage"

    static let fields = [
        FormField(
            name: "period", label: Phrase("季度或年份", "Quarter or year"), kind: .text(max: 11), required: true,
            hint: Phrase(
                "如 2026-Q3，或 2026（向人大常委会报告），或 2026-330602（区、县（市）年度报告）",
                "like 2026-Q3, or 2026 for the report to the congress, or 2026-330602 for that of a district"))
    ]

    let analyses: [Analysis]
    let isOffice: Bool
    /// The districts, each of which reports on its year.
    var regions: [(code: RegionCode, name: Phrase)] = []
    /// The years that districts may report on.
    var years: [Int] = []
    /// Whether this is the list for anybody, which leads to what was issued.
    var isPublic = false
    let refused: RefusedForm?

    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let reports: [Entry]

        struct Entry: Encodable, Sendable {
            let period: String
            let region: String?
            let kind: String
            let state: String
            let writtenAt: String
            let issuedAt: String?
            let sha256: String?
        }
    }

    func title(_ language: Language) -> String { Phrase("环保经济形势分析", "Environment and economy")(language) }

    private func name(of period: AnalysisPeriod) -> Phrase? {
        period.region.map { code in regions.first { $0.code == code }?.name ?? Phrase(code.text, code.text) }
    }

    /// The years of districts, offered by name, so that nobody has to know their codes.
    private var offered: [FormField] {
        Self.fields.map { field in
            field.offering(
                years.flatMap { year in regions.map { ("\(year)-\($0.code)", $0.name) } })
        }
    }

    static func state(_ analysis: Analysis) -> Phrase {
        analysis.issue == nil ? Phrase("草稿", "draft") : Phrase("已印发", "issued")
    }

    var content: Content {
        Content(
            reports: analyses.map { analysis in
                Content.Entry(
                    period: analysis.period.description, region: analysis.period.region?.text,
                    kind: analysis.period.kind.rawValue,
                    state: analysis.issue == nil ? "draft" : "issued",
                    writtenAt: analysis.writtenAt.civil.isoText, issuedAt: analysis.issue?.at.civil.isoText,
                    sha256: analysis.issue?.sha256.hex)
            })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "hasReports": !analyses.isEmpty,
            "reports": analyses.map { analysis -> [String: Any] in
                [
                    "period": analysis.period.description,
                    "name": analysis.period.title(of: name(of: analysis.period))(language),
                    "address": isPublic ? analysis.period.publicAddress : analysis.period.address,
                    "tag": analysis.issue == nil ? "open" : "done",
                    "word": Self.state(analysis)(language), "written": analysis.writtenAt.civil.minuteText,
                    "issued": analysis.issue?.at.civil.minuteText ?? "–",
                ]
            },
            "isPublic": isPublic, "isOffice": isOffice, "isRefused": refused != nil,
            "form": FormView.view(
                language, action: "/governance/analyses", fields: offered, submit: Phrase("建立草稿", "Begin a draft"),
                refused: refused),
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let columns: [TableColumn<Analysis>] = [
            TableColumn(Phrase("时期", "Period")) { .text($0.period.description) },
            TableColumn(Phrase("区、县（市）", "Region")) { .text($0.period.region?.text) },
            TableColumn(Phrase("类别", "Kind")) { .text($0.period.kind.phrase(language)) },
            TableColumn(Phrase("状态", "State")) { .text(Self.state($0)(language)) },
            TableColumn(Phrase("最近编写", "Written at")) { .moment($0.writtenAt) },
            TableColumn(Phrase("印发时间", "Issued at")) { .moment($0.issue?.at) },
            TableColumn(Phrase("SHA-256", "SHA-256")) { .text($0.issue?.sha256.hex) },
        ]
        return [ListTable(Phrase("环保经济形势分析", "Environment and economy"), analyses, language, columns: columns)]
    }
}
