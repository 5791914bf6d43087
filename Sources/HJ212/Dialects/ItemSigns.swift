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
        // By place: without optimisation an iterator over elements asks for memory.
        for place in tokens.items.indices {
            let token = tokens.items[place]
            let factor = tokens[token.factor]
            if tokens[token.key].spells("QN") { hasQN = true }
            if factor.spells("DataTime") { hasDataTime = true }
            if token.suffix != nil { count(factor) }
        }
    }

    private mutating func count(_ code: ArraySlice<UInt8>) {
        guard let first = code.first, code.count <= 6 else { return }
        for place in code.startIndex + 1..<code.endIndex where code[place].decimalDigit == nil { return }
        if code.count == 6, first.isLetter { newCodes += 1 }
        if code.count <= 3, first.isLetterOrDigit { oldCodes += 1 }
    }
}
