/// All values that one frame holds for one factor.
public struct FactorReading: Sendable, Hashable {
    /// A value as received.
    public struct Value: Sendable, Hashable {
        /// What kind of value it is.
        public let suffix: Suffix
        /// The value, without outer blanks.
        public let text: String

        /// A value of a kind.
        public init(_ suffix: Suffix, _ text: String) {
            self.suffix = suffix
            self.text = text
        }

        /// Whether it is a number, a sentinel for "no value", or something else.
        public var shape: ValueShape { ValueShape(of: text) }
    }

    /// Values of a factor, to be sent.
    public init(_ factor: String, polID: String? = nil, _ values: [Value]) {
        self.factor = factor
        self.polID = polID
        self.values = values
    }

    /// Factor code in the spelling of the sender.
    public let factor: String
    /// The `PolId` that stands before it, for site information of several factors in one frame.
    public let polID: String?
    /// Values in order of arrival, the data mark among them.
    public internal(set) var values: [Value]

    /// The first value of a kind, as received.
    public subscript(_ suffix: Suffix) -> String? {
        values.first { $0.suffix == suffix }?.text
    }

    /// The data mark (`x-Flag`).
    public var mark: String? { self[.flag] }

    /// The items that say so, to stand in one group.
    var group: [Item] { values.map { Item(key: "\(factor)-\($0.suffix.rawValue)", value: $0.text) } }
}

extension Frame {
    /// The values grouped by factor, in order of first appearance.
    ///
    /// The separators do not matter: `;` between the values of one factor and `,` between factors are both in use.
    /// Items without a known suffix are left out (see `items`). A `PolId` holds until the next one.
    public var factorReadings: [FactorReading] {
        var readings: [FactorReading] = []
        var polID: String?
        for item in items {
            if item.factor == "PolId" { polID = item.value.withoutOuterBlanks }
            guard let suffix = item.suffix else { continue }
            let factor = item.factor
            let value = FactorReading.Value(suffix, item.value.withoutOuterBlanks)
            if let place = readings.lastIndex(where: { $0.factor == factor && $0.polID == polID }) {
                readings[place].values.append(value)
            } else {
                readings.append(FactorReading(factor, polID: polID, [value]))
            }
        }
        return readings
    }
}
