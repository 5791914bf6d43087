import Facts
import Kernel
public import Persistence

/// What the register knows must hold: entries and the history of their fields are what the journal says.
struct RegistryChecks: SelfChecking {
    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        var told = ToldRegister()
        try Journal.forEachEntry(access) { told.take($0) }
        var fields = CheckTally("entries of the register hold what was journalled last, and count their changes")
        for kind in RegisterKind.allCases {
            var after = ""
            while true {
                let part = try RegisterStore.entries(kind, after: after, scope: .city, limit: 500, in: access)
                for entry in part { fields.examine(told.difference(of: entry)) }
                guard let last = part.last, part.count == 500 else { break }
                after = last.code.text
            }
        }
        for gone in told.untouched { fields.examine("\(gone) was journalled and is not in the register") }
        var history = CheckTally("the history of fields is what the journal says")
        try RegisterHistory.forEach(access) { history.examine(told.difference(of: $0)) }
        for line in told.missingLines { history.examine("the history lacks what fact \(line) says") }
        return [fields.report, told.chain.report, history.report, try sheets(access)]
    }
}

extension RegistryChecks {
    /// What sheets said is what the journal holds the digest of, and no sheet is lost.
    private func sheets(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("standing sheets say what was journalled")
        var told: [Int64: StandingTold] = [:]
        try Journal.forEachEntry(access) { entry in
            if let fact = try entry.fact(StandingTold.self) { told[entry.sequence] = fact }
        }
        try SheetStore.forEach(access) { said in
            let fact = told.removeValue(forKey: said.sequence)
            let agrees = fact?.sheet == said.number.text && fact?.sha256 == Digest256(of: said.bytes)
            tally.examine(agrees ? nil : "sheet \(said.number) does not say what was journalled")
        }
        for fact in told.values { tally.examine("sheet \(fact.sheet) was journalled and is gone") }
        return tally.report
    }
}

/// The register as the journal tells it.
private struct ToldRegister {
    private struct Name: Hashable {
        let kind: RegisterKind
        let code: String
    }

    private struct Line: Equatable {
        let name: Name
        let change: RegisterEntryChanged.Change
        let author: FactAuthor
        let at: Instant
    }

    /// What the fields of an entry hold, as far as the journal tells.
    private var values: [Name: [String: String?]] = [:]
    private var versions: [Name: Int] = [:]
    private var lines: [String: Line] = [:]
    private var seen: Set<Name> = []
    /// Facts from before histories were kept need no line.
    private var optionalLines: Set<String> = []
    var chain = CheckTally("each change of a field begins where the one before ended")

    mutating func take(_ entry: JournalEntry) {
        if let fact = try? entry.fact(RegisterEntryEntered.self), let kind = RegisterKind(rawValue: fact.record) {
            enter(Name(kind: kind, code: fact.code), fact.values, entry)
        } else if let fact = try? entry.fact(EnterpriseRegistered.self) {
            enter(Name(kind: .enterprise, code: fact.enterprise.text), fact.particulars, entry)
        } else if let fact = try? entry.fact(OutletRegistered.self) {
            enter(Name(kind: .outlet, code: fact.outlet.text), fact.particulars, entry)
        } else if let fact = try? entry.fact(RegisterEntryChanged.self),
            let kind = RegisterKind(rawValue: fact.record)
        {
            let name = Name(kind: kind, code: fact.code)
            versions[name, default: 1] += 1
            chain.examine(versions[name] == fact.version ? nil : "fact \(entry.sequence) counts another change")
            move(name, fact.changes, entry)
        } else if let fact = try? entry.fact(DeviceNumberConfirmed.self) {
            let change = RegisterEntryChanged.Change(
                field: "device_number", from: fact.former.text, to: fact.device.text)
            optionalLines.insert("\(entry.sequence).0")
            move(Name(kind: .outlet, code: fact.outlet.text), [change], entry)
        }
    }

    private mutating func enter(_ name: Name, _ told: [String: String]?, _ entry: JournalEntry) {
        if told == nil { optionalLines.insert("\(entry.sequence).0") }
        if let told {
            let fields = RegisterForm.fields(of: name.kind).map(\.name)
            values[name] = Dictionary(uniqueKeysWithValues: fields.map { ($0, told[$0]) })
        }
        let change = RegisterEntryChanged.Change(field: RegisterHistory.entered, from: nil, to: nil)
        lines["\(entry.sequence).0"] = Line(name: name, change: change, author: entry.author, at: entry.occurredAt)
    }

    private mutating func move(_ name: Name, _ changes: [RegisterEntryChanged.Change], _ entry: JournalEntry) {
        for (position, change) in changes.enumerated() {
            if let known = values[name]?[change.field] {
                chain.examine(
                    known == change.from ? nil : "fact \(entry.sequence): \(change.field) began elsewhere")
            }
            values[name, default: [:]][change.field] = .some(change.to)
            lines["\(entry.sequence).\(position)"] = Line(
                name: name, change: change, author: entry.author, at: entry.occurredAt)
        }
    }

    mutating func difference(of entry: RegisterEntry) -> String? {
        let name = Name(kind: entry.kind, code: entry.code.text)
        seen.insert(name)
        guard versions[name, default: 1] == entry.version else {
            return "\(entry.kind.rawValue) \(entry.code) was changed without a fact, or a fact is lost"
        }
        let told = entry.told
        for (field, value) in values[name] ?? [:] where told[field] != value {
            return "\(entry.kind.rawValue) \(entry.code): \(field) is not what was journalled"
        }
        return nil
    }

    /// Entries that the journal tells of and nobody asked about.
    var untouched: [String] {
        values.keys.filter { !seen.contains($0) }.map { "\($0.kind.rawValue) \($0.code)" }.sorted()
    }

    mutating func difference(of line: RegisterHistoryLine) -> String? {
        let found = Line(
            name: Name(kind: line.kind, code: line.code.text),
            change: .init(field: line.field, from: line.from, to: line.to), author: line.author, at: line.at)
        return lines.removeValue(forKey: line.place.text) == found
            ? nil : "line \(line.place.text) of the history is not what was journalled"
    }

    /// Lines that no row of the history has.
    var missingLines: [String] { lines.keys.filter { !optionalLines.contains($0) }.sorted() }
}

extension RegistryRoom {
    /// What `jianhu verify` examines here.
    public static let checks: any SelfChecking = RegistryChecks()
}
