import Facts
import Kernel

/// The score of a project of the reserve pool, with the decision behind it.
struct PoolScore: Sendable, Equatable {
    let project: Int
    let score_hundredths: Int
    let decision: DecisionID
}
