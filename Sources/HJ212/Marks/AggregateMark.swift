/// The mark of a value that is computed from marked values (HJ 212-2017 appendix C): minute to hour, hour to day.
public enum AggregateMark: Sendable, Hashable, CaseIterable {
    /// Waste water (ST=32): one abnormal input makes the period abnormal.
    case wasteWater
    /// Flue gas (ST=31): normal when at least 75 % of the inputs are, else D.
    case flueGas

    /// The rule for a system code; nil where the standard has none.
    public init?(systemCode: String) {
        switch systemCode {
        case "31": self = .flueGas
        case "32": self = .wasteWater
        default: return nil
        }
    }

    /// Whether the period is normal.
    ///
    /// - Parameters:
    ///   - normalCount: inputs with a normal mark, at most `count`.
    ///   - count: inputs in all; without any there is nothing to mark, and the answer is nil.
    public func isNormal(normalCount: Int, of count: Int) -> Bool? {
        precondition((0...max(0, count)).contains(normalCount), "normal inputs are some of the inputs")
        guard count > 0 else { return nil }
        switch self {
        case .wasteWater: return normalCount == count
        case .flueGas: return normalCount * 4 >= count * 3
        }
    }

    /// The letter of the period: N when normal; for flue gas else D. Waste water: the first abnormal mark of the
    /// inputs, because the standard names no other. Nil without inputs.
    public func mark(of inputs: [DataMark]) -> String? {
        guard let isNormal = isNormal(normalCount: inputs.count(where: \.isNormal), of: inputs.count) else {
            return nil
        }
        guard !isNormal else { return "N" }
        switch self {
        case .wasteWater: return inputs.first { !$0.isNormal }?.text
        case .flueGas: return "D"
        }
    }
}
