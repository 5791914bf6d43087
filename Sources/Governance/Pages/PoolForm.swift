import Kernel
import Web

/// The forms of the work on the reserve pool.
enum PoolForm: String, Sendable, CaseIterable {
    case entering
    case stage
    case money
    case release

    /// The forms of one project.
    static let ofProject: [PoolForm] = [.stage, .money, .release]

    /// What it is called, and what its button says.
    var name: Phrase {
        switch self {
        case .entering: Phrase("项目入库", "Enter a project")
        case .stage: Phrase("登记阶段", "Record a stage")
        case .money: Phrase("登记落实资金", "Enter secured money")
        case .release: Phrase("冲销落实资金", "Take secured money back")
        }
    }

    /// The fields of the route.
    var fields: [FormField] {
        switch self {
        case .entering: Self.enteringFields
        case .stage:
            [
                FormField(
                    name: "stage", label: Phrase("阶段", "Stage"), kind: .choice(PoolStage.allCases.map(\.rawValue)),
                    required: true,
                    optionLabels: Dictionary(
                        uniqueKeysWithValues: PoolStage.allCases.map { ($0.rawValue, $0.phrase) })),
                FormField(name: "moved_on", label: Phrase("日期", "Day"), kind: .date, required: true),
                Self.text(
                    "moved_note", "依据；退回时为理由", "On which paper; of a way back, why", PoolProject.noteMax),
            ]
        case .money:
            [
                FormField(
                    name: "source", label: Phrase("资金来源", "Source"),
                    kind: .choice(ProjectRecord.Source.allCases.map(\.rawValue)), required: true,
                    optionLabels: Dictionary(
                        uniqueKeysWithValues: ProjectRecord.Source.allCases.map { ($0.rawValue, $0.phrase) })),
                Self.number("secured_amount", "落实金额（万元）", "Secured (10k yuan)", 20),
                Self.text("secured_document", "文号", "Number of the document", PoolProject.noteMax),
                FormField(name: "secured_on", label: Phrase("落实日期", "Secured on"), kind: .date, required: true),
            ]
        case .release:
            [
                Self.number("entry", "资金记录序号", "Number of the entry", 5),
                Self.text("reason", "更正理由", "Why", PoolProject.noteMax),
            ]
        }
    }

    private static let enteringFields =
        [
            text("name", "项目名称", "Name", PoolProject.nameMax),
            FormField(
                name: "region", label: Phrase("属地行政区划代码", "Code of the district"), kind: .text(max: 12),
                required: false, hint: Phrase("全市项目留空", "empty for the whole city")),
            FormField(
                name: "sort", label: Phrase("类别", "Kind"), kind: .choice(PoolSort.allCases.map(\.rawValue)),
                required: true,
                optionLabels: Dictionary(uniqueKeysWithValues: PoolSort.allCases.map { ($0.rawValue, $0.phrase) })),
            text("unit", "责任单位", "Unit", 80),
            number("total", "总投资（万元）", "Total (10k yuan)", 20),
        ]
        + ProjectRecord.Source.allCases.map { source in
            FormField(
                name: source.rawValue,
                label: Phrase("计划来源：\(source.phrase.zh)（万元）", "Planned: \(source.phrase.en) (10k yuan)"),
                kind: .number(max: 20), required: false)
        } + [text("note", "建设内容", "What it is", PoolProject.noteMax)]

    private static func text(_ name: String, _ zh: String, _ en: String, _ max: Int) -> FormField {
        FormField(name: name, label: Phrase(zh, en), kind: .text(max: max), required: true)
    }

    private static func number(_ name: String, _ zh: String, _ en: String, _ max: Int) -> FormField {
        FormField(name: name, label: Phrase(zh, en), kind: .number(max: max), required: true)
    }
}
