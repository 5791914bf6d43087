import HJ212
import Kernel

extension FrameLayout {
    /// A frame can be no longer: its length has four digits.
    private static let frameLengthMax = 2 + 4 + 9_999 + 4

    /// The frame that these values make of the layout; nil when they do not fit it.
    func unpack(_ values: [UInt8], at dataTime: Instant) -> [UInt8]? {
        var reader = PackedValuesReader(values)
        var frame: [UInt8] = []
        frame.reserveCapacity(text.count + 256)
        var segmentStart = 0
        var place = 0
        while place < text.count {
            let end = literalEnd(from: place)
            frame.append(contentsOf: text[place..<end])
            guard end < text.count else { break }
            let mark = text[end]
            switch mark {
            case Mark.length:
                frame.append(contentsOf: [0, 0, 0, 0])
                segmentStart = frame.count
            case Mark.checkUpper, Mark.checkLower:
                Self.appendCheck(over: segmentStart, isUpper: mark == Mark.checkUpper, to: &frame)
            default:  // the marks of what is stored
                guard Self.fill(mark, from: &reader, dataTime, &frame) else { return nil }
            }
            guard frame.count <= Self.frameLengthMax else { return nil }
            place = end + 1
        }
        return reader.isAtEnd && frame.count <= Self.frameLengthMax ? frame : nil
    }

    /// Where the literal bytes that begin here end.
    private func literalEnd(from start: Int) -> Int {
        var end = start
        while end < text.count, text[end] >= Mark.literals { end += 1 }
        return end
    }

    /// The check closes the segment, so that its length is known too.
    private static func appendCheck(over start: Int, isUpper: Bool, to frame: inout [UInt8]) {
        let check = CRC16.hj212(frame[start...])
        var length: [UInt8] = []
        WireStamp.append(frame.count - start, digits: 4, to: &length)
        if start >= 4 { frame.replaceSubrange((start - 4)..<start, with: length) }
        let letter = UInt8(ascii: isUpper ? "A" : "a")
        for shift in stride(from: 12, through: 0, by: -4) {
            let digit = UInt8(check >> UInt16(shift) & 0xF)
            frame.append(digit < 10 ? LayoutByte.zero + digit : letter + digit - 10)
        }
    }

    private static func fill(
        _ mark: UInt8, from reader: inout PackedValuesReader, _ dataTime: Instant, _ frame: inout [UInt8]
    ) -> Bool {
        switch mark {
        case Mark.requestNumber:
            guard let folded = reader.number() else { return false }
            let (moment, overflows) = dataTime.milliseconds.addingReportingOverflow(PackedValues.unfolded(folded))
            guard !overflows else { return false }
            return WireStamp.append(
                Instant(milliseconds: moment), count: WireStamp.requestNumberLength, to: &frame)
        case Mark.dataTime: return WireStamp.append(dataTime, count: WireStamp.dataTimeLength, to: &frame)
        case Mark.free: return fillFreely(from: &reader, &frame)
        case Mark.decimals:
            guard let mantissa = reader.number() else { return false }
            WireDecimal.append(mantissa, scale: Int(mark - Mark.decimals.lowerBound), to: &frame)
            return true
        // A mark of a later program cannot be unpacked by this one.
        default: return false
        }
    }

    private static func fillFreely(from reader: inout PackedValuesReader, _ frame: inout [UInt8]) -> Bool {
        guard let number = reader.number() else { return false }
        let scale = Int(number & 7)
        if scale > WireDecimal.scaleMax {
            guard let text = reader.text(number >> 3) else { return false }
            frame.append(contentsOf: text)
            return true
        }
        let signed = PackedValues.unfolded(number >> 3)
        if signed < 0 { frame.append(LayoutByte.minus) }
        WireDecimal.append(signed.magnitude, scale: scale, to: &frame)
        return true
    }
}
