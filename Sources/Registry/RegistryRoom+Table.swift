public import Facts
public import Kernel
public import Persistence

/// What came of a table.
public struct RegisterReport: Sendable, Equatable {
    /// How many entries of each kind were taken.
    public var taken: [RegisterKind: Int] = [:]
    /// Each refused line.
    public var refused: [RegisterTable.RefusedLine] = []
    /// Lines whose enterprise has a doubtful credit code: taken, and told.
    public var doubts: [(line: Int, doubt: CreditCode.Doubt)] = []
    /// The enterprises that were taken, in the order of the table.
    public var enterprises: [Enterprise] = []

    /// Nothing yet.
    public init() {}

    /// Counts an entry that a line made.
    mutating func count(_ entry: RegisterEntry, of line: RegisterTable.Line, seen enterprise: Enterprise?) {
        taken[entry.kind, default: 0] += 1
        guard let enterprise else { return }
        if let code = entry.values["credit_code"], let doubt = CreditCode(checked: code).doubt {
            doubts.append((line: line.number, doubt: doubt))
        }
        enterprises.append(enterprise)
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.taken == right.taken && left.refused == right.refused && left.enterprises == right.enterprises
            && left.doubts.elementsEqual(right.doubts, by: ==)
    }
}

extension RegistryRoom {
    /// Takes a table line by line, each by the same checks as a form, whole or not at all. Lines that cannot be taken
    /// are reported; whether the others may stand the caller decides, by ending the transaction or undoing it.
    public func take(
        _ table: RegisterTable, scope: Scope, by author: FactAuthor, in access: any WriteAccess
    ) throws -> RegisterReport {
        var report = RegisterReport()
        report.refused = table.refused
        for line in table.lines {
            var kind = (line.enterprise ?? line.entry)?.kind
            do {
                let entries = try access.whole {
                    try drafts(of: line, scope: scope, in: access).map { draft in
                        kind = draft.kind
                        return try enter(draft, scope: scope, by: author, in: access)
                    }
                }
                for entry in entries { try report.count(entry, of: line, seen: enterprise(of: entry, in: access)) }
            } catch let refusal as RegisterEntryRefusal {
                report.refused.append(
                    .init(
                        number: line.number, kind: kind, refusal: refusal,
                        heading: refusal.field.flatMap { line.shortHeading(of: $0, of: kind) }))
            }
        }
        report.refused.sort { $0.number < $1.number }
        return report
    }

    /// The enterprise that an entry is; nil for an entry of another kind.
    private func enterprise(of entry: RegisterEntry, in access: any ReadAccess) throws -> Enterprise? {
        guard entry.kind == .enterprise else { return nil }
        return try enterprise(EnterpriseID(checked: entry.code.text), scope: .city, in: access)
    }

    /// What a line enters: of the short form the enterprise too, unless it stands there with the same particulars.
    private func drafts(of line: RegisterTable.Line, scope: Scope, in access: any ReadAccess) throws -> [RegisterDraft]
    {
        let own = [line.entry].compactMap(\.self)
        guard let enterprise = line.enterprise else { return own }
        guard let code = RegisterCode(enterprise.code) else { throw RegisterEntryRefusal.code("enterprise") }
        guard let known = try RegisterStore.entry(.enterprise, code, scope: scope, in: access) else {
            return [enterprise] + own
        }
        var differing = enterprise.values.filter { known.values[$0.key] != $0.value }.map(\.key)
        if known.region.text != enterprise.region { differing.append("region") }
        guard differing.isEmpty else { throw RegisterEntryRefusal.differs(differing.sorted()) }
        return own
    }

    /// The entries in sight as a table of the whole form: by kind, then by code.
    public func table(scope: Scope, in access: any ReadAccess) throws -> String {
        var text = RegisterTable.heading
        for kind in RegisterKind.allCases {
            var after: RegisterCode?
            while true {
                let part = try entries(kind, after: after, scope: scope, limit: 1_000, in: access)
                for entry in part { text += RegisterTable.text(of: entry) }
                guard part.count == 1_000 else { break }
                after = part.last?.code
            }
        }
        return text
    }
}
