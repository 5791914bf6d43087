import Kernel
import Web

/// What a step keeps beside what was typed, as lines behind its fields.
enum StepNotes {
    private static let notes: [FormField] = [
        FormField(
            name: ClosedLoop.serveByField, label: Phrase("应送达不迟于", "To be served by"), kind: .text(max: 20),
            required: false),
        FormField(
            name: OrderService.countsFromField,
            label: Phrase("视为送达（公告期满）", "Counts as served (term of the notice over)"),
            kind: .text(max: 20), required: false),
        FormField(
            name: "fault_due", label: Phrase("应报告不迟于（故障起12小时）", "To be reported by (12 hours after the fault)"),
            kind: .text(max: 20), required: false),
        FormField(
            name: "fault_late", label: Phrase("报告时限", "The report was"), kind: .choice(["true", "false"]),
            required: false,
            optionLabels: ["true": Phrase("迟报", "late"), "false": Phrase("按时", "in time")]),
        FormField(
            name: StatedCondition.hoursField, label: Phrase("本案前后小时数", "Hours from the first to the last"),
            kind: .text(max: 20), required: false),
        FormField(
            name: StatedCondition.markedField, label: Phrase("企业标记", "Marked by the enterprise"),
            kind: .choice(["true", "false"]), required: false,
            optionLabels: [
                "true": Phrase("已标记", "yes"), "false": Phrase("未作标记，由执法人员认定", "no: named by the officer"),
            ]),
    ]

    /// The notes that a step holds.
    static func fields(of step: Step) -> [FormField] { notes.filter { step.form[$0.name] != nil } }
}
