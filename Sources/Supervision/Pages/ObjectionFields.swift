import Kernel
import Web

/// Why a record stands to which the second officer objected.
enum ObjectionFields {
    static let despite = FormField(
        name: RecordObjection.field, label: Phrase("同行人员有异议而仍采用该记录的理由", "Why the record stands against the objection"),
        kind: .longText(max: 1_000), required: false)

    /// The same with the objections it answers; nil where there are none.
    static func shown(on objections: [RecordObjection]) -> FormField? {
        guard !objections.isEmpty else { return nil }
        let words = objections.map(\.phrase)
        return FormField(
            name: despite.name, label: despite.label, kind: despite.kind, required: true,
            hint: Phrase(words.map(\.zh).joined(separator: "；"), words.map(\.en).joined(separator: "; ")))
    }
}
