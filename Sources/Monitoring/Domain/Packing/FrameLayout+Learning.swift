import HJ212
import Kernel

extension FrameLayout {
    /// The layout of a frame, with as few holes as its kind of values allows; nil when it cannot be packed: a byte
    /// below 0x20, a declared length or check that would not come out the same.
    init?(learning frame: [UInt8], at dataTime: Instant) {
        guard frame.count > 10, frame[0] == LayoutByte.hash, frame[1] == LayoutByte.hash,
            frame.allSatisfy({ $0 >= Mark.literals })
        else { return nil }
        let check = frame.count - 4
        let lowered = frame[check...].contains { $0 >= UInt8(ascii: "a") }
        let areaStart = Self.place(of: LayoutByte.area, in: frame[6..<check]).map { $0 + LayoutByte.area.count }
        guard let areaStart else { return nil }
        var text = [LayoutByte.hash, LayoutByte.hash, Mark.length]
        Self.appendHeader(frame[6..<areaStart], to: &text)
        Self.appendArea(frame[areaStart..<check], dataTime, to: &text)
        text.append(lowered ? Mark.checkLower : Mark.checkUpper)
        self.init(text: text)
        guard pack(frame, at: dataTime) != nil else { return nil }
    }

    private static func place(of word: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.indices.first { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
    }

    private static func appendHeader(_ header: ArraySlice<UInt8>, to text: inout [UInt8]) {
        let start = place(of: LayoutByte.requestNumber, in: header).map { $0 + LayoutByte.requestNumber.count }
        let count = WireStamp.requestNumberLength
        guard let start, start + count < header.endIndex, LayoutByte.isSeparator(header[start + count]),
            WireStamp.moment(in: Array(header[start..<(start + count)]), at: 0, count: count) != nil
        else {
            text.append(contentsOf: header)
            return
        }
        text.append(contentsOf: header[..<start])
        text.append(Mark.requestNumber)
        text.append(contentsOf: header[(start + count)...])
    }

    private static func appendArea(_ area: ArraySlice<UInt8>, _ dataTime: Instant, to text: inout [UInt8]) {
        var place = area.startIndex
        var keyStart = place
        var isDated = false
        while place < area.endIndex {
            let byte = area[place]
            text.append(byte)
            place += 1
            if LayoutByte.isSeparator(byte) { keyStart = place }
            guard byte == LayoutByte.equals else { continue }
            let end = area[place...].firstIndex(where: LayoutByte.isSeparator) ?? area.endIndex
            let value = area[place..<end]
            let isDataTime = !isDated && area[keyStart..<(place - 1)].elementsEqual(LayoutByte.dataTime)
            if isDataTime, value.count == WireStamp.dataTimeLength,
                WireStamp.moment(in: Array(value), at: 0, count: value.count) == dataTime
            {
                text.append(Mark.dataTime)
                isDated = true
            } else {
                appendValue(value, to: &text)
            }
            place = end
        }
    }

    /// A number becomes a hole, a word stays where it is until another word comes in its place.
    private static func appendValue(_ value: ArraySlice<UInt8>, to text: inout [UInt8]) {
        if let decimal = WireDecimal(value), !decimal.isNegative {
            text.append(Mark.decimals.lowerBound + UInt8(decimal.scale))
        } else if let first = value.first, first &- LayoutByte.zero < 10 || first == LayoutByte.minus {
            text.append(Mark.free)
        } else {
            text.append(contentsOf: value)
        }
    }

    /// The layout that holds frames of both: values in which they differ become free. Nil when they differ elsewhere.
    func merged(with other: FrameLayout) -> FrameLayout? {
        guard let areaStart = Self.place(of: LayoutByte.area, in: text[...]) else { return nil }
        var (left, right) = (0, 0)
        var merged: [UInt8] = []
        while left < text.count, right < other.text.count {
            guard text[left] == other.text[right] else { return nil }
            merged.append(text[left])
            (left, right) = (left + 1, right + 1)
            guard left > areaStart + LayoutByte.area.count, text[left - 1] == LayoutByte.equals else { continue }
            let values = (Self.value(in: text, at: left), Self.value(in: other.text, at: right))
            if values.0.elementsEqual(values.1) {
                merged.append(contentsOf: values.0)
            } else {
                guard Self.mayBeFree(values.0), Self.mayBeFree(values.1) else { return nil }
                merged.append(Mark.free)
            }
            (left, right) = (values.0.endIndex, values.1.endIndex)
        }
        return left == text.count && right == other.text.count ? FrameLayout(text: merged) : nil
    }

    private static func value(in text: [UInt8], at start: Int) -> ArraySlice<UInt8> {
        let end = text[start...].firstIndex { byte in
            LayoutByte.isSeparator(byte) || byte == Mark.checkUpper || byte == Mark.checkLower
        }
        return text[start..<(end ?? text.count)]
    }

    /// Words and numbers may; the data time may not, because the row's place rests on it.
    private static func mayBeFree(_ value: ArraySlice<UInt8>) -> Bool {
        value.allSatisfy { $0 >= Mark.literals || $0 == Mark.free || Mark.decimals.contains($0) }
    }
}
