import Kernel

/// Values of indicators, reports on tasks, projects of the reserve pool, or documents of reforms, as a table with
/// commas (`docs/method/governance.md`). Its heading tells which.
struct WorkTable: Sendable {
    static let valueColumns = ["indicator", "region", "month", "value", "source", "reason"]
    static let reportColumns = ["policy", "task", "month", "standing", "progress", "evidence"]
    static let poolColumns = [
        "name", "region", "sort", "unit", "total", "bonds", "government", "social", "bank", "note",
    ]
    static let documentColumns =
        ["policy", "reform", "title", "unit", "sort", "series", "due", "review_years"]
        + documentStages.map(\.rawValue) + ["note"]
    /// The stages whose days a line of a document gives, in their order.
    static let documentStages: [DocumentStage] = [.draft, .opinion, .legality, .issued, .filed, .reviewed]
    static let headings = [valueColumns, reportColumns, poolColumns, documentColumns]
    /// How many lines a table may have, its heading counted.
    static let linesMax = 5_001
    /// How much of a heading that is none a refusal shows.
    static let headingShownMax = 120
    static let progressMax = 2_000
    static let evidenceMax = 1_000

    /// What a line asks for.
    enum Line: Sendable, Equatable {
        case value(SaidValue)
        case report(SaidOfMonth, on: TaskKey)
        case pool(SaidPoolProject)
        case document(SaidDocument, of: PolicyCode, reform: Int)

        /// The column that a refusal is about which names no field, because its page is the place.
        func place(of rule: String) -> String? {
            switch self {
            case .value, .pool: nil
            case .report: "task"
            case .document: rule == "GOV-WORK" ? "reform" : "unit"
            }
        }
    }

    /// The heading that the table has; nil before it was read, and for one that is none.
    private(set) var heading: WorkHeadings?
    /// What can be read, with the numbers of lines, the heading counted.
    private(set) var lines: [(number: Int, line: Line)] = []
    /// What cannot.
    private(set) var refused: [(number: Int, refusal: WorkTableRefusal)] = []

    /// - Parameters:
    ///   - headings: Which tables are taken.
    ///   - words: What fields may say in words.
    init(csv: String, among headings: [[String]] = Self.headings, words: WorkWords = WorkWords()) {
        let rows = WorkRows(csv).rows
        let first = rows.first.map(\.text) ?? ""
        guard let heading = WorkHeadings(CommaLine.fields(of: first) ?? [], among: headings) else {
            refused = [(1, .heading(found: String(first.prefix(Self.headingShownMax))))]
            return
        }
        self.heading = heading
        guard rows.count <= Self.linesMax else {
            refused = [(Self.linesMax + 1, .size(max: Self.linesMax))]
            return
        }
        let width = CommaLine.fields(of: first)?.count ?? 0
        var order: [Int: Int] = [:]
        for row in rows.dropFirst() where !row.text.allSatisfy(\.isWhitespace) {
            do throws(WorkTableRefusal) {
                guard let cells = CommaLine.fields(of: row.text) else { throw .quotes }
                guard cells.count == width else { throw .fieldCount(cells.count, expected: width) }
                order[row.number] = heading.number.flatMap { Int(cells[$0]) }
                let fields = zip(heading.columns, heading.places).map { column, place in
                    place.map { words.code(cells[$0], in: column, of: heading.columns) } ?? ""
                }
                lines.append((row.number, try Self.line(fields, heading.columns)))
            } catch {
                refused.append((row.number, error))
            }
        }
        // A correction comes after what it corrects, however the file is sorted.
        lines.sort { (order[$0.number] ?? 0, $0.number) < (order[$1.number] ?? 0, $1.number) }
        if lines.isEmpty, refused.isEmpty { refused = [(1, .size(max: Self.linesMax))] }
    }

    private static func line(_ fields: [String], _ heading: [String]) throws(WorkTableRefusal) -> Line {
        if heading == valueColumns {
            return .value(
                SaidValue(
                    indicator: fields[0], region: fields[1], month: fields[2], value: number(fields[3]),
                    source: fields[4],
                    reason: fields[5]))
        }
        if heading == poolColumns {
            return .pool(
                SaidPoolProject(
                    name: fields[0], region: fields[1], sort: fields[2], unit: fields[3], total: number(fields[4]),
                    plan: fields[5...8].map(number), note: fields[9]))
        }
        return heading == documentColumns ? try document(fields) : try report(fields)
    }

    /// The column that a field stands in, by the file's own heading: a form calls the unit what a table says by its
    /// task.
    func column(of field: String?) -> String? {
        guard let field, let heading else { return field }
        if let called = heading.called[field] { return called }
        return ["unit": "task", "evidence_month": "month"][field].flatMap { heading.called[$0] } ?? field
    }

    /// A number as a table may write it; what is none stays as it is, for the desk to refuse.
    private static func number(_ text: String) -> String { TypedNumber.plain(text) ?? text }

    private static func document(_ fields: [String]) throws(WorkTableRefusal) -> Line {
        guard let policy = PolicyCode(fields[0]) else { throw .unreadable(field: "policy") }
        guard let reform = Int(fields[1]) else { throw .unreadable(field: "reform") }
        guard let sort = DocumentSort(rawValue: fields[4]) else { throw .unreadable(field: "sort") }
        guard let due = CivilDate(fields[6]) else { throw .unreadable(field: "due") }
        guard let years = Int(fields[7]) else { throw .unreadable(field: "review_years") }
        for (field, text, range) in [
            ("title", fields[2], 1...ReformDocument.titleMax), ("series", fields[5], 0...ReformDocument.seriesMax),
            ("note", fields[14], 0...ReformDocument.noteMax),
        ] where !range.contains(text.unicodeScalars.count) {
            throw .length(field: field, max: range.upperBound)
        }
        var reached: [SaidDocument.Reached] = []
        for (stage, text) in zip(documentStages, fields[8...]) where !text.isEmpty {
            guard let day = CivilDate(text) else { throw .unreadable(field: stage.rawValue) }
            reached.append(.init(stage: stage, day: day))
        }
        return .document(
            SaidDocument(
                title: fields[2], unit: fields[3], due: due, reviewYears: years, sort: sort, series: fields[5],
                note: fields[14], reached: reached), of: policy, reform: reform)
    }

    private static func report(_ fields: [String]) throws(WorkTableRefusal) -> Line {
        guard let policy = PolicyCode(fields[0]) else { throw .unreadable(field: "policy") }
        guard let task = Int(fields[1]) else { throw .unreadable(field: "task") }
        guard let month = CivilMonth(fields[2]) else { throw .unreadable(field: "month") }
        guard let standing = TaskStanding(rawValue: fields[3]) else { throw .unreadable(field: "standing") }
        for (field, text, max) in [("progress", fields[4], progressMax), ("evidence", fields[5], evidenceMax)]
        where !(1...max).contains(text.unicodeScalars.count) {
            throw .length(field: field, max: max)
        }
        return .report(
            SaidOfMonth(month: month, standing: standing, progress: fields[4], evidence: fields[5]),
            on: TaskKey(policy: policy, number: task))
    }
}
