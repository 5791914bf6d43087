/// An edition of the standard, in order of time.
public enum Edition: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// HJ/T 212-2005.
    case hjt2005 = 2005
    /// HJ 212-2017, in force from 2017-05-01.
    case hj2017 = 2017
    /// HJ 212-2025, in force from 2026-01-01.
    case hj2025 = 2025

    public static func < (left: Edition, right: Edition) -> Bool { left.rawValue < right.rawValue }

    /// What bits 7 to 2 of Flag hold.
    var versionBits: UInt8 {
        switch self {
        case .hjt2005: Flag.versionBits2005
        case .hj2017: Flag.versionBits2017
        case .hj2025: Flag.versionBits2025
        }
    }

    /// Digits of PNUM and PNO: four, in 2025 one.
    var packetNumberDigits: Int { self == .hj2025 ? 1 : 4 }

    /// The most packets that one message may be split into.
    public var packetCountMax: Int { self == .hj2025 ? 9 : 9999 }
}
