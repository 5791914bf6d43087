/// A decimal number exactly as it stands on the wire, when mantissa and scale give the same digits back.
struct WireDecimal {
    /// All digits as one whole number.
    let mantissa: UInt64
    /// How many of them stand behind the point.
    let scale: Int
    let isNegative: Bool

    /// More digits could overflow 64 bits; such values are kept as text.
    static let digitsMax = 18
    /// Three bits hold the scale, and one of their values marks text.
    static let scaleMax = 6

    /// Nil unless writing it out gives the same bytes: no sign `+`, no needless zero in front, no point without
    /// digits on both sides, and no minus before zero.
    init?(_ text: ArraySlice<UInt8>) {
        var rest = text
        isNegative = rest.first == LayoutByte.minus
        if isNegative { rest.removeFirst() }
        guard let first = rest.first, first != LayoutByte.point else { return nil }
        var (mantissa, digits, point): (UInt64, Int, Int?) = (0, 0, nil)
        for byte in rest {
            if byte == LayoutByte.point, point == nil {
                point = digits
                continue
            }
            guard byte &- LayoutByte.zero < 10, digits < Self.digitsMax else { return nil }
            mantissa = mantissa * 10 + UInt64(byte &- LayoutByte.zero)
            digits += 1
        }
        let whole = point ?? digits
        scale = digits - whole
        guard scale <= Self.scaleMax, point == nil || scale > 0, whole == 1 || first != LayoutByte.zero,
            !isNegative || mantissa > 0
        else { return nil }
        self.mantissa = mantissa
    }

    /// The digits with the point in its place.
    static func append(_ mantissa: UInt64, scale: Int, to text: inout [UInt8]) {
        var digits = mantissa
        let start = text.count
        var count = 0
        repeat {
            if count == scale, scale > 0 { text.append(LayoutByte.point) }
            text.append(LayoutByte.zero + UInt8(digits % 10))
            digits /= 10
            count += 1
        } while digits > 0 || count <= scale
        text[start...].reverse()
    }
}
