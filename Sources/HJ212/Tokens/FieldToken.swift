/// Where the value of a header field stands in a canonical frame. Places count from the first `#`.
public struct FieldToken: Sendable, Equatable {
    /// Which field.
    public let name: HeaderName
    private let start: UInt16
    private let end: UInt16

    init(_ name: HeaderName, value: Range<Int>) {
        self.name = name
        start = UInt16(truncatingIfNeeded: value.lowerBound)
        end = UInt16(truncatingIfNeeded: value.upperBound)
    }

    /// The value, possibly empty.
    public var value: Range<Int> { Int(start)..<Int(end) }
}
