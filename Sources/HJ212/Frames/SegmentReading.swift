/// The text of a data segment, taken apart. It never fails: what is odd is kept and named.
struct SegmentReading {
    private(set) var header: Header
    private(set) var items: [Item] = []
    private(set) var deviations: [Deviation] = []

    private let gbk: (([UInt8]) -> String?)?

    /// How much of a segment is wanted.
    private enum Extent {
        case header
        case whole
    }

    /// Reads a segment of these bytes: by its tokens when it is canonical, else byte by byte with an eye for the odd.
    ///
    /// - Parameter gbk: reads what is likely GBK; without it such text shows as U+FFFD.
    init(in bytes: [UInt8], _ segment: Range<Int>, gbk: (([UInt8]) -> String?)? = nil) {
        if let tokens = FrameTokens(canonical: bytes, segment) {
            self.init(header: tokens.header, items: tokens.items.map(tokens.item))
        } else {
            self.init(bytes[segment], .whole, gbk: gbk)
        }
    }

    private init(header: Header, items: [Item]) {
        gbk = nil
        self.header = header
        self.items = items
    }

    /// Reads anything.
    init(lenient segment: ArraySlice<UInt8>) {
        self.init(segment, .whole)
    }

    /// The header alone.
    static func header(in bytes: [UInt8], _ segment: Range<Int>) -> Header {
        if let tokens = FrameTokens(canonical: bytes, segment) {
            return tokens.header
        }
        return header(of: bytes[segment])
    }

    /// The header alone, of anything.
    static func header(of segment: ArraySlice<UInt8>) -> Header {
        SegmentReading(segment, .header).header
    }

    private init(_ segment: ArraySlice<UInt8>, _ extent: Extent, gbk: (([UInt8]) -> String?)? = nil) {
        self.gbk = gbk
        let area = DataArea(in: segment)
        header = Header(fields: [])
        var fields = readFields(segment[..<(area?.nameStart ?? segment.endIndex)], isBeforeDataArea: area != nil)
        if let area {
            if extent == .whole { readItems(segment[area.body]) }
            if let closingEnd = area.closingEnd {
                fields += readRest(segment[closingEnd...])
            } else {
                deviations.append(.missingClosingMark)
            }
        }
        header = Header(fields: fields)
    }

    // MARK: - Header

    private mutating func readFields(_ bytes: ArraySlice<UInt8>, isBeforeDataArea: Bool) -> [Field] {
        var rest = bytes
        while let first = rest.first, first.isBlank || first == Byte.semicolon {
            deviations.append(.separatorAfterLength)
            rest.removeFirst()
        }
        if isBeforeDataArea, let last = rest.last {
            if last == Byte.semicolon {
                rest.removeLast()
            } else if last != Byte.comma {
                deviations.append(.missingSeparator)
            }
        }
        if rest.contains(Byte.comma) { deviations.append(.commaInHeader) }
        return rest.split(omittingEmptySubsequences: false) { $0 == Byte.semicolon || $0 == Byte.comma }
            .compactMap { readField($0) }
    }

    private mutating func readField(_ bytes: ArraySlice<UInt8>) -> Field? {
        guard !bytes.isEmpty else {
            deviations.append(.emptyItem)
            return nil
        }
        let pair = readPair(bytes)
        return Field(pair.name, pair.value)
    }

    /// Header fields that some loggers send behind the data area.
    private mutating func readRest(_ bytes: ArraySlice<UInt8>) -> [Field] {
        guard !bytes.isEmpty else { return [] }
        deviations.append(.textAfterDataArea)
        return bytes.split { $0 == Byte.semicolon || $0 == Byte.comma || $0.isBlank }.compactMap { readField($0) }
    }

    // MARK: - Data area

    private mutating func readItems(_ body: ArraySlice<UInt8>) {
        guard !body.allSatisfy(\.isBlank) else {
            if !body.isEmpty { deviations.append(.blanks) }
            return
        }
        var group = 0
        var start = body.startIndex
        while start < body.endIndex {
            let end = itemEnd(in: body, from: start)
            if start == end {
                deviations.append(.emptyItem)
            } else {
                let pair = readPair(body[start..<end])
                items.append(Item(key: pair.name, value: pair.value, group: group))
            }
            guard end < body.endIndex else { return }
            if body[end] == Byte.semicolon, items.last?.group == group { group += 1 }
            start = end + 1
        }
        deviations.append(.trailingSemicolon)
    }

    /// Where the item that begins here ends. Separators inside a log text (`=//…//`) do not count.
    private func itemEnd(in body: ArraySlice<UInt8>, from start: Int) -> Int {
        var place = start
        var isName = true
        while place < body.endIndex, body[place] != Byte.semicolon, body[place] != Byte.comma {
            if isName, body[place] == Byte.equals {
                isName = false
                if let end = logTextEnd(in: body, from: place + 1) { return end }
            }
            place += 1
        }
        return place
    }

    /// Behind the closing `//` of a log text, which a separator or the end of the area must follow.
    private func logTextEnd(in body: ArraySlice<UInt8>, from start: Int) -> Int? {
        guard Self.isDoubleSlash(body, at: start) else { return nil }
        var place = start + 2
        while place + 1 < body.endIndex {
            if Self.isDoubleSlash(body, at: place) {
                let end = place + 2
                if end == body.endIndex || body[end] == Byte.semicolon || body[end] == Byte.comma { return end }
            }
            place += 1
        }
        return nil
    }

    private static func isDoubleSlash(_ body: ArraySlice<UInt8>, at place: Int) -> Bool {
        place + 1 < body.endIndex && body[place] == Byte.slash && body[place + 1] == Byte.slash
    }

    // MARK: - Names and values

    private mutating func readPair(_ bytes: ArraySlice<UInt8>) -> (name: String, value: String) {
        let equals = bytes.firstIndex(of: Byte.equals)
        if equals == nil { deviations.append(.missingEqualsSign) }
        let name = bytes[..<(equals ?? bytes.endIndex)]
        let value = equals.map { bytes[($0 + 1)...] } ?? []
        let valueEdges = [value.first, value.last].compactMap { $0 }
        if name.contains(where: \.isBlank) || valueEdges.contains(where: \.isBlank) { deviations.append(.blanks) }
        return (readText(name), readText(value))
    }

    private mutating func readText(_ bytes: ArraySlice<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let found = GBKText.deviations(of: bytes)
        deviations += found
        if found.contains(.gbkText), let text = gbk?(Array(bytes)) { return text }
        return String(decoding: bytes, as: UTF8.self)
    }
}
