/// The bytes that have a meaning in a frame.
enum Byte {
    static let hash = UInt8(ascii: "#")
    static let ampersand = UInt8(ascii: "&")
    static let semicolon = UInt8(ascii: ";")
    static let comma = UInt8(ascii: ",")
    static let equals = UInt8(ascii: "=")
    static let slash = UInt8(ascii: "/")
    static let backslash = UInt8(ascii: "\\")
    static let blank = UInt8(ascii: " ")
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
}

extension UInt8 {
    var isBlank: Bool { self == Byte.blank || self == Byte.tab }

    var isLineEnd: Bool { self == Byte.carriageReturn || self == Byte.lineFeed }

    /// The worth of a decimal digit, nil for any other byte.
    var decimalDigit: Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) ? Int(self) - 0x30 : nil
    }

    /// The worth of a hexadecimal digit in either case, nil for any other byte.
    var hexDigit: UInt16? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(self) - 0x30
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(self) - 0x37
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(self) - 0x57
        default: nil
        }
    }

    var isLetter: Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
    }

    var isLetterOrDigit: Bool { isLetter || decimalDigit != nil }
}
