/// A code that was checked when it was read: inside the program there is no other way to hold one.
public protocol Identifier: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    /// The code as text.
    var text: String { get }
    /// Takes text that already passed `accepts`; use `init?(_:)` instead.
    init(checked text: String)
    /// Whether text is a well-formed code of this kind.
    static func accepts(_ text: String) -> Bool
}

extension Identifier {
    /// A code read from outside; nil when it is not well formed.
    public init?(_ text: String) {
        guard Self.accepts(text) else { return nil }
        self.init(checked: text)
    }

    public var description: String { text }

    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let code = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a well-formed \(Self.self)")
        }
        self = code
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// ASCII letters, digits, `-`, `_` and `.`, 1 to `lengthMax` of them: safe in a URL, a file name and a log line.
    public static func isPlainCode(_ text: String, lengthMax: Int) -> Bool {
        (1...lengthMax).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                byte.isDecimalDigit || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || byte == 0x2D || byte == 0x5F || byte == 0x2E
            }
    }
}

/// An enterprise in this installation's register (not the unified social credit code, which may change or be missing).
public struct EnterpriseID: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool { isPlainCode(text, lengthMax: 32) }
}

/// A discharge outlet (排放口) in this installation's register.
public struct OutletID: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool { isPlainCode(text, lengthMax: 48) }
}

/// A person who signs in.
public struct PersonID: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool { isPlainCode(text, lengthMax: 32) }
}

/// A closed-loop case (闭环案件).
public struct CaseID: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool { isPlainCode(text, lengthMax: 48) }

    /// Its number as documents write it, 〔2026〕13号; the code itself when it is no `2026-0013`.
    public var documentNumber: String {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0]), let number = Int(parts[1]) else {
            return text
        }
        return "〔\(year)〕\(number)号"
    }
}

/// An exceedance episode: neighbouring hours of one factor of one outlet above the limit.
public struct EpisodeID: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool { isPlainCode(text, lengthMax: 64) }
}

/// A suspicion that values were falsified (造假嫌疑).
public struct SuspicionID: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool { isPlainCode(text, lengthMax: 32) }
}

/// A state episode: hours in which an outlet's monitoring was silent, broken, maintained, stopped or beyond its range.
public struct StateEpisodeID: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool { isPlainCode(text, lengthMax: 32) }
}

/// A stored decision.
public struct DecisionID: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool { isPlainCode(text, lengthMax: 64) }
}

/// A duty: who must do what until when.
public struct DutyID: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool { isPlainCode(text, lengthMax: 64) }
}

/// A conversation of the platform with a data logger.
public struct ConversationID: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool { isPlainCode(text, lengthMax: 32) }
}

/// The device number MN of a data logger (数采仪), 1 to 64 printable characters as devices really send it.
public struct DeviceNumber: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3B }
    }
}

/// A pollutant or factor code of HJ 212 appendix B (`a21026` is SO2), kept in the case the device sends.
public struct PollutantCode: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool { isPlainCode(text, lengthMax: 24) }

    /// Sulphur dioxide (二氧化硫).
    public static let sulphurDioxide = PollutantCode(checked: "a21026")
}

/// A county-level region: a GB/T 2260 code (`330602`), or a local code for a functional area without one (`3306BH`).
public struct RegionCode: Identifier {
    public let text: String
    public init(checked text: String) { self.text = text }
    public static func accepts(_ text: String) -> Bool { isPlainCode(text, lengthMax: 12) }
}
