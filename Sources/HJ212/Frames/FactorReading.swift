/// All values that one frame holds for one factor.
public struct FactorReading: Sendable, Equatable {
    /// A value as received.
    public struct Value: Sendable, Hashable {
        /// What kind of value it is.
        public let suffix: Suffix
        /// The value, without outer blanks.
        public let text: String
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
            let value = FactorReading.Value(suffix: suffix, text: item.value.withoutOuterBlanks)
            if let place = readings.lastIndex(where: { $0.factor == factor && $0.polID == polID }) {
                readings[place].values.append(value)
            } else {
                readings.append(FactorReading(factor: factor, polID: polID, values: [value]))
            }
        }
        return readings
    }
}
