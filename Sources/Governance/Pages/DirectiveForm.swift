import Kernel
import Web

/// The forms of inspection notices and minutes.
enum DirectiveForm: String, Sendable, CaseIterable {
    case inspection
    case minutes
    case answer
    case judge

    /// What it is called, and what its button says.
    var name: Phrase {
        switch self {
        case .inspection: Phrase("发出督查通知", "Send an inspection notice")
        case .minutes: Phrase("印发会议纪要", "Issue minutes of the leading group")
        case .answer: Phrase("答复", "Answer")
        case .judge: Phrase("验收", "Accept or return an answer")
        }
    }

    /// The fields of the route. Names are unique over the forms of a page.
    var fields: [FormField] {
        switch self {
        case .inspection:
            [
                Self.text("title", "事由", "What it is about", DirectiveDocument.titleMax),
                Self.text("unit", "被督查单位", "Lead unit", 80),
                FormField(
                    name: "task", label: Phrase("任务序号", "Number of the task"), kind: .number(max: 4), required: false,
                    hint: Phrase("针对单位全部工作的，请留空", "nothing for all of the unit's work")),
                FormField(
                    name: "findings", label: Phrase("督查发现的问题", "Findings"), kind: .longText(max: Self.linesMax),
                    required: true, hint: Phrase("每行一条，最多 20 条", "one a line, 20 at most")),
                FormField(
                    name: "term", label: Phrase("整改期限（工作日）", "Term in working days"), kind: .number(max: 3),
                    required: true, hint: Phrase("1 至 60", "1 to 60")),
            ]
        case .minutes:
            [
                Self.text("minutes_title", "会议名称", "What the meeting was", DirectiveDocument.titleMax),
                FormField(name: "held_on", label: Phrase("会议日期", "Held on"), kind: .date, required: true),
                FormField(
                    name: "participants", label: Phrase("参加人员", "Who took part"),
                    kind: .longText(max: DirectiveDocument.participantsMax), required: true),
                FormField(
                    name: "decisions", label: Phrase("议定事项", "Decisions"), kind: .longText(max: Self.linesMax),
                    required: true,
                    hint: Phrase(
                        "每行一条：单位|期限|内容，如 市经信局|2026-12-31|完成名单公布",
                        "one a line: unit|last day|decision, like 市经信局|2026-12-31|完成名单公布")),
            ]
        case .answer:
            [
                Self.number("item", "序号", "Number of the item", 3),
                FormField(
                    name: "answer", label: Phrase("整改或办理情况", "What was done"),
                    kind: .longText(max: DirectiveAnswer.textMax), required: true),
                FormField(
                    name: "fact", label: Phrase("佐证的事实序号", "Number of a fact that shows it"), kind: .number(max: 18),
                    required: false, hint: Phrase("各页“事实序号”所列；没有的留空", "as pages show it; may be left out")),
            ]
        case .judge:
            [
                Self.number("judged_item", "序号", "Number of the item", 3),
                FormField(
                    name: "verdict", label: Phrase("意见", "Verdict"),
                    kind: .choice(ReviewVerdict.allCases.map(\.rawValue)), required: true,
                    optionLabels: Dictionary(
                        uniqueKeysWithValues: ReviewVerdict.allCases.map { ($0.rawValue, $0.phrase) })),
                FormField(name: "note", label: Phrase("说明", "Note"), kind: .longText(max: 500), required: true),
            ]
        }
    }

    private static let linesMax = DirectiveDocument.itemsMax * (DirectiveDocument.itemTextMax + 2)

    private static func text(_ name: String, _ zh: String, _ en: String, _ max: Int) -> FormField {
        FormField(name: name, label: Phrase(zh, en), kind: .text(max: max), required: true)
    }

    private static func number(_ name: String, _ zh: String, _ en: String, _ max: Int) -> FormField {
        FormField(name: name, label: Phrase(zh, en), kind: .number(max: max), required: true)
    }
}
