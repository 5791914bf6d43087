/// The Flag byte: edition in bits 7 to 2, packet numbers in bit 1, answer wanted in bit 0.
///
/// The letters of the two low bits were swapped in 2025, their places were not.
public struct Flag: RawRepresentable, Sendable, Hashable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The flag of a number.
    public init(_ rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// 0 = 2005, 1 = 2017, 2 = 2025. Not a proof: stations sent 2 years before 2025.
    public var versionBits: UInt8 { rawValue >> 2 }

    /// Whether the frame says that it carries PNUM and PNO.
    public var isSplit: Bool { rawValue & 0b10 != 0 }

    /// Whether the sender waits for an answer.
    public var wantsAnswer: Bool { rawValue & 0b1 != 0 }

    /// The same edition with both low bits off, as answers carry it.
    public var versionOnly: Flag { Flag(rawValue & ~0b11) }

    static let versionBits2005: UInt8 = 0
    static let versionBits2017: UInt8 = 1
    /// The version that edition 2025 writes.
    public static let versionBits2025: UInt8 = 2
}
