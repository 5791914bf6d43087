import Facts
import FoundationEssentials
import Kernel

/// What the score of the reserve pool weighs: `share/policy/pool-score.json`. No public text fixes it.
struct PoolScoreFigures: Decodable, Sendable, Equatable {
    let certainty: Certainty
    /// The policy whose tasks projects serve.
    let policy: PolicyCode
    let weights: Weights
    /// Points of 100 by stage.
    let maturity_points: [String: Int]
    /// Points of 100 of a task that a project serves, by its light.
    let fit_points: [String: Int]
    /// The tasks that a sort of projects serves.
    let tasks: [String: [Int]]

    /// How much each side counts.
    struct Weights: Codable, Sendable, Equatable {
        let maturity: Int
        let funding: Int
        let fit: Int
    }

    enum CodingKeys: String, CodingKey {
        case certainty, policy, weights, tasks
        case maturity_points
        case fit_points
    }

    /// Figures that make no sense.
    struct Defect: Error, Equatable {
        let what: String
    }

    init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json))
        let all = [weights.maturity, weights.funding, weights.fit]
        guard all.allSatisfy({ (1...100).contains($0) }) else { throw Defect(what: "weights") }
        guard Set(maturity_points.keys) == Set(PoolStage.allCases.map(\.rawValue)),
            Set(fit_points.keys) == Set(TaskLight.allCases.map(\.rawValue)),
            (Array(maturity_points.values) + Array(fit_points.values)).allSatisfy({ (0...100).contains($0) })
        else { throw Defect(what: "points") }
        guard Set(tasks.keys) == Set(PoolSort.allCases.map(\.rawValue)) else { throw Defect(what: "tasks") }
    }
}
