/// Where the values of the header fields of a canonical frame stand: kept in the value itself, so that remembering them
/// asks for no memory.
struct HeaderPlaces: Sendable, Equatable {
    /// By the number of the name. No value begins at 0, where the head stands: there is none of this name.
    private var starts = SIMD16<UInt16>.zero
    private var ends = SIMD16<UInt16>.zero

    init(_ tokens: FrameTokens) {
        for place in tokens.fields.indices {
            let field = tokens.fields[place]
            starts[field.name.place] = UInt16(truncatingIfNeeded: field.value.lowerBound)
            ends[field.name.place] = UInt16(truncatingIfNeeded: field.value.upperBound)
        }
    }

    /// Nil when missing or empty.
    subscript(name: HeaderName) -> Range<Int>? {
        let (start, end) = (Int(starts[name.place]), Int(ends[name.place]))
        return start < end ? start..<end : nil
    }
}
