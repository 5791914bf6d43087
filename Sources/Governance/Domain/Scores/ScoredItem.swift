import Kernel

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

    /// By how much of it the goal is reached, in hundredths of a point of 100; nil when value or goal is missing.
    var points_hundredths: Int? {
        guard let value, let goal, goal > DecimalNumber(0) else { return nil }
        switch direction {
        case .higher: return WeightedPoints.share(of: value, in: goal)
        case .lower: return value > DecimalNumber(0) ? WeightedPoints.share(of: goal, in: value) : WeightedPoints.full
        }
    }
}
