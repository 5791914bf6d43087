import Foundation
import Kernel
import Registry
import Standards
import Supervision

/// The resource files of rules and tables below `share/rules/`, read once at start.
struct RuleFiles: Sendable {
    let regions: Regions
    let closedLoop: ClosedLoopRules
    let judging: [UInt8]
    let factors: FactorTable
    /// Figures by which values are judged beside their limits.
    let judgingFigures: JudgingFigures
    /// From when values look made.
    let falsificationSigns: [UInt8]

    /// A resource file that is missing or cannot be understood.
    struct Defect: Error, CustomStringConvertible {
        let description: String
    }

    init(share: String) throws {
        let folder = URL(fileURLWithPath: share).appendingPathComponent("rules")
        func bytes(_ name: String) throws -> [UInt8] {
            let file = folder.appendingPathComponent(name)
            do { return Array(try Data(contentsOf: file)) } catch {
                throw Defect(description: "\(file.path) cannot be read; restore the share folder or name it by --share")
            }
        }
        func read<Value>(_ name: String, _ parse: ([UInt8]) throws -> Value) throws -> Value {
            let content = try bytes(name)
            do { return try parse(content) } catch {
                throw Defect(description: "\(folder.path)/\(name) cannot be understood (\(error)); restore it")
            }
        }
        regions = try read("regions.json", Regions.init(json:))
        let calendar = try read("holidays.csv", HolidayTable.calendar(csv:))
        closedLoop = try read("closed-loop.json") { try ClosedLoopRules(json: $0, calendar: calendar) }
        judging = try bytes("stack-hour-exceedance.json")
        judgingFigures = try read("judging-values.json", JudgingFigures.init(json:))
        falsificationSigns = try bytes("falsification-signs.json")
        let (former, masses) = (try bytes("factors-2005.csv"), try bytes("molar-masses.csv"))
        factors = try read("factors.csv") { try FactorTable(factors: $0, formerCodes: former, molarMasses: masses) }
    }
}
