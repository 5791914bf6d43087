import Foundation
import Governance
import Kernel
import Monitoring
import Portal
import Registry
import Standards
import Supervision

/// The resource files of rules and tables below `share/rules/`, read once at start.
struct RuleFiles: Sendable {
    let regions: Regions
    private(set) var closedLoop: ClosedLoopRules
    /// The days on which offices work.
    var calendar: any WorkingDays { closedLoop.workingDays }
    let judging: [UInt8]
    let factors: FactorTable
    let standards: StandardLimits
    /// Figures by which values are judged beside their limits.
    let judgingFigures: JudgingFigures
    let map: SchematicMap
    /// Between which degrees provinces lie.
    let provinceBounds: ProvinceBounds
    /// Which reference oxygen belongs to a limit.
    let referenceFurnaces: ReferenceFurnaces
    /// When the texts were in force that rules and documents cite.
    let legalTimeline: LegalTimeline
    /// What decides whether a value may be used, and until when it may be marked.
    let validity: ValidityRules
    /// The tables that fields of the register are chosen from.
    let registerBooks: RegisterBooks
    /// From when values look made.
    let falsificationSigns: [UInt8]
    /// The policy that the product brings with it, where it works, and from when its tasks are late.
    let governance: GovernanceRoom.Files
    /// From when hours make a state episode, and its clocks.
    let stateEpisodes: [UInt8]

    /// A resource file that is missing or cannot be understood.
    struct Defect: Error, CustomStringConvertible {
        let description: String
    }

    /// The same files with clocks counted on another calendar.
    func counted(on calendar: any WorkingDays) -> RuleFiles {
        var files = self
        files.closedLoop = closedLoop.counted(on: calendar)
        return files
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
        map = try read("schematic-map.json", SchematicMap.init(json:))
        provinceBounds = try read("province-bounds.json", ProvinceBounds.init(json:))
        let calendar = try read("holidays.csv", HolidayTable.calendar(csv:))
        judging = try bytes("stack-hour-exceedance.json")
        let figures = try read("judging-values.json", JudgingFigures.init(json:))
        judgingFigures = figures
        let windows = try read("start-stop-windows.json", StartStopWindows.init(json:))
        let validity = try read("validity-and-marks.json") {
            try ValidityRules(json: $0, figures: figures, windows: windows)
        }
        self.validity = validity
        let laws = try read("legal-timeline.json", LegalTimeline.init(json:))
        legalTimeline = laws
        // Both rooms count by one figure: what Monitoring closes, the loop waits for.
        closedLoop = try read("closed-loop.json") {
            try ClosedLoopRules(
                json: $0, calendar: calendar, markHourMax: validity.markHourMax.value, laws: laws)
        }
        falsificationSigns = try bytes("falsification-signs.json")
        let oxygen = try bytes("reference-oxygen.json")
        referenceFurnaces = try read("reference-oxygen-limits.json") {
            try ReferenceFurnaces(furnaces: oxygen, limits: $0)
        }
        let words = try bytes("industry-words.json")
        registerBooks = RegisterBooks(
            industries: try read("industry-codes.csv") { try IndustryCatalogue(table: $0, words: words) },
            furnaces: try read("reference-oxygen.json", ReferenceOxygen.all(json:)))
        stateEpisodes = try bytes("state-episodes.json")
        let (policy, coverage) = (try bytes("../policy/szbf-2020-19.json"), try bytes("../policy/coverage.json"))
        let (indicators, scores) = (try bytes("../policy/indicators.json"), try bytes("../policy/scores.json"))
        let (filling, surveys) = (try bytes("../policy/self-filling.json"), try bytes("../policy/surveys.json"))
        let (districts, pool) = (try bytes("schematic-map.json"), try bytes("../policy/pool-score.json"))
        governance = try read("task-lights.json") {
            try GovernanceRoom.Files(
                policy: policy, coverage: coverage, lights: $0, indicators: indicators, scores: scores,
                filling: filling, surveys: surveys, map: districts, pool: pool)
        }
        let (former, masses) = (try bytes("factors-2005.csv"), try bytes("molar-masses.csv"))
        factors = try read("factors.csv") { try FactorTable(factors: $0, formerCodes: former, molarMasses: masses) }
        let tables = try bytes("discharge-tables.csv")
        standards = StandardLimits(
            limits: try read("discharge-limits.csv") { try DischargeLimits(tables: tables, limits: $0) },
            industries: try read("industry-standards.json", IndustryStandards.init(json:)))
    }
}
