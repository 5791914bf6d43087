public import Kernel

extension FormField {
    /// A value that the address of a list may carry, to filter it.
    public static func filter(_ name: String, _ label: Phrase, _ kind: Kind = .text(max: 64)) -> FormField {
        FormField(name: name, label: label, kind: kind, required: false)
    }

    /// A filter by a code.
    public static func filter(_ name: String, _ label: Phrase, _ form: CodeForm) -> FormField {
        filter(name, label, .code(form))
    }

    /// Where a list goes on: a place that the part before has named.
    public static func place(name: String, _ form: CodeForm) -> FormField {
        filter(name, Phrase("从何处续列", "Where the list goes on"), .code(form))
    }

    /// A filter by one of a closed set of codes.
    public static func filter<Choice: CaseIterable & RawRepresentable<String>>(
        _ name: String, _ label: Phrase, among _: Choice.Type
    ) -> FormField {
        filter(name, label, .choice(Choice.allCases.map(\.rawValue)))
    }
}
