public import Kernel
public import Web

/// Importing a table: the form, and the report of each line that was refused.
public struct RegisterImportPage: Page {
    public static let template = "Registry/RegisterImportPage"

    /// What is done with a table.
    public enum Way: String, Sendable, CaseIterable {
        /// It is only looked at.
        case check
        /// It is taken whole or not at all.
        case whole
        /// The lines that can be taken are.
        case good

        var phrase: Phrase {
            switch self {
            case .check: Phrase("只检查，不导入", "check only")
            case .whole: Phrase("全部正确才导入", "import if every line is right")
            case .good: Phrase("导入正确的行", "import the lines that are right")
            }
        }
    }

    /// The name of the file's field.
    static let file = "file"

    static let fields = [
        FormField(
            name: "way", label: Phrase("方式", "Way"), kind: .choice(Way.allCases.map(\.rawValue)), required: true,
            optionLabels: Dictionary(uniqueKeysWithValues: Way.allCases.map { ($0.rawValue, $0.phrase) })),
        FormField(
            name: "encoding", label: Phrase("编码", "Encoding"), kind: .choice(["utf-8", "gbk"]), required: true),
    ]

    let report: RegisterReport?
    let way: Way?
    let refused: RefusedForm?

    /// What programs read.
    public struct Content: Encodable, Sendable {
        let isImported: Bool
        let taken: [String: Int]
        let refused: [Line]
        let doubts: [Line]

        struct Line: Encodable, Sendable {
            let line: Int
            let field: String?
            /// What that field is called.
            let label: Phrase?
            let rule: String
            let what: Phrase
            let remedy: Phrase
        }
    }

    public func title(_ language: Language) -> String { Phrase("导入污染源库", "Import the register")(language) }

    private var isImported: Bool {
        guard let report, let way, !report.taken.isEmpty else { return false }
        return way == .good || (way == .whole && report.refused.isEmpty)
    }

    /// What a program hears of a table that left nothing: that it was refused, with its first refused lines. Nil when
    /// something was imported or nothing was to be.
    var refusal: Problem? {
        guard let report, let way, way != .check, !isImported else { return nil }
        func lines(_ language: Language) -> String {
            content.refused.prefix(Self.linesTold).map { line in
                let place = Phrase("第 \(line.line) 行", "line \(line.line)")(language)
                return "\(place) \(line.field ?? ""): \(line.what(language)) (\(line.rule)), \(line.remedy(language))"
            }.joined(separator: "; ")
        }
        let count = report.refused.count
        return Problem(
            status: 422, rule: "REG-TABLE-REFUSED", field: Self.file,
            what: Phrase(
                "没有导入任何内容，\(count) 行被拒绝：\(lines(.chinese))",
                "nothing was imported, \(Counted.english(count, "line")) refused: \(lines(.english))"),
            remedy: way == .good
                ? Phrase("请改正这些行后重新提交", "correct these lines and send the table again")
                : Phrase(
                    "请改正这些行后重新提交，或用方式 good 只导入正确的行",
                    "correct these lines and send the table again, or import the good ones alone by the way good"))
    }

    private static let linesTold = 20

    public var content: Content {
        Content(
            isImported: isImported,
            taken: Dictionary(
                uniqueKeysWithValues: (report?.taken ?? [:]).map { ($0.key.rawValue, $0.value) }),
            refused: (report?.refused ?? []).map { line in
                let problem = line.refusal.problem(of: line.kind, under: line.heading)
                return Content.Line(
                    line: line.number, field: problem.field,
                    label: problem.field.map { RegisterEntryRefusal.label($0, of: line.kind) }, rule: problem.rule,
                    what: problem.what,
                    remedy: problem.remedy)
            },
            doubts: (report?.doubts ?? []).map {
                Content.Line(
                    line: $0.line, field: "credit_code",
                    label: RegisterEntryRefusal.label("credit_code", of: .enterprise), rule: "REG-CREDIT-CODE",
                    what: $0.doubt.phrase,
                    remedy: Phrase("已导入；请核对执照后更改", "it was taken; check the licence and change it"))
            })
    }

    public func view(_ language: Language) -> [String: Any] {
        let content = content
        return [
            "isRefused": refused != nil,
            "problems": refused?.told(language) ?? [],
            "ways": Way.allCases.map {
                ["code": $0.rawValue, "word": $0.phrase(language), "isChosen": $0 == (way ?? .check)] as [String: Any]
            },
            "hasReport": report != nil, "isImported": isImported,
            "taken": RegisterKind.allCases.compactMap { kind -> [String: Any]? in
                guard let count = report?.taken[kind] else { return nil }
                return ["count": count, "word": kind.phrase(language)]
            },
            "hasRefused": !content.refused.isEmpty,
            "refused": content.refused.map { line($0, language) },
            "hasDoubts": !content.doubts.isEmpty,
            "doubts": content.doubts.map { line($0, language) },
            "columns": RegisterTable.columns.joined(separator: ","),
            "shortColumns": RegisterTable.shortColumns.joined(separator: ","),
        ]
    }

    private func line(_ line: Content.Line, _ language: Language) -> [String: Any] {
        [
            "line": line.line, "field": line.label?(language) ?? "–",
            "rule": line.rule, "what": line.what(language), "remedy": line.remedy(language),
        ]
    }
}
