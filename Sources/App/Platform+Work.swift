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
    /// The lines of values that came when their month was closed: kept, and counted nowhere.
    public var uncounted: [Int] = []
}

extension WorkReport {
    fileprivate init(_ report: WorkImport.Report) {
        self.init(
            isImported: report.isImported, taken: report.taken,
            refusals: report.refused.map { line, problem in
                "line \(line): \(Self.words(problem))"
            }, uncounted: report.uncounted)
    }

    /// What a person that nobody knows, or a survey that is closed, gets to hear: nothing was looked at.
    fileprivate init(refused problem: Problem) {
        self.init(isImported: false, taken: 0, refusals: [Self.words(problem)])
    }

    private static func words(_ problem: Problem) -> String {
        "\(problem.field.map { "\($0): " } ?? "")\(problem.what.en) (\(problem.rule)); \(problem.remedy.en)"
    }
}

extension Platform {
    /// Imports answers of a survey of satisfaction in the name of a person, whole or not at all unless the good lines
    /// alone are asked for.
    ///
    /// - Parameter year: The year of the survey; nil for the only one that is open.
    public func importSurvey(csv: String, year: Int?, person: String, acceptGood: Bool) async throws -> WorkReport {
        guard let code = PersonID(person) else { return .unknownPerson }
        do {
            return WorkReport(
                try await governance.importSurvey(
                    csv: csv, of: year, way: acceptGood ? .good : .whole, by: code, at: clock.now()))
        } catch let refusal as any DescribedRefusal {
            return WorkReport(refused: refusal.problem)
        }
    }

    /// Imports documents of reforms in the name of a person, whole or not at all unless the good lines alone are asked
    /// for.
    public func importDocuments(csv: String, person: String, acceptGood: Bool) async throws -> WorkReport {
        guard let code = PersonID(person) else { return .unknownPerson }
        do {
            return WorkReport(
                try await governance.importDocuments(
                    csv: csv, way: acceptGood ? .good : .whole, by: code, at: clock.now()))
        } catch let refusal as any DescribedRefusal {
            return WorkReport(refused: refusal.problem)
        }
    }

    /// Imports values of indicators or reports on tasks in the name of a person, whole or not at all unless the good
    /// lines alone are asked for.
    public func importWork(csv: String, person: String, acceptGood: Bool) async throws -> WorkReport {
        guard let code = PersonID(person) else { return .unknownPerson }
        do {
            return WorkReport(
                try await governance.importWork(
                    csv: csv, way: acceptGood ? .good : .whole, by: code, at: clock.now()))
        } catch let refusal as any DescribedRefusal {
            return WorkReport(refused: refusal.problem)
        }
    }
}

extension WorkReport {
    fileprivate static let unknownPerson = WorkReport(
        isImported: false, taken: 0,
        refusals: [
            "person: there is no such person (GOV-PERSON); give the code of somebody who may sign in"
        ])
}
