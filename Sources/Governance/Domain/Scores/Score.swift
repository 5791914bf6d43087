import Facts
import Kernel

/// A score of a month, with the decision behind it.
struct Score: Sendable, Equatable {
    let kind: ScoreKind
    let month: CivilMonth
    /// A region's code, empty for the city; of a unit its name.
    let subject: String
    /// In hundredths of a point; nil when too little is known.
    let score_hundredths: Int?
    let environment_hundredths: Int?
    let economy_hundredths: Int?
    let quadrant: DualQuadrant?
    let decision: DecisionID
}
