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
    ]

    /// The notes that a step holds.
    static func fields(of step: Step) -> [FormField] { notes.filter { step.form[$0.name] != nil } }
}
