import Facts
import Kernel

/// An indicator as the registry defines it: `share/policy/indicators.json`.
struct Indicator: Sendable, Equatable {
    let code: IndicatorCode
    let name: Phrase
    let group: Group
    /// Its unit; a bare number of things has 个, 件 …
    let unit: Phrase
    /// How many digits behind the point a value has at most.
    let decimals: Int
    let direction: Direction
    let frequency: Frequency
    /// The bounds of what can be true.
    let range: ClosedRange<DecimalNumber>
    /// The unit of the policy that answers for its values.
    let owner: String
    /// Whether each district has its own value beside the city's.
    let isByDistrict: Bool
    let way: Way
    /// Where its values come from.
    let source: Phrase
    let articles: [Int]
    let tasks: [Int]
    /// By the year from which each holds, until the next one.
    let goals: [Goal]

    /// What it tells of.
    enum Group: String, Codable, Sendable, CaseIterable {
        case environment
        case economy
        case service
    }

    /// Which way is better.
    enum Direction: String, Codable, Sendable, CaseIterable {
        case higher
        case lower
    }

    /// How often it has a value.
    enum Frequency: String, Codable, Sendable, CaseIterable {
        case month
        case quarter
        case year

        /// Whether a period of this frequency ends with a month.
        func ends(with month: CivilMonth) -> Bool {
            switch self {
            case .month: true
            case .quarter: month.month.isMultiple(of: 3)
            case .year: month.month == 12
            }
        }

        /// The last month of the period that has ended by a month.
        func lastPeriod(by month: CivilMonth) -> CivilMonth {
            var last = month
            while !ends(with: last) { last = last.adding(-1) }
            return last
        }
    }

    /// Where its value comes from.
    enum Way: Sendable, Equatable {
        /// The owner files it.
        case filed
        /// It is computed from others.
        case formula(IndicatorFormula)
        /// Facts of the journal are counted.
        case counted(FactCount)
        /// The survey of satisfaction of its year yields it.
        case surveyed
    }

    /// What is to be reached from a year on.
    struct Goal: Codable, Sendable, Equatable {
        let year: Int
        let value: DecimalNumber
        let certainty: Certainty
        let basis: Phrase
    }

    /// The goal that holds in a year; nil where nobody set one.
    func goal(in year: Int) -> Goal? { goals.filter { $0.year <= year }.max { $0.year < $1.year } }

    /// Whether a value reaches a goal.
    func reaches(_ value: DecimalNumber, _ goal: Goal) -> Bool {
        switch direction {
        case .higher: value >= goal.value
        case .lower: value <= goal.value
        }
    }
}
