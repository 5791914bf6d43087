/// What the items of a data area tell about the dialect: the same from texts and from tokens.
struct ItemSigns: Equatable {
    /// The shape of most factor codes.
    enum CodeShape { case old, new }

    /// Whether a factor is called `DataTime`.
    private(set) var hasDataTime = false
    /// Whether a key is `QN`.
    private(set) var hasQN = false
    private var oldCodes = 0
    private var newCodes = 0

    /// Nil when neither shape prevails.
    var codes: CodeShape? { oldCodes == newCodes ? nil : oldCodes > newCodes ? .old : .new }

    /// The signs of items read as texts.
    init(_ items: [Item]) {
        for item in items {
            let (factor, suffix) = item.parts
            if item.key == "QN" { hasQN = true }
            if factor == "DataTime" { hasDataTime = true }
            if suffix != nil { count(Array(factor.utf8)[...]) }
        }
    }

    /// The signs of items in their bytes.
    init(_ tokens: FrameTokens) {
        for token in tokens.items {
            let factor = tokens[token.factor]
            if token.key.count == 2, tokens[token.key].elementsEqual("QN".utf8) { hasQN = true }
            if token.factor.count == 8, factor.elementsEqual("DataTime".utf8) { hasDataTime = true }
            if token.suffix != nil { count(factor) }
        }
    }

    private mutating func count(_ code: ArraySlice<UInt8>) {
        guard let first = code.first, code.count <= 6, code.dropFirst().allSatisfy({ $0.decimalDigit != nil }) else {
            return
        }
        if code.count == 6, first.isLetter { newCodes += 1 }
        if code.count <= 3, first.isLetterOrDigit { oldCodes += 1 }
    }
}
