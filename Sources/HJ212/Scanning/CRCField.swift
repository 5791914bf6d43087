/// The check value as it stands in a frame: four hexadecimal digits, high byte first.
struct CRCField: Sendable, Equatable {
    let value: UInt16
    /// Four by the standard; fewer when a logger drops leading zeros.
    let digitCount: Int
    let hasLowerCase: Bool
    /// Two bytes instead of digits.
    var isRaw = false

    /// How many bytes it takes.
    var length: Int { isRaw ? 2 : digitCount }

    var deviations: [Deviation] {
        if isRaw { return [.rawCRC] }
        return (digitCount < 4 ? [.shortCRC] : []) + (hasLowerCase ? [.lowerCaseCRC] : [])
    }

    /// What stands at a place of the queue.
    enum Sign: Equatable {
        case field(CRCField)
        case none
        /// All bytes that are there are digits, more are needed.
        case undecided
    }

    /// Two bytes that are the check of HJ 212 over a segment, in either order. Nothing but their value tells them from
    /// any other two bytes, so a check of another kind is not looked for.
    static func rawSign(in queue: ByteQueue, at place: Int, over segment: ArraySlice<UInt8>) -> Sign {
        guard let first = queue[place], let second = queue[place + 1] else { return .undecided }
        let check = CRC16.hj212(segment)
        guard [check, check.byteSwapped].contains(UInt16(first) << 8 | UInt16(second)) else { return .none }
        return .field(CRCField(value: check, digitCount: 4, hasLowerCase: false, isRaw: true))
    }

    /// Reads four digits, or fewer when a line end follows them.
    static func sign(in queue: ByteQueue, at place: Int) -> Sign {
        var value: UInt16 = 0
        var digitCount = 0
        var hasLowerCase = false
        while digitCount < 4 {
            guard let byte = queue[place + digitCount] else { return .undecided }
            guard let digit = byte.hexDigit else {
                guard byte.isLineEnd, digitCount > 0 else { return .none }
                break
            }
            value = value << 4 | digit
            digitCount += 1
            hasLowerCase = hasLowerCase || byte >= UInt8(ascii: "a")
        }
        return .field(CRCField(value: value, digitCount: digitCount, hasLowerCase: hasLowerCase))
    }
}
