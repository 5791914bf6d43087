import Kernel
import Web

/// Importing values and reports: the form, and the report of each line that was refused.
struct WorkImportPage: Page {
    static let template = "Governance/WorkImportPage"

    /// The name of the file's field.
    static let file = "file"

    static let fields = [
        FormField(
            name: "way", label: Phrase("方式", "Way"), kind: .choice(WorkImport.Way.allCases.map(\.rawValue)),
            required: true,
            optionLabels: Dictionary(uniqueKeysWithValues: WorkImport.Way.allCases.map { ($0.rawValue, $0.phrase) })),
        FormField(
            name: "encoding", label: Phrase("编码", "Encoding"), kind: .choice(["utf-8", "gbk"]), required: true),
    ]

    let report: WorkImport.Report?
    let way: WorkImport.Way?
    let refused: RefusedForm?

    struct Content: Encodable, Sendable {
        let isImported: Bool
        let taken: Int
        let refused: [Line]
        /// The lines of values that came when their month was closed.
        let uncounted: [Int]

        struct Line: Encodable, Sendable {
            let line: Int
            let field: String?
            let rule: String
            let what: Phrase
            let remedy: Phrase
        }
    }

    func title(_ language: Language) -> String {
        Phrase("导入指标数值、月报、项目和制度文件", "Import values, reports, projects and documents")(language)
    }

    var content: Content {
        Content(
            isImported: report?.isImported ?? false, taken: report?.taken ?? 0,
            refused: (report?.refused ?? []).map { line in
                .init(
                    line: line.line, field: line.problem.field, rule: line.problem.rule, what: line.problem.what,
                    remedy: line.problem.remedy)
            }, uncounted: report?.uncounted ?? [])
    }

    func view(_ language: Language) -> [String: Any] {
        let content = content
        return [
            "isRefused": refused != nil,
            "problems": refused?.told(language) ?? [],
            "ways": WorkImport.Way.allCases.map {
                ["code": $0.rawValue, "word": $0.phrase(language), "isChosen": $0 == (way ?? .check)] as [String: Any]
            },
            "hasReport": report != nil, "isImported": content.isImported, "taken": String(content.taken),
            "hasUncounted": !content.uncounted.isEmpty,
            "uncounted": content.uncounted.map(String.init).joined(separator: Phrase("、", ", ")(language)),
            "hasRefused": !content.refused.isEmpty,
            "refused": content.refused.map { line in
                [
                    "line": String(line.line), "field": line.field ?? "–", "rule": line.rule,
                    "what": line.what(language), "remedy": line.remedy(language),
                ]
            },
            "valueColumns": WorkTable.valueColumns.joined(separator: ","),
            "documentColumns": WorkTable.documentColumns.joined(separator: ","),
            "poolColumns": WorkTable.poolColumns.joined(separator: ","),
            "reportColumns": WorkTable.reportColumns.joined(separator: ","),
        ]
    }
}

extension WorkImport.Way {
    /// What is done, in words.
    var phrase: Phrase {
        switch self {
        case .check: Phrase("只检查，不导入", "check only")
        case .whole: Phrase("全部正确才导入", "import if every line is right")
        case .good: Phrase("导入正确的行", "import the lines that are right")
        }
    }
}
