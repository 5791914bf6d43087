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

    /// What its decision is about.
    var reference: String { Self.reference(kind, month, subject) }

    /// What the decision on such a score is about: `dual.2026-10.city`, `unit.2026-10.市经信局`.
    static func reference(_ kind: ScoreKind, _ month: CivilMonth, _ subject: String) -> String {
        "\(kind.rawValue).\(month).\(subject.isEmpty ? "city" : subject)"
    }

    /// More scores than a month ever has.
    static let mostOfAMonth = 1_000
}
