public import Kernel

extension FormField {
    /// A value that the address of a list may carry, to filter it.
    public static func filter(_ name: String, _ label: Phrase, _ kind: Kind = .text(max: 64)) -> FormField {
        FormField(name: name, label: label, kind: kind, required: false)
    }

    /// A filter by one of a closed set of codes.
    public static func filter<Choice: CaseIterable & RawRepresentable<String>>(
        _ name: String, _ label: Phrase, among _: Choice.Type
    ) -> FormField {
        filter(name, label, .choice(Choice.allCases.map(\.rawValue)))
    }
}
