import Kernel
import Web

/// The forms of the work on reforms and projects.
enum WorkForm: String, Sendable, CaseIterable {
    case document
    case stage
    case unit
    case month
    case obstacle
    case solved
    case need
    case granted
    case place
    case photoBack = "photo-back"

    /// The forms of a reform.
    static let ofReforms: [WorkForm] = [.document, .stage]
    /// The forms of a project.
    static let ofProjects: [WorkForm] = [
        .unit, .month, .obstacle, .solved, .need, .granted, .place, .photoBack,
    ]

    /// What it is called, and what its button says.
    var name: Phrase {
        switch self {
        case .document: Phrase("登记制度文件", "Enter a document")
        case .stage: Phrase("登记文件阶段", "Record a stage")
        case .unit: Phrase("确定负责单位", "Name the unit")
        case .month: Phrase("填报项目月度进展", "Report on a month")
        case .obstacle: Phrase("登记困难问题", "Record an obstacle")
        case .solved: Phrase("问题已解决", "An obstacle is solved")
        case .need: Phrase("登记要素需求", "Ask for land or a quota")
        case .granted: Phrase("要素已落实", "A need is met")
        case .place: Phrase("登记坐标", "Enter the place")
        case .photoBack: Phrase("撤回照片", "Take a photo back")
        }
    }

    /// The fields of the route.
    var fields: [FormField] {
        switch self {
        case .document:
            [
                Self.text("title", "文件名称", "Title", ReformDocument.titleMax),
                Self.text("unit", "起草单位", "Unit that drafts it", 80),
                FormField(name: "due", label: Phrase("应印发日期", "To be issued by"), kind: .date, required: true),
                FormField(
                    name: "review_years", label: Phrase("印发后几年评估", "Years until its review"),
                    kind: .number(max: 2), required: true, hint: Phrase("1 至 10", "1 to 10")),
                FormField(
                    name: "sort", label: Phrase("类别", "Kind"), kind: .choice(DocumentSort.allCases.map(\.rawValue)),
                    required: false,
                    hint: Phrase("留空为制度", "a system when empty"),
                    optionLabels: Dictionary(
                        uniqueKeysWithValues: DocumentSort.allCases.map { ($0.rawValue, $0.phrase) })),
                Self.text(
                    "series", "制度组", "Group of documents", ReformDocument.seriesMax, isRequired: false),
            ]
        case .stage:
            [
                Self.number("document", "文件序号", "Number of the document", 4),
                FormField(
                    name: "stage", label: Phrase("阶段", "Stage"), kind: .choice(DocumentStage.allCases.map(\.rawValue)),
                    required: true,
                    optionLabels: Dictionary(
                        uniqueKeysWithValues: DocumentStage.allCases.map { ($0.rawValue, $0.phrase) })),
                FormField(name: "day", label: Phrase("日期", "Day"), kind: .date, required: true),
                FormField(
                    name: "note", label: Phrase("文号或说明", "Number of the document, or a note"),
                    kind: .text(max: ReformDocument.noteMax), required: true,
                    hint: Phrase("撤回时填写理由", "why, when it is withdrawn")),
            ]
        case .unit: [Self.text("unit", "负责单位", "Unit", 80)]
        case .month: Self.monthFields
        case .obstacle:
            [
                FormField(name: "what", label: Phrase("困难问题", "What it is"), kind: .longText(max: 500), required: true),
                Self.text("owner", "责任单位", "Unit that is to solve it", 80),
                FormField(
                    name: "solve_by", label: Phrase("应解决日期", "To be solved by"), kind: .date, required: true),
                FormField(
                    name: "raised_on", label: Phrase("提出日期", "Raised on"), kind: .date, required: false,
                    hint: Phrase("留空为今天", "today when empty")),
            ]
        case .solved:
            [
                Self.number("obstacle", "问题序号", "Number of the obstacle", 4),
                FormField(name: "day", label: Phrase("解决日期", "Solved on"), kind: .date, required: true),
                Self.text("how", "怎样解决", "How", 200),
            ]
        case .need: Self.needFields
        case .granted:
            [
                Self.number("need", "要素需求序号", "Number of the need", 4),
                FormField(name: "granted_on", label: Phrase("落实日期", "Granted on"), kind: .date, required: true),
                Self.text("granted_by", "批准文号", "Number of the document", 200),
            ]
        case .place:
            [
                Self.number("longitude", "经度（度，CGCS2000）", "Longitude (degrees, CGCS2000)", 12),
                Self.number("latitude", "纬度（度，CGCS2000）", "Latitude (degrees, CGCS2000)", 12),
            ]
        case .photoBack:
            [
                Self.number("photo", "照片编号", "Number of the photo", 4),
                Self.text(
                    "photo_reason", "撤回理由（向社会公开）", "Why (everybody can read it)",
                    ProjectRecord.Photo.TakenBack.reasonMax),
            ]
        }
    }

    static func text(
        _ name: String, _ zh: String, _ en: String, _ max: Int, isRequired: Bool = true
    ) -> FormField {
        FormField(name: name, label: Phrase(zh, en), kind: .text(max: max), required: isRequired)
    }

    static func number(
        _ name: String, _ zh: String, _ en: String, _ max: Int, isRequired: Bool = true
    ) -> FormField {
        FormField(name: name, label: Phrase(zh, en), kind: .number(max: max), required: isRequired)
    }

    private static let monthFields =
        [
            text("month", "月份", "Month", 7),
            number("planned", "本月计划投资（万元）", "Planned for the month (10k yuan)", 20),
        ]
        + ProjectRecord.Source.allCases.map { source in
            number(
                source.rawValue, "本月完成：\(source.phrase.zh)（万元）", "Spent: \(source.phrase.en) (10k yuan)", 20,
                isRequired: false)
        } + [
            number("progress", "形象进度（%）", "Built (%)", 3),
            FormField(name: "note", label: Phrase("进展说明", "What was done"), kind: .longText(max: 500), required: true),
            FormField(
                name: "reason", label: Phrase("更正理由", "Why it is corrected"), kind: .longText(max: 500),
                required: false,
                hint: Phrase("仅在更正已报月份时填写", "only when a month that was reported is corrected")),
            FormField(
                name: "over_reason", label: Phrase("超计划理由", "Why above the plan"), kind: .longText(max: 500),
                required: false,
                hint: Phrase("仅在累计完成超过计划投资时填写", "only when more is spent in all than was planned")),
        ]
}
