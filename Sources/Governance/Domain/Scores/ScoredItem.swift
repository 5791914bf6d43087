import Kernel
import Standards

/// One thing that a score weighs, with all that its points rest on.
struct ScoredItem: Codable, Sendable, Equatable {
    /// The indicator, or what else is weighed.
    let code: String
    /// Its share of the whole, in any unit that all items of a score use.
    let weight: Int
    /// Nil where it is missing.
    let value: DecimalNumber?
    let goal: DecimalNumber?
    let direction: Indicator.Direction
    /// The facts behind the value, by their numbers in the journal.
    let facts: [Int64]
    /// How many of how many the value is rounded from; nil for a value that is none of counts, and in what was decided
    /// before version 2 of GOV-02.
    var count: Count?

    /// So many of so many.
    struct Count: Codable, Sendable, Equatable {
        let part: Int
        let whole: Int
    }

    /// By how much of it the goal is reached, not rounded; nil when value or goal is missing.
    var reached: ExactQuotient? {
        if let count, count.whole > 0 {
            return ExactQuotient(DecimalNumber(count.part), over: DecimalNumber(count.whole))
        }
        guard let value, let goal, goal > DecimalNumber(0) else { return nil }
        let (part, whole) = direction == .higher ? (value, goal) : (goal, value)
        if direction == .higher, part <= DecimalNumber(0) { return ExactQuotient(DecimalNumber(0)) }
        return part < whole ? ExactQuotient(part, over: whole) : ExactQuotient(DecimalNumber(1))
    }

    /// By how much of it the goal is reached, in hundredths of a point of 100; nil when value or goal is missing.
    var points_hundredths: Int? {
        if let count, count.whole > 0 {
            return WeightedPoints.share(of: DecimalNumber(count.part), in: DecimalNumber(count.whole))
        }
        guard let value, let goal, goal > DecimalNumber(0) else { return nil }
        switch direction {
        case .higher: return WeightedPoints.share(of: value, in: goal)
        case .lower: return value > DecimalNumber(0) ? WeightedPoints.share(of: goal, in: value) : WeightedPoints.full
        }
    }
}
