import Kernel

/// What an indicator comes to in a month at a place, and what that rests on.
struct IndicatorFigure: Codable, Sendable, Equatable {
    let indicator: IndicatorCode
    let region: RegionCode?
    /// The last month of the period.
    let month: CivilMonth
    /// Nil where it is missing.
    let value: DecimalNumber?
    let goal: DecimalNumber?
    /// The facts that it rests on, by their numbers in the journal; of many only the first `factsMax`.
    let facts: [Int64]
    /// How many facts it rests on.
    let factCount: Int
    /// What a formula reads and nobody has filed.
    let missing: [IndicatorCode]
    /// What a formula came to that cannot be true: then there is no value.
    var implausible: Implausible?

    /// A computed number outside the range of its indicator, with what it was computed from.
    struct Implausible: Codable, Sendable, Equatable {
        let computed: DecimalNumber
        let inputs: [Input]

        struct Input: Codable, Sendable, Equatable {
            let indicator: IndicatorCode
            /// The month of the value; that of the year before, where the formula asks for it.
            let month: CivilMonth
            let value: DecimalNumber
        }
    }

    static let factsMax = 20
}
