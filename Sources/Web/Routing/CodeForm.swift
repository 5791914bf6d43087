public import Kernel

/// How a code is written, for values of a query that are more than words: which texts are one, and an example for
/// whoever sent another. Two forms with one example are the same.
public struct CodeForm: Sendable, Equatable {
    /// How long a code may be, in bytes.
    static let bytesMax = 200
    /// A text that is one.
    let example: String
    private let reads: @Sendable (String) -> Bool

    /// A form by whatever reads it.
    public init(like example: String, reads: @escaping @Sendable (String) -> Bool) {
        (self.example, self.reads) = (example, reads)
    }

    /// The codes of a kind.
    public static func of<Code: Identifier>(_: Code.Type, like example: String) -> CodeForm {
        CodeForm(like: example) { Code.accepts($0) }
    }

    /// Whole numbers.
    public static func number(_ range: ClosedRange<Int64>, like example: String) -> CodeForm {
        CodeForm(like: example) { text in Int64(text).map(range.contains) ?? false }
    }

    /// Regions, as every list narrows to them.
    public static let region = CodeForm.of(RegionCode.self, like: "330602")
    /// Outlets.
    public static let outlet = CodeForm.of(OutletID.self, like: "E0001-DA001")
    /// Enterprises.
    public static let enterprise = CodeForm.of(EnterpriseID.self, like: "E0001")
    /// Places in the journal.
    public static let sequence = CodeForm.number(0...Int64.max, like: "1024")

    /// Whether a text is such a code.
    func accepts(_ text: String) -> Bool { text.utf8.count <= Self.bytesMax && reads(text) }

    public static func == (left: CodeForm, right: CodeForm) -> Bool { left.example == right.example }
}
