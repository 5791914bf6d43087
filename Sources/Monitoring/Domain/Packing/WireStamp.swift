import HJ212
import Kernel

/// Civil times of the wire as digits among other bytes.
enum WireStamp {
    /// Digits of DataTime.
    static let dataTimeLength = 14
    /// Digits of QN.
    static let requestNumberLength = 17

    /// The moment that `count` digits (14 or 17) from `place` on name; nil when they are no real time.
    static func moment(in bytes: [UInt8], at place: Int, count: Int) -> Instant? {
        guard place + count <= bytes.count else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var number = 0
            for index in range {
                let digit = bytes[place + index] &- LayoutByte.zero
                guard digit < 10 else { return nil }
                number = number * 10 + Int(digit)
            }
            return number
        }
        guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8), let hour = number(8..<10),
            let minute = number(10..<12), let second = number(12..<14),
            let millisecond = count == requestNumberLength ? number(14..<17) : 0,
            let stamp = CivilStamp(
                year: year, month: month, day: day, hour: hour, minute: minute, second: second,
                millisecond: millisecond)
        else { return nil }
        return Instant(milliseconds: stamp.millisecondsSince1970)
    }

    /// Writes the digits of a moment; false when its local year has not four digits.
    static func append(_ moment: Instant, count: Int, to text: inout [UInt8]) -> Bool {
        guard moments.contains(moment.milliseconds) else { return false }
        let stamp = CivilStamp(millisecondsSince1970: moment.milliseconds)
        append(stamp.year, digits: 4, to: &text)
        for part in [stamp.month, stamp.day, stamp.hour, stamp.minute, stamp.second] {
            append(part, digits: 2, to: &text)
        }
        if count == requestNumberLength { append(stamp.millisecond, digits: 3, to: &text) }
        return true
    }

    static func append(_ number: Int, digits: Int, to text: inout [UInt8]) {
        var divisor = 1
        for _ in 1..<digits { divisor *= 10 }
        while divisor > 0 {
            text.append(LayoutByte.zero + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }

    /// The local years 1 to 9999, which a stamp can hold.
    private static let moments: ClosedRange<Int64> = {
        let first = CivilDate(year: 1, month: 1, day: 1).map { Instant(startOf: $0).milliseconds } ?? 0
        let last = CivilDate(year: 9999, month: 12, day: 31).map { Instant(startOf: $0).milliseconds } ?? 0
        return first...(last + 86_399_999)
    }()
}
