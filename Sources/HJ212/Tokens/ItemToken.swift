/// Where an item of the data area stands in a canonical frame. Places count from the first `#`.
public struct ItemToken: Sendable, Equatable {
    /// What kind of value it is; nil when no known suffix ends the key.
    public let suffix: Suffix?
    private let start: UInt16
    private let factorEnd: UInt16
    private let keyEnd: UInt16
    private let end: UInt16
    private let groupNumber: UInt16

    init(key: Range<Int>, factorEnd: Int, valueEnd: Int, suffix: Suffix?, group: Int) {
        self.suffix = suffix
        start = UInt16(truncatingIfNeeded: key.lowerBound)
        self.factorEnd = UInt16(truncatingIfNeeded: factorEnd)
        keyEnd = UInt16(truncatingIfNeeded: key.upperBound)
        end = UInt16(truncatingIfNeeded: valueEnd)
        groupNumber = UInt16(truncatingIfNeeded: group)
    }

    /// Left of `=`.
    public var key: Range<Int> { Int(start)..<Int(keyEnd) }

    /// What the value is about: the key before the hyphen of a known suffix, else the whole key.
    public var factor: Range<Int> { Int(start)..<Int(factorEnd) }

    /// Right of `=`.
    public var value: Range<Int> { Int(keyEnd) + 1..<Int(end) }

    /// Which group of the data area it stands in, from 0.
    public var group: Int { Int(groupNumber) }
}
