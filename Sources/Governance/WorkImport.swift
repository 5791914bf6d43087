import Kernel
import Persistence
public import Web

/// Takes a table of values, reports, projects of the reserve pool or documents of reforms, each line by the checks of
/// the forms, in one transaction.
public struct WorkImport: Sendable {
    let tasks: GovernanceDesk
    let indicators: IndicatorDesk
    let pool: PoolDesk

    /// What is done with a table.
    public enum Way: String, Sendable, CaseIterable {
        /// It is only looked at.
        case check
        /// It is taken whole or not at all.
        case whole
        /// The lines that can be taken are.
        case good
    }

    /// What came of a table.
    public struct Report: Sendable {
        /// Whether anything was kept.
        public let isImported: Bool
        /// How many lines were taken, or would be.
        public let taken: Int
        /// Each refused line, the heading counted, and why.
        public let refused: [(line: Int, problem: Problem)]
        /// The lines of values whose month was closed already: they are kept beside its figures and count nowhere.
        public var uncounted: [Int] = []

        /// What a program hears of a table that left nothing: that it was refused, with its first refused lines.
        func refusal(of way: Way, field: String) -> Problem? {
            guard way != .check, !isImported else { return nil }
            func lines(_ language: Language) -> String {
                refused.prefix(Self.linesTold).map { line, problem in
                    let (place, field) = (Phrase("第 \(line) 行", "line \(line)")(language), problem.field ?? "")
                    return "\(place) \(field): \(problem.what(language)) (\(problem.rule)), \(problem.remedy(language))"
                }.joined(separator: "; ")
            }
            return Problem(
                status: 422, rule: "GOV-TABLE-REFUSED", field: field,
                what: Phrase(
                    "没有导入任何内容，\(refused.count) 行被拒绝：\(lines(.chinese))",
                    "nothing was imported, \(Counted.english(refused.count, "line")) refused: \(lines(.english))"),
                remedy: way == .good
                    ? Phrase("请改正这些行后重新提交", "correct these lines and send the table again")
                    : Phrase(
                        "请改正这些行后重新提交，或用方式 good 只导入正确的行",
                        "correct these lines and send the table again, or import the good ones alone by the way good"))
        }

        private static let linesTold = 20
    }

    /// Ends a transaction that shall leave nothing, with what it found.
    private struct Undone: Error {
        let report: Report
    }

    func take(
        _ csv: String, among headings: [[String]] = WorkTable.headings, way: Way, by person: PersonID, at now: Instant,
        in database: any Database
    ) async throws -> Report {
        let table = WorkTable(csv: csv, among: headings, words: WorkWords(regions: indicators.regions))
        do {
            return try await database.write { access in
                let report = try take(table, way, by: person, at: now, access)
                guard report.isImported else { throw Undone(report: report) }
                return report
            }
        } catch let undone as Undone {
            return undone.report
        }
    }

    private func take(
        _ table: WorkTable, _ way: Way, by person: PersonID, at now: Instant, _ access: any WriteAccess
    ) throws -> Report {
        guard let doer = try tasks.directory.member(person, in: access) else { throw GovernanceRefusal.unknownPerson }
        var uncounted: [Int] = []
        var (taken, refused) = (0, table.refused.map { (line: $0.number, problem: table.problem(of: $0.refusal)) })
        for (number, line) in table.lines {
            // Every check of a desk comes before its first write, so that a refused line leaves nothing.
            do {
                switch line {
                case .value(let said):
                    try indicators.file(said, by: doer, at: now, in: access)
                    if let month = CivilMonth(said.month), try IndicatorStore.frozen(month, in: access) != nil {
                        uncounted.append(number)
                    }
                case .report(let said, let key): try tasks.report(said, on: key, by: doer, at: now, in: access)
                case .pool(let said): try pool.enter(said, by: doer, at: now, in: access)
                case .document(let said, let code, let reform):
                    guard let policy = try tasks.shelf.policy(code, in: access) else {
                        throw WorkTableRefusal.noSuchPolicy
                    }
                    try WorkDesk(tasks: tasks).enter(said, on: reform, of: policy, by: doer, at: now, in: access)
                }
                taken += 1
            } catch let refusal as any DescribedRefusal {
                let problem = refusal.problem
                refused.append(
                    (number, problem.naming(table.column(of: problem.field ?? line.place(of: problem.rule)))))
            }
        }
        let isImported = taken > 0 && (way == .good || (way == .whole && refused.isEmpty))
        return Report(
            isImported: isImported, taken: taken, refused: refused.sorted { $0.line < $1.line }, uncounted: uncounted)
    }
}

extension WorkTable {
    /// A refusal of a line, at the column as the file calls it.
    fileprivate func problem(of refusal: WorkTableRefusal) -> Problem {
        let problem = refusal.problem
        return problem.naming(column(of: problem.field))
    }
}
