import Governance
import Kernel
import Web

/// What came of a table of values or reports.
public struct WorkReport: Sendable, Equatable {
    /// Whether anything was kept.
    public let isImported: Bool
    /// How many lines were taken.
    public let taken: Int
    /// Each refused line: its field, what is wrong, the rule, what helps.
    public let refusals: [String]
}

extension Platform {
    /// Imports values of indicators or reports on tasks in the name of a person, whole or not at all unless the good
    /// lines alone are asked for.
    public func importWork(csv: String, person: String, acceptGood: Bool) async throws -> WorkReport {
        guard let code = PersonID(person) else {
            return WorkReport(isImported: false, taken: 0, refusals: ["person: there is no such person (GOV-PERSON)"])
        }
        let report = try await governance.importWork(
            csv: csv, way: acceptGood ? .good : .whole, by: code, at: clock.now())
        return WorkReport(
            isImported: report.isImported, taken: report.taken,
            refusals: report.refused.map { line, problem in
                "line \(line): \(problem.field.map { "\($0): " } ?? "")\(problem.what.en) (\(problem.rule)); "
                    + problem.remedy.en
            })
    }
}
