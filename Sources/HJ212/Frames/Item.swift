/// One `key=value` of the data area, as received.
public struct Item: Sendable, Hashable {
    /// Left of `=`, blanks included.
    public let key: String
    /// Text; what is not UTF-8 shows as U+FFFD (the frame's bytes keep the original).
    public let value: String
    /// Which group of the data area it stood in, from 0: groups end at `;`, items of one group at `,`.
    public let group: Int

    /// An item of key and value.
    public init(key: String, value: String, group: Int = 0) {
        self.key = key
        self.value = value
        self.group = group
    }

    /// What the value is about: the key before the last hyphen when a known suffix follows it, else the whole key.
    ///
    /// `a21026-ZsAvg` gives `a21026`; `a21026-i22004-Info` gives `a21026-i22004`; `100000-Ia` stays whole. Without
    /// outer blanks, in the spelling of the sender.
    public var factor: String { parts.factor }

    /// What kind of value it is; nil when no known suffix ends the key.
    public var suffix: Suffix? { parts.suffix }

    /// Factor and suffix, found in one go.
    var parts: (factor: String, suffix: Suffix?) {
        let whole = key.withoutOuterBlanks
        guard let hyphen = whole.utf8.lastIndex(of: UInt8(ascii: "-")), hyphen > whole.startIndex,
            let suffix = Suffix(reading: whole[whole.utf8.index(after: hyphen)...])
        else { return (whole, nil) }
        return (whole[..<hyphen].withoutOuterBlanks, suffix)
    }
}
