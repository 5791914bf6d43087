import HJ212
import Kernel

extension FrameLayout {
    /// What a frame has in the holes; nil when it does not have this layout at that data time.
    ///
    /// What comes back is proven: unpacking it gives the frame's very bytes.
    func pack(_ frame: [UInt8], at dataTime: Instant) -> [UInt8]? {
        guard let values = values(in: frame, at: dataTime), unpack(values, at: dataTime) == frame else { return nil }
        return values
    }

    private func values(in frame: [UInt8], at dataTime: Instant) -> [UInt8]? {
        var values = PackedValues(capacity: 96)
        var place = 0
        for byte in text {
            if byte >= Mark.literals {
                guard place < frame.count, frame[place] == byte else { return nil }
                place += 1
            } else {
                guard let behind = Self.fill(byte, from: frame, at: place, dataTime, &values) else { return nil }
                place = behind
            }
        }
        return place == frame.count ? values.bytes : nil
    }

    /// Takes what stands in one hole; tells where it ends, or nil when the hole cannot hold it.
    private static func fill(
        _ mark: UInt8, from frame: [UInt8], at place: Int, _ dataTime: Instant, _ values: inout PackedValues
    ) -> Int? {
        switch mark {
        case Mark.length, Mark.checkUpper, Mark.checkLower: return place + 4
        case Mark.requestNumber:
            let count = WireStamp.requestNumberLength
            guard let moment = WireStamp.moment(in: frame, at: place, count: count) else { return nil }
            values.append(signed: moment.milliseconds(since: dataTime))
            return place + count
        case Mark.dataTime:
            let count = WireStamp.dataTimeLength
            return WireStamp.moment(in: frame, at: place, count: count) == dataTime ? place + count : nil
        case Mark.free:
            let rest = frame[min(place, frame.count)...]
            let value = rest.prefix { !LayoutByte.isSeparator($0) && $0 >= Mark.literals }
            fillFreely(value, &values)
            return value.endIndex
        case Mark.decimals:
            return fillDecimal(scale: Int(mark - Mark.decimals.lowerBound), from: frame, at: place, &values)
        // A mark of a later program: not this program's to pack.
        default: return nil
        }
    }

    private static func fillDecimal(
        scale: Int, from frame: [UInt8], at start: Int, _ values: inout PackedValues
    ) -> Int? {
        var (mantissa, place, digits): (UInt64, Int, Int) = (0, start, 0)
        while place < frame.count, frame[place] &- LayoutByte.zero < 10, digits <= WireDecimal.digitsMax {
            mantissa = mantissa * 10 + UInt64(frame[place] &- LayoutByte.zero)
            (place, digits) = (place + 1, digits + 1)
        }
        guard digits > 0, digits == 1 || frame[start] != LayoutByte.zero else { return nil }
        if scale > 0 {
            guard place + scale < frame.count, frame[place] == LayoutByte.point else { return nil }
            for digit in frame[(place + 1)...(place + scale)] {
                guard digit &- LayoutByte.zero < 10, digits < WireDecimal.digitsMax else { return nil }
                mantissa = mantissa * 10 + UInt64(digit &- LayoutByte.zero)
                digits += 1
            }
            place += scale + 1
        }
        guard digits <= WireDecimal.digitsMax else { return nil }
        values.append(mantissa)
        return place
    }

    /// The lowest three bits tell what follows: 0 to 6 the scale of a signed decimal, 7 text of that length.
    private static func fillFreely(_ value: ArraySlice<UInt8>, _ values: inout PackedValues) {
        if let decimal = WireDecimal(value) {
            let signed = Int64(decimal.mantissa) * (decimal.isNegative ? -1 : 1)
            values.append(PackedValues.folded(signed) << 3 | UInt64(decimal.scale))
        } else {
            values.append(UInt64(value.count) << 3 | 7)
            values.append(value)
        }
    }
}
