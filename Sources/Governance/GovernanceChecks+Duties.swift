import Facts
import Kernel
import Persistence

extension GovernanceChecks {
    /// What the office owes is owed by its officers, whoever ends it: a unit that reports ends what the office presses
    /// it for. What a unit owes is owed by a liaison or, where the unit is the office, by an officer; one that was done
    /// was owed by somebody of the organisation of whoever did it, and the office may act for a unit.
    func duties(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("duties of policies are owed by those whose they are")
        var duties: [(duty: Duty, kind: GovernanceDutyKind)] = []
        try DutyBook.forEachDuty(access) { duty in
            if let kind = GovernanceDutyKind(rawValue: duty.kind) { duties.append((duty, kind)) }
        }
        let done = duties.filter { !$0.kind.isOffices && $0.duty.state == .done }
        let doers = try Doers(at: Set(done.compactMap(\.duty.settledAt)), access)
        for (duty, kind) in duties {
            let allowed: Set<Role> = kind.isOffices ? [.cityOfficer] : [.cityOfficer, .liaison]
            let isUnits = !kind.isOffices && duty.state == .done
            let roles = isUnits ? duty.settledAt.flatMap { doers.roles(at: $0) } : nil
            let agrees = allowed.contains(duty.role) && roles.map { $0.contains(duty.role) } ?? true
            tally.examine(agrees ? nil : "duty \(duty.id) (\(duty.kind)) is owed by \(duty.role.rawValue)")
        }
        return tally.report
    }

    /// Who did something at which moment, and what they and their organisations were by the journal.
    private struct Doers {
        private var authors: [Instant: Set<String>] = [:]
        private var roles: [String: Set<Role>] = [:]
        private var organisations: [String: Set<String>] = [:]

        init(at moments: Set<Instant>, _ access: any ReadAccess) throws {
            try Journal.forEachEntry(access) { entry in
                if entry.author.text.hasPrefix("person:"), moments.contains(entry.occurredAt) {
                    authors[entry.occurredAt, default: []].insert(entry.author.text)
                }
                if let fact = try? entry.fact(PersonAdmitted.self) { note(fact.person, fact.role, nil) }
                if let fact = try? entry.fact(RoleGranted.self) { note(fact.person, fact.role, nil) }
                if let fact = try? entry.fact(PersonProposed.self) { note(fact.person, fact.role, fact.organisation) }
                if let fact = try? entry.fact(PersonMoved.self) { note(fact.person, fact.role, fact.to) }
            }
        }

        private mutating func note(_ person: PersonID, _ role: Role, _ organisation: String?) {
            let name = FactAuthor.person(person).text
            roles[name, default: []].insert(role)
            if let organisation { organisations[name, default: []].insert(organisation) }
        }

        /// The roles that something done then can have been owed by; nil where nobody known did it.
        func roles(at moment: Instant) -> Set<Role>? {
            let persons = (authors[moment] ?? []).filter { roles[$0] != nil }
            guard !persons.isEmpty else { return nil }
            let places = persons.reduce(into: Set<String>()) { $0.formUnion(organisations[$1] ?? []) }
            let colleagues = organisations.filter { !$0.value.isDisjoint(with: places) }.keys
            let found = persons.union(colleagues).reduce(into: Set<Role>()) { $0.formUnion(roles[$1] ?? []) }
            return found.contains(.cityOfficer) ? found.union([.liaison]) : found
        }
    }
}
