public import Kernel

/// One cell of a list that is taken away: what it is, so that each format writes it as its reader understands it.
public enum TableCell: Sendable, Equatable {
    /// Nothing is known here.
    case none
    /// Words, codes, identifiers: never counted with.
    case text(String)
    /// A number as its decimal digits, so that nothing passes through a binary fraction; the column tells its unit.
    case number(String)
    /// A day.
    case day(CivilDate)
    /// A moment, shown in China's civil time to the second.
    case moment(Instant)
    /// The end of a term as pages say it, `2026-11-23 24:00`; a text, because no spreadsheet's date can say 24:00.
    case term(Instant)

    /// Words where there are some.
    public static func text(_ text: String?) -> TableCell { text.map { .text($0) } ?? .none }

    /// A count.
    public static func number(_ count: some BinaryInteger) -> TableCell { .number("\(count)") }

    /// A number where there is one.
    public static func number(_ number: DecimalNumber?) -> TableCell { number.map { .number("\($0)") } ?? .none }

    /// A moment where there is one.
    public static func moment(_ instant: Instant?) -> TableCell { instant.map { .moment($0) } ?? .none }

    /// The end of a term where there is one.
    public static func term(_ instant: Instant?) -> TableCell { instant.map { .term($0) } ?? .none }

    /// A day where there is one.
    public static func day(_ date: CivilDate?) -> TableCell { date.map { .day($0) } ?? .none }

    /// Whether a text is a plain decimal number, `-12.50`.
    static func isPlainNumber(_ text: String) -> Bool {
        let digits = text.first == "-" ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count)
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }
}
