public import Kernel

/// A value in a column: 64-bit integer, text, bytes, or nothing. There are no binary floats in this system's tables.
public enum SQLValue: Sendable, Hashable {
    /// NULL.
    case null
    /// A 64-bit integer: times in milliseconds, money in fen, amounts in their smallest unit.
    case integer(Int64)
    /// Text without NUL.
    case text(String)
    /// Bytes.
    case blob([UInt8])

    /// An integer column.
    public static func int(_ value: Int) -> SQLValue { .integer(Int64(value)) }
    /// A moment, as milliseconds since 1970 UTC.
    public static func instant(_ value: Instant) -> SQLValue { .integer(value.milliseconds) }
    /// A moment or NULL.
    public static func instant(_ value: Instant?) -> SQLValue { value.map { .integer($0.milliseconds) } ?? .null }
    /// A checked code.
    public static func code(_ value: some Identifier) -> SQLValue { .text(value.text) }
    /// A checked code or NULL.
    public static func code(_ value: (some Identifier)?) -> SQLValue { value.map { .text($0.text) } ?? .null }
    /// Text or NULL.
    public static func optionalText(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
    /// A decimal number, as canonical text.
    public static func decimal(_ value: DecimalNumber) -> SQLValue { .text(value.description) }
    /// A decimal number or NULL.
    public static func decimal(_ value: DecimalNumber?) -> SQLValue { value.map { .text($0.description) } ?? .null }
    /// A civil date, as `2026-11-23`.
    public static func date(_ value: CivilDate?) -> SQLValue { value.map { .text($0.description) } ?? .null }
    /// A digest, as 32 bytes.
    public static func digest(_ value: Digest256) -> SQLValue { .blob(value.bytes) }
}
