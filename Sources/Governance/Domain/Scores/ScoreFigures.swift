import FoundationEssentials
import Kernel

/// What scores weigh: `share/policy/scores.json`. No public text fixes the weights.
struct ScoreFigures: Codable, Sendable, Equatable {
    /// How much of the weight must have values before anything is said, in percent.
    let coverageMin_percent: Int
    /// From how many points on a side of the dual index is good.
    let good_points: Int
    /// What the environment's side of the dual index weighs.
    let environment: [Weight]
    /// What the economy's side weighs.
    let economy: [Weight]
    /// What a district is evaluated by.
    let district: [Weight]
    /// What a lead unit is evaluated by: its lights, its reports, its indicators.
    let unit: UnitWeights
    /// The points of lights.
    let lights: LightPoints

    struct Weight: Codable, Sendable, Equatable {
        let indicator: IndicatorCode
        let weight: Int
    }

    struct UnitWeights: Codable, Sendable, Equatable {
        let lights: Int
        let reports: Int
        let indicators: Int
    }

    struct LightPoints: Codable, Sendable, Equatable {
        let green: Int
        let amber: Int
        let red: Int

        /// What a light is worth; nil for one that says that nothing is known.
        func points(of light: TaskLight) -> Int? {
            switch light {
            case .green: green
            case .amber: amber
            case .red: red
            case .grey: nil
            }
        }
    }

    enum CodingKeys: String, CodingKey {
        case environment, economy, district, unit, lights
        case good_points
        case coverageMin_percent = "coverage_min_percent"
    }

    /// A figure that makes no sense, or an indicator that the registry lacks.
    struct Defect: Error, Equatable {
        let what: String
    }

    init(json: [UInt8], book: IndicatorBook) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json))
        let weights = environment + economy + district
        let plain = [unit.lights, unit.reports, unit.indicators] + weights.map(\.weight)
        guard plain.allSatisfy({ (1...1_000).contains($0) }) else { throw Defect(what: "weight") }
        guard (1...100).contains(coverageMin_percent), (1...100).contains(good_points) else {
            throw Defect(what: "percent")
        }
        guard [lights.green, lights.amber, lights.red].allSatisfy({ (0...100).contains($0) }) else {
            throw Defect(what: "lights")
        }
        for weight in weights where book[weight.indicator] == nil { throw Defect(what: weight.indicator.text) }
    }
}
