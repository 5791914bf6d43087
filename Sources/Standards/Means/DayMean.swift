import FoundationEssentials
import Kernel

/// What came of averaging a day.
public enum DayMean: Codable, Sendable, Equatable {
    /// The mean, and of how many values.
    case mean(ExactQuotient, values: Int)
    /// Too few valid values: the day is not judged.
    case notEnough(values: Int)
    /// Nothing was discharged or the source stood still: there is nothing to judge.
    case noDischarge

    /// The mean; nil without one.
    public var quotient: ExactQuotient? {
        switch self {
        case .mean(let quotient, values: _): quotient
        case .notEnough, .noDischarge: nil
        }
    }

    /// The arithmetic mean of numbers, at least one.
    static func arithmetic(_ numbers: [DecimalNumber]) -> ExactQuotient {
        let sum = numbers.reduce(Decimal(0)) { $0 + $1.value }
        return ExactQuotient(DecimalNumber(sum), over: DecimalNumber(numbers.count))
    }
}
