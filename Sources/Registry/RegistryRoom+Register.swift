public import Facts
public import Kernel
public import Persistence
import Standards

/// Entering, changing and reading the entries of the register.
extension RegistryRoom {
    /// Enters an entry.
    ///
    /// - Parameter scope: Whose rows the author may touch: the entry's enterprise and region have to lie in it.
    /// - Throws: `RegisterEntryRefusal`; then nothing was written.
    @discardableResult
    public func enter(
        _ draft: RegisterDraft, scope: Scope, by author: FactAuthor, in access: any WriteAccess
    ) throws -> RegisterEntry {
        let owner = try owner(of: draft, scope: scope, in: access)
        let region = try owner?.region ?? region(of: draft, scope: scope)
        let values = try RegisterCheck(books: books).kept(draft.values, as: draft.kind)
        let code = try code(of: draft, values, owner?.enterprise, scope: scope, in: access)
        let entry = RegisterEntry(
            kind: draft.kind, code: code,
            enterprise: draft.kind == .enterprise ? EnterpriseID(checked: code.text) : owner?.enterprise,
            region: region, version: 1, values: values)
        try RegisterSurroundings(of: entry, scope: scope, in: access).check()
        switch draft.kind {
        case .enterprise: try enterEnterprise(entry, by: author, in: access)
        case .outlet: try enterOutlet(entry, devicePassword: draft.devicePassword, by: author, in: access)
        case .park, .site, .facility, .instrument, .contact:
            try RegisterStore.insert(entry, in: access)
            let sequence = try journal.append(
                RegisterEntryEntered(record: entry.kind.rawValue, code: code.text, values: entry.told),
                about: entry.subject, by: author, in: access)
            try RegisterHistory.noteEntered(sequence, entry.kind, code.text, in: access)
        }
        return entry
    }

    /// Changes an entry that is in scope; what is not typed is emptied, fixed fields stay.
    ///
    /// - Parameter version: The state that the author saw; when somebody wrote meanwhile, this refuses.
    /// - Throws: `RegisterEntryRefusal`; then nothing was written.
    @discardableResult
    public func change(
        _ kind: RegisterKind, _ code: RegisterCode, from version: Int, to typed: [String: String], scope: Scope,
        by author: FactAuthor, in access: any WriteAccess
    ) throws -> RegisterEntry {
        guard let entry = try RegisterStore.entry(kind, code, scope: scope, in: access) else {
            throw RegisterEntryRefusal.unknown("code")
        }
        guard entry.version == version else { throw try outdated(entry, since: version, in: access) }
        var merged = typed
        for field in RegisterForm.fields(of: kind) where field.change == .fixed {
            let (asked, stands) = (typed[field.name], entry.values[field.name])
            guard asked == nil || asked == stands else { throw RegisterEntryRefusal.fixed(field.name) }
            merged[field.name] = stands
        }
        let values = try RegisterCheck(books: books).kept(merged, as: kind)
        let changed = RegisterEntry(
            kind: kind, code: code, enterprise: entry.enterprise, region: entry.region, version: version + 1,
            values: values)
        let fields = entry.changedFields(to: values)
        guard !fields.isEmpty else { throw RegisterEntryRefusal.unchanged }
        try RegisterSurroundings(of: changed, scope: scope, in: access).check()
        try RegisterStore.write(changed, in: access)
        let changes = fields.map { field in
            RegisterEntryChanged.Change(
                field: field.name, from: field.told(entry.values[field.name]), to: field.told(values[field.name]))
        }
        let sequence = try journal.append(
            RegisterEntryChanged(
                record: kind.rawValue, code: code.text, version: changed.version, changes: changes),
            about: changed.subject, by: author, in: access)
        try RegisterHistory.note(sequence, changes, to: kind, code.text, in: access)
        return changed
    }

    /// One entry, when it is in sight.
    public func entry(
        _ kind: RegisterKind, _ code: RegisterCode, scope: Scope, in access: any ReadAccess
    ) throws -> RegisterEntry? {
        try RegisterStore.entry(kind, code, scope: scope, in: access)
    }

    /// Entries of a kind in sight by code, behind one; of one enterprise if asked.
    public func entries(
        _ kind: RegisterKind, of enterprise: EnterpriseID? = nil, after: RegisterCode? = nil, scope: Scope, limit: Int,
        in access: any ReadAccess
    ) throws -> [RegisterEntry] {
        try RegisterStore.entries(
            kind, of: enterprise, after: after?.text ?? "", scope: scope, limit: limit, in: access)
    }

    /// Where outlets stand, by their own position or else their site's; those that have neither are left out.
    public func positions(of outlets: [OutletID], in access: any ReadAccess) throws -> [OutletID: GeoPosition] {
        try RegisterStore.positions(of: outlets, in: access)
    }

