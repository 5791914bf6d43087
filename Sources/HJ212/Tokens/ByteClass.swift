/// What a byte means inside a canonical segment.
enum ByteClass {
    /// Printable ASCII with no other meaning.
    static let plain: UInt8 = 0
    static let hyphen: UInt8 = 1
    static let equals: UInt8 = 2
    static let semicolon: UInt8 = 3
    static let comma: UInt8 = 4
    /// `&`, blanks, control characters, and all that is not ASCII.
    static let foreign: UInt8 = 5

    /// The class of each byte.
    static let table: [UInt8] = (UInt8.min...UInt8.max).map { byte in
        switch byte {
        case UInt8(ascii: "-"): hyphen
        case Byte.equals: equals
        case Byte.semicolon: semicolon
        case Byte.comma: comma
        case Byte.ampersand: foreign
        case 0x21...0x7E: plain
        default: foreign
        }
    }
}
