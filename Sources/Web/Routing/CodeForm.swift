import Access
public import Kernel

/// How a code is written, for values of a query that are more than words: which texts are one, and an example for
/// whoever sent another. Two forms with one example are the same.
public struct CodeForm: Sendable, Equatable {
    /// How long a code may be, in bytes.
    static let bytesMax = 200
    /// A text that is one.
    let example: String
    private let reads: @Sendable (String) -> Bool
    /// Whether a code that is well written stands for something; nil where that is not known beforehand.
    private var isKnown: (@Sendable (String) -> Bool)?

    /// A form by whatever reads it.
    public init(like example: String, reads: @escaping @Sendable (String) -> Bool) {
        (self.example, self.reads) = (example, reads)
    }

    /// The same form, for a set of codes that is closed: another one is refused, for it can only be a slip.
    public func knowing(_ isKnown: @escaping @Sendable (String) -> Bool) -> CodeForm {
        var form = self
        form.isKnown = isKnown
        return form
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
    /// The beginning of a trade's code (GB/T 4754), which stands for all trades that begin so.
    public static let industryBeginning = CodeForm(like: "17") { text in
        (1...4).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    /// Factors (HJ 212 appendix B).
    public static let factor = CodeForm.of(PollutantCode.self, like: "a21026")
    /// People.
    public static let person = CodeForm.of(PersonID.self, like: "P-0A1B2C3D")
    /// Organisations.
    public static let organisation = CodeForm.of(OrganisationID.self, like: "BRANCH-1")
    /// Places in the journal.
    public static let sequence = CodeForm.number(0...Int64.max, like: "1024")

    /// Whether a text is such a code.
    func accepts(_ text: String) -> Bool { text.utf8.count <= Self.bytesMax && reads(text) }

    /// Whether such a code stands for something, as far as that is known.
    func knows(_ text: String) -> Bool { isKnown?(text) ?? true }

    public static func == (left: CodeForm, right: CodeForm) -> Bool { left.example == right.example }
}