    /// Enterprises in sight that a filter lets through, by code and behind one.
    public func enterprises(
        _ filter: EnterpriseFilter, after: EnterpriseID?, scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [RegisterEntry] {
        let words = filter.industry.map { books.industries.words(meaning: $0) } ?? []
        var (found, behind): ([RegisterEntry], String) = ([], after?.text ?? "")
        while found.count < limit {
            let part = try RegisterStore.enterprises(
                filter, meaning: words, after: behind, scope: scope, limit: max(limit, 200), in: access)
            // Whether a code is sound no column tells; what is not asked for is passed over.
            found += part.filter { filter.doubt == .any || Self.isDoubtful($0) }
            guard let last = part.last, part.count >= max(limit, 200) else { break }
            behind = last.code.text
        }
        return Array(found.prefix(limit))
    }

    /// Whether an enterprise's credit code is missing or doubtful.
    static func isDoubtful(_ entry: RegisterEntry) -> Bool {
        guard let code = entry.values["credit_code"].flatMap({ CreditCode($0) }) else { return true }
        return code.doubt != nil
    }

    /// The history of an entry in sight, newest first and before a place; of one field if asked.
    public func history(
        _ kind: RegisterKind, _ code: RegisterCode, field: String? = nil, before: RegisterHistoryLine.Place? = nil,
        scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [RegisterHistoryLine] {
        try RegisterHistory.lines(kind, code, field: field, before: before, scope: scope, limit: limit, in: access)
    }

    // MARK: - Parts

    private func owner(
        of draft: RegisterDraft, scope: Scope, in access: any ReadAccess
    ) throws -> RegisterEntry? {
        guard draft.kind.isOwned else { return nil }
        guard let code = RegisterCode(draft.enterprise),
            let owner = try RegisterStore.entry(.enterprise, code, scope: scope, in: access)
        else { throw RegisterEntryRefusal.enterprise }
        return owner
    }

    private func region(of draft: RegisterDraft, scope: Scope) throws -> RegionCode {
        guard let region = RegionCode(draft.region), regions.region(region) != nil,
            scope.allows(region: region, enterprise: nil)
        else { throw RegisterEntryRefusal.region }
        return region
    }

    /// The code that was given, or the next one that is free.
    private func code(
        of draft: RegisterDraft, _ values: [String: String], _ owner: EnterpriseID?, scope: Scope,
        in access: any ReadAccess
    ) throws -> RegisterCode {
        var text = draft.code
        if text.isEmpty, draft.kind == .outlet, let owner, let number = values["number"] {
            text = "\(owner)-\(number)"
        }
        if text.isEmpty, let mark = draft.kind.mark, let owner {
            var number = try RegisterStore.count(draft.kind, of: owner, in: access) + 1
            while true {
                let code = RegisterCode(checked: "\(owner)-\(mark)\(number)")
                if try RegisterStore.entry(draft.kind, code, scope: .city, in: access) == nil { return code }
                number += 1
            }
        }
        guard !text.isEmpty else { throw RegisterEntryRefusal.missing("code") }
        let isFit = draft.kind != .enterprise || EnterpriseID(text) != nil
        guard let code = RegisterCode(text), isFit else { throw RegisterEntryRefusal.code("code") }
        guard try RegisterStore.entry(draft.kind, code, scope: .city, in: access) == nil else {
            let isInSight = try RegisterStore.entry(draft.kind, code, scope: scope, in: access) != nil
            throw isInSight ? RegisterEntryRefusal.taken("code", by: text) : .unavailable("code")
        }
        return code
    }

    private func enterEnterprise(_ entry: RegisterEntry, by author: FactAuthor, in access: any WriteAccess) throws {
        let enterprise = Enterprise(
            id: EnterpriseID(checked: entry.code.text), name: entry.name,
            creditCode: entry.values["credit_code"].map { CreditCode(checked: $0) }, region: entry.region,
            industry: entry.values["industry"] ?? "", address: entry.values["address"] ?? "",
            industryCode: entry.values["industry_code"].map { IndustryCode(checked: $0) })
        try SourceStore.insert(enterprise, in: access)
        try RegisterStore.write(entry, in: access)
        try tell(of: enterprise, by: author, in: access)
    }

    private func enterOutlet(
        _ entry: RegisterEntry, devicePassword: String?, by author: FactAuthor, in access: any WriteAccess
    ) throws {
        guard let enterprise = entry.enterprise,
            let medium = entry.values["medium"].flatMap({ Outlet.Medium(rawValue: $0) }),
            let number = entry.values["number"], let device = entry.values["device_number"]
        else { throw RegisterEntryRefusal.missing("number") }
        if let devicePassword, !Self.isDevicePassword(devicePassword) { throw RegisterEntryRefusal.devicePassword }
        let outlet = Outlet(
            id: OutletID(checked: entry.code.text), enterprise: enterprise, number: number, name: entry.name,
            medium: medium, device: DeviceNumber(checked: device))
        try SourceStore.insert(outlet, region: entry.region, in: access)
        try RegisterStore.write(entry, in: access)
        if let devicePassword { try seal(devicePassword, of: outlet, in: access) }
        try tell(of: outlet, in: entry.region, by: author, in: access)
    }

    /// What a logger may send as PW: 1 to 6 visible characters.
    static func isDevicePassword(_ text: String) -> Bool {
        (1...passwordLengthMax).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// Who wrote which fields since a state of an entry.
    private func outdated(
        _ entry: RegisterEntry, since version: Int, in access: any ReadAccess
    ) throws -> RegisterEntryRefusal {
        let lines = try RegisterHistory.lines(
            entry.kind, entry.code, field: nil, before: nil, scope: .city, limit: 200, in: access)
        var facts: [Int64] = []
        for line in lines where facts.last != line.place.sequence { facts.append(line.place.sequence) }
        let later = Set(facts.prefix(max(1, entry.version - version)))
        let fields = lines.filter { later.contains($0.place.sequence) && !$0.field.isEmpty }.map(\.field)
        return .outdated(fields: Array(Set(fields)).sorted(), by: lines.first?.author.text ?? "")
    }
}

extension RegisterEntry {
    /// Whose timeline its facts belong to.
    var subject: FactSubject { FactSubject(enterprise: enterprise, region: region, reference: code.text) }
}
