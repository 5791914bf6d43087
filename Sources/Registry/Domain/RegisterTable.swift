import Kernel

/// The register as a table with commas, to be read and to be written (`docs/method/register-table.md`).
///
/// The whole form has one entry a line, in any kind: `record,code,enterprise,region`, then the columns of all fields,
/// then `device_password`. The short form has one outlet a line with its enterprise, for a first start. The heading
/// tells which of them a file is.
public struct RegisterTable: Sendable {
    /// The columns of the whole form.
    public static let columns =
        ["record", "code", "enterprise", "region"] + fieldColumns + ["device_password"]

    /// The columns of the short form.
    public static let shortColumns = [
        "enterprise", "name", "credit_code", "region", "industry", "address", "outlet", "outlet_number", "outlet_name",
        "medium", "device_number", "device_password",
    ]

    /// How many lines a table may have, its heading counted.
    static let linesMax = 100_000

    /// What a line asks for.
    public struct Line: Sendable, Equatable {
        /// 1, 2, 3 …, the heading counted.
        public let number: Int
        /// The enterprise that a line of the short form repeats: entered when it is new, compared when it is known.
        public let enterprise: RegisterDraft?
        /// What is entered.
        public let entry: RegisterDraft?
        /// Whether it is a line of the short form.
        public var isShort = false

        /// Under which heading of the short form a field of an entry stands; nil in the whole form, whose headings are
        /// the fields' names.
        func shortHeading(of field: String, of kind: RegisterKind?) -> String? {
            guard isShort else { return nil }
            return switch (kind, field) {
            case (_, "code"): kind == .enterprise ? "enterprise" : "outlet"
            case (.outlet, "number"), (.outlet, "name"): "outlet_\(field)"
            // Every other field has the same heading in both forms.
            default: field
            }
        }
    }

    /// A line that cannot be taken.
    public struct RefusedLine: Sendable, Equatable {
        /// 1, 2, 3 …, the heading counted.
        public let number: Int
        /// What kind of entry it would make; nil when that cannot be read.
        public let kind: RegisterKind?
        /// Why.
        public let refusal: RegisterEntryRefusal
        /// Of a line of the short form: the heading above the field that it is about.
        public let heading: String?

        /// A refused line.
        public init(
            number: Int, kind: RegisterKind? = nil, refusal: RegisterEntryRefusal, heading: String? = nil
        ) {
            self.number = number
            self.kind = kind
            self.refusal = refusal
            self.heading = heading
        }
    }

    /// What can be read, in the order of the table.
    public private(set) var lines: [Line] = []
    /// What cannot.
    public private(set) var refused: [RefusedLine] = []

    /// The columns of all fields, each once, in the order in which kinds and forms name them.
    private static var fieldColumns: [String] {
        var names: [String] = []
        for kind in RegisterKind.allCases {
            for field in RegisterForm.fields(of: kind) where !names.contains(field.name) { names.append(field.name) }
        }
        return names
    }

    /// Reads a table.
    public init(csv: String) {
        let text = csv.hasPrefix("\u{FEFF}") ? csv.dropFirst() : csv[...]
        let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let heading = rows.first.flatMap { CommaLine.fields(of: $0) } ?? []
        guard heading == Self.columns || heading == Self.shortColumns else {
            refused = [RefusedLine(number: 1, refusal: .heading)]
            return
        }
        guard rows.count <= Self.linesMax else {
            refused = [RefusedLine(number: Self.linesMax + 1, refusal: .size(max: Self.linesMax))]
            return
        }
        for (index, row) in rows.enumerated().dropFirst() where !row.allSatisfy(\.isWhitespace) {
            do throws(RegisterEntryRefusal) {
                lines.append(try Self.line(row, index + 1, heading))
            } catch {
                refused.append(RefusedLine(number: index + 1, refusal: error))
            }
        }
        if lines.isEmpty, refused.isEmpty {
            refused = [RefusedLine(number: 1, refusal: .size(max: Self.linesMax))]
        }
    }

    private static func line(_ row: Substring, _ number: Int, _ heading: [String]) throws(RegisterEntryRefusal) -> Line
    {
        guard let fields = CommaLine.fields(of: row) else { throw .quotes }
        guard fields.count == heading.count else { throw .fieldCount(fields.count, expected: heading.count) }
        let filled = zip(heading, fields).filter { !$0.1.isEmpty }
        let values = Dictionary(filled, uniquingKeysWith: { first, _ in first })
        return heading == columns
            ? Line(number: number, enterprise: nil, entry: try draft(values)) : short(values, number)
    }

    private static func draft(_ values: [String: String]) throws(RegisterEntryRefusal) -> RegisterDraft {
        guard let kind = RegisterKind(rawValue: values["record"] ?? "") else { throw .choice("record") }
        var draft = RegisterDraft(
            kind: kind, code: values["code"] ?? "", enterprise: values["enterprise"] ?? "",
            region: values["region"] ?? "", values: [:], devicePassword: values["device_password"])
        let own = RegisterForm.fields(of: kind).map(\.name)
        let heads =
            ["record", "code", kind.isOwned ? "enterprise" : "region"] + (kind == .outlet ? ["device_password"] : [])
        for column in columns where values[column] != nil {
            guard own.contains(column) || heads.contains(column) else { throw .column(column) }
            if own.contains(column) { draft.values[column] = values[column] }
        }
        return draft
    }

    private static func short(_ values: [String: String], _ number: Int) -> Line {
        func part(_ pairs: [(field: String, column: String)]) -> [String: String] {
            pairs.reduce(into: [:]) { $0[$1.field] = values[$1.column] }
        }
        let enterprise = RegisterDraft(
            kind: .enterprise, code: values["enterprise"] ?? "", enterprise: "", region: values["region"] ?? "",
            values: part(["name", "credit_code", "industry", "address"].map { ($0, $0) }))
        guard shortColumns[6...].contains(where: { values[$0] != nil }) else {
            return Line(number: number, enterprise: nil, entry: enterprise, isShort: true)
        }
        let outlet = RegisterDraft(
            kind: .outlet, code: values["outlet"] ?? "", enterprise: values["enterprise"] ?? "", region: "",
            values: part([
                ("number", "outlet_number"), ("name", "outlet_name"), ("medium", "medium"),
                ("device_number", "device_number"),
            ]),
            // In this form a logger without a password is a slip: none of its columns may be left out.
            devicePassword: values["device_password"] ?? "")
        return Line(number: number, enterprise: enterprise, entry: outlet, isShort: true)
    }

    /// The heading of the whole form, with the mark by which spreadsheets know UTF-8.
    static var heading: String { "\u{FEFF}" + CommaLine.text(of: columns) }

    /// A line of the whole form. The password of a logger is no part of it.
    static func text(of entry: RegisterEntry) -> String {
        var cells = entry.values
        cells["record"] = entry.kind.rawValue
        cells["code"] = entry.code.text
        if entry.kind.isOwned {
            cells["enterprise"] = entry.enterprise?.text
        } else {
            cells["region"] = entry.region.text
        }
        return CommaLine.text(of: columns.map { cells[$0] ?? "" })
    }
}
