import ArgumentParser
import Foundation
import Kernel
import Standards

/// `jianhu assess outlet`: values of outlets beside their default discharge limits.
struct AssessOutletCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outlet",
        abstract: "Compare outlets' values with their default discharge limits (rule STD-01).",
        discussion: """
            CSV on standard input; its first line names exactly these columns:
              outlet             a name, repeated in the answer
              standard,category  a table of discharge-tables.csv, or both empty
              industry,discharge GB/T 4754 code and way of discharge, read when
                                 standard is empty: the default of the trade
              factor             factor code of HJ 212-2017, such as w01018
              period             hour, day, sample, cycle, five-minute, reading
                                 or determination
              value,unit         a plain decimal and its unit, such as mg/L
              water_temperature  degrees, or empty
              built              day of construction, or empty
              detection_limit    in the value's unit, or empty
            and, where water is known, behind them:
              discharged_m3      the water of the period, or empty
              products           name=amount;name=amount in tonnes or square
                                 metres, names as in reference-water-volumes.csv

            One JSON object per line of the input:
              outlet, factor
              rule, version      STD-01 and its version
              result             verdict (complies, exceeds, not-judged),
                                 multiple, reason, limit, unit, certainty
              steps              in Chinese and English

            A default is no permit: the limits in the discharge permit go first.

            Example: jianhu assess outlet --on 2026-11-01 < values.csv
            """)

    @Option(help: ArgumentHelp("The day whose limits hold; today if left out.", valueName: "date"))
    var on: String?

    @Option(help: "How values are compared (GB/T 8170): whole-value or rounded-value.")
    var method = "whole-value"

    @Option(help: ArgumentHelp("The share folder; beside the program if left out.", valueName: "folder"))
    var share: String?

    func validate() throws {
        if let on, CivilDate(on) == nil { throw ValidationError("--on \(on) is no day; write it as 2026-11-01.") }
        if ComparisonMethod(rawValue: method) == nil {
            throw ValidationError("--method \(method) is not known; write whole-value or rounded-value.")
        }
    }

    func run() throws {
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
        let day = on.flatMap { CivilDate($0) } ?? now.civil.date
        let assessment = try OutletAssessment(limits: limits(), standards: standards(), volumes: volumes())
        let compared = ComparisonMethod(rawValue: method) ?? .wholeValue
        do {
            for record in try OutletValue.records(of: StandardStream.readToEnd()) {
                let value = try OutletValue(record, on: day)
                let line = AssessmentLine(
                    outlet: record["outlet"], value: value, answer: assessment.assess(value, method: compared))
                try StandardStream.write(line.text)
            }
        } catch let defect as RuleTableDefect {
            throw CommandFault("standard input, \(defect); see jianhu assess outlet --help.")
        }
    }

    private func limits() throws -> DischargeLimits {
        let (tables, limits) = (try bytes("discharge-tables.csv"), try bytes("discharge-limits.csv"))
        do { return try DischargeLimits(tables: tables, limits: limits) } catch {
            throw CommandFault("the discharge limits below \(folder) cannot be understood (\(error)); restore them.")
        }
    }

    private func volumes() throws -> [ReferenceWaterVolume] {
        let csv = try bytes("reference-water-volumes.csv")
        do { return try ReferenceWaterVolume.all(csv: csv) } catch {
            throw CommandFault("\(folder)/reference-water-volumes.csv cannot be understood (\(error)); restore it.")
        }
    }

    private func standards() throws -> IndustryStandards {
        let json = try bytes("industry-standards.json")
        do { return try IndustryStandards(json: json) } catch {
            throw CommandFault("\(folder)/industry-standards.json cannot be understood (\(error)); restore it.")
        }
    }

    private var folder: String { (share ?? ProgramPlace.share) + "/rules" }

    private func bytes(_ name: String) throws -> [UInt8] {
        guard let content = try? Data(contentsOf: URL(filePath: folder + "/" + name)) else {
            throw CommandFault("\(folder)/\(name) cannot be read; restore the share folder or name it by --share.")
        }
        return Array(content)
    }
}
