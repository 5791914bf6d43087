public import Facts
public import Kernel
public import Persistence

/// Somebody's duties as they were handed over to the person who reads this.
public struct HandOver: Sendable, Equatable {
    /// When.
    public let at: Instant
    /// Who left, or moved.
    public let from: PersonID
    /// The duties that were open.
    public let duties: [DutyID]
}

extension AccessRoom {
    /// One person.
    public func person(_ id: PersonID) async throws -> Person? {
        try await database.read { try People.person(id, in: $0) }
    }

    /// Enters a person of an organisation with the role that is asked for. Nobody may sign in by it: the security
    /// administrator grants the role. Refuses with `AccessRefusal`.
    public func propose(
        name: String, login: Login, role: Role, in organisation: OrganisationID, by author: FactAuthor
    ) async throws -> Person {
        guard Person.acceptsName(name) else { throw AccessRefusal.organisationName }
        guard let id = PersonID("P-" + entropy.bytes(4).hex.uppercased()) else { throw AccessRefusal.unknownPerson }
        let (journal, now) = (journal, clock.now())
        return try await database.write { access in
            guard let place = try Organisations.organisation(organisation, in: access) else {
                throw AccessRefusal.unknownOrganisation
            }
            guard let post = place.post(as: role) else { throw AccessRefusal.roleElsewhere }
            guard try People.person(login: login, in: access) == nil else { throw AccessRefusal.loginTaken }
            let person = Person(
                id: id, login: login, name: name, post: post, organisation: organisation, standing: .proposed)
            try People.enter(person, passwordHash: nil, owesPassword: false, at: now, in: access)
            try journal.append(
                PersonProposed(person: id, role: role, organisation: organisation.text),
                about: FactSubject(reference: id.text), by: author, in: access)
            return person
        }
    }

    /// Grants a role of the person's organisation. For the security administrator: nobody grants one to themselves, and
    /// who administers one thing never administers another. Sessions end.
    ///
    /// Refuses with `AccessRefusal`. Returns the start password of somebody who has none, to be told once.
    public func grant(_ role: Role, to id: PersonID, by author: PersonID) async throws -> String? {
        guard let known = try await person(id) else { throw AccessRefusal.unknownPerson }
        let start = startPassword(for: known.login)
        let hasPassword = try await database.read { try People.passwordHash(of: id, in: $0) != nil }
        let hash = hasPassword ? nil : try await hashed(start)
        let journal = journal
        return try await database.write { access in
            guard let person = try People.person(id, in: access) else { throw AccessRefusal.unknownPerson }
            guard person.standing != .left else { throw AccessRefusal.hasLeft }
            guard let organisation = person.organisation,
                let place = try Organisations.organisation(organisation, in: access)
            else { throw AccessRefusal.noOrganisation }
            guard let post = place.post(as: role) else { throw AccessRefusal.roleElsewhere }
            let namesakes = try People.all(limit: .max, in: access).filter {
                $0.name == person.name && $0.id != id && $0.standing != .left
            }
            let held = try Self.rolesHeld(by: person, in: access)
            try AdministrationRule.checkGrant(
                of: role, to: id, by: author, held: held, namesakes: Set(namesakes.map(\.role)))
            try AdministrationRule.checkEntry(of: person, for: role, held: held)
            if person.standing == .active, person.role != role {
                try AdministrationRule.checkDeparture(
                    from: person.role, alike: try People.countActive(like: person, in: access))
            }
            try People.grant(person.granted(post), in: access)
            try SessionStore.closeAll(of: id, in: access)
            try journal.append(
                RoleGranted(person: id, role: role), about: FactSubject(reference: id.text), by: .person(author),
                in: access)
            guard let hash, try People.passwordHash(of: id, in: access) == nil else { return nil }
            try People.setPassword(hash, of: id, owed: true, in: access)
            return start
        }
    }

    /// Every role that was ever granted to a person.
    static func rolesHeld(by person: Person, in access: any ReadAccess) throws -> Set<Role> {
        let entries = try Journal.timeline(of: person.id.text, scope: .city, limit: 10_000, in: access)
        let roles = try entries.compactMap { entry in
            try entry.fact(RoleGranted.self)?.role ?? entry.fact(PersonAdmitted.self)?.role
        }
        return Set(roles).union(person.standing == .active ? [person.role] : [])
    }

    /// Lets a person leave: sign-in, sessions, tokens, second factor and certificates end; open duties of their post go
    /// to a named successor at the same post, or back to the role while somebody else has it.
    ///
    /// Refuses with `AccessRefusal`. Returns the duties that were open.
    @discardableResult
    public func leave(
        _ id: PersonID, successor: PersonID?, because reason: String, by author: PersonID
    ) async throws -> [DutyID] {
        try await database.write { [self] access in
            try leave(id, successor: successor, because: reason, by: author, in: access)
        }
    }

    /// Refuses what `leave` would refuse; nobody leaves.
    public func rehearseLeaving(_ id: PersonID, successor: PersonID?, by author: PersonID) async throws {
        try await database.rehearse { [self] access in
            _ = try leave(id, successor: successor, because: "", by: author, in: access)
        }
    }

    private func leave(
        _ id: PersonID, successor: PersonID?, because reason: String, by author: PersonID, in access: any WriteAccess
    ) throws -> [DutyID] {
        guard id != author else { throw AccessRefusal.oneself }
        guard let person = try People.person(id, in: access) else { throw AccessRefusal.unknownPerson }
        guard person.standing != .left else { throw AccessRefusal.hasLeft }
        let now = clock.now()
        let ended = try endPost(of: person, successor: successor, because: reason, by: author, at: now, in: access)
        try SecondFactorStore.remove(of: id, in: access)
        for what in AdministratorReset.What.allCases { try ResetStore.remove(what, of: id, in: access) }
        try People.close(id, at: now, in: access)
        try journal.append(
            PersonLeft(
                person: id, successor: successor, duties: ended.duties, sessionsEnded: ended.sessions,
                tokensEnded: ended.tokens, reason: reason),
            about: FactSubject(reference: id.text), by: .person(author), in: access)
        return ended.duties
    }

    /// What ended with a post.
    struct EndedPost {
        let duties: [DutyID]
        let sessions: Int
        let tokens: Int
    }

    /// Ends what a person holds by their post: sessions, tokens, certificates; and hands open duties over.
    ///
    /// Refuses with `AccessRefusal` before anything is written.
    func endPost(
        of person: Person, successor: PersonID?, because reason: String, by author: PersonID, at now: Instant,
        in access: any WriteAccess
    ) throws -> EndedPost {
        var next: Person?
        if let successor {
            next = try People.person(successor, in: access)
            guard next != nil else { throw AccessRefusal.successorUnfit }
        }
        let isActive = person.standing == .active
        let alike = try People.countActive(like: person, in: access)
        let duties =
            isActive
            ? try DutyBook.open(scope: person.scope, role: person.role, limit: 100_000, in: access) : []
        if isActive { try AdministrationRule.checkDeparture(from: person.role, alike: alike) }
        try AdministrationRule.checkHandOver(of: person, openDuties: duties.count, alike: alike, to: next)
        try AdministrationRule.checkNamedWork(
            of: person, isNamed: try !work.items(person.id, access).isEmpty, to: next)
        let sessions = try SessionStore.closeAll(of: person.id, in: access)
        let tokens = try TokenStore.revokeAll(of: person.id, at: now, in: access)
        for certificate in try Certificates.all(in: access)
        where certificate.person == person.id && certificate.withdrawnAt == nil {
            try Certificates.withdraw(certificate.number, at: now, in: access)
            try journal.append(
                CertificateWithdrawn(number: certificate.number.text, person: person.id, reason: reason),
                about: FactSubject(reference: person.id.text), by: .person(author), in: access)
        }
        return EndedPost(duties: duties.map(\.id), sessions: sessions, tokens: tokens)
    }

    /// How many open duties wait for a person's post: what would be handed over.
    public func openDuties(of person: Person) async throws -> Int {
        guard person.standing == .active else { return 0 }
        return try await database.read { access in
            try DutyBook.open(scope: person.scope, role: person.role, limit: 100_000, in: access).count
        }
    }

    /// What a person answers for by name.
    public func namedWork(of person: PersonID) async throws -> [NamedWork.Item] {
        try await database.read { [self] access in try work.items(person, access) }
    }

    /// What was handed over to a person, newest first.
    public func handOvers(to person: PersonID) async throws -> [HandOver] {
        try await database.read { access in
            let kinds = [PersonLeft.kind, PersonMoved.kind]
            return try Journal.newest(kinds: kinds, scope: .city, limit: 500, in: access).compactMap { entry in
                if let fact = try entry.fact(PersonLeft.self), fact.successor == person {
                    return HandOver(at: entry.occurredAt, from: fact.person, duties: fact.duties)
                }
                guard let fact = try entry.fact(PersonMoved.self), fact.successor == person else { return nil }
                return HandOver(at: entry.occurredAt, from: fact.person, duties: fact.duties)
            }
        }
    }

    /// Every organisation.
    public func organisations() async throws -> [Organisation] {
        try await database.read { try Organisations.all(in: $0) }
    }

    /// Enters an organisation. Refuses with `AccessRefusal.organisationTaken`.
    public func record(_ organisation: Organisation, by author: FactAuthor) async throws {
        try await database.write { [self] in try record(organisation, by: author, in: $0) }
    }

    /// Enters an enterprise of the register as an organisation, unless it is one. Two enterprises may have one name,
    /// organisations may not: the later one bears its code behind the name. So does the code of one whose own is taken.
    ///
    /// Refuses with `AccessRefusal.organisationTaken` when even those are taken.
    public func recordEnterprise(
        _ enterprise: EnterpriseID, name: String, region: RegionCode, by author: FactAuthor, in access: any WriteAccess
    ) throws {
        guard try !Organisations.isOrganisation(enterprise, in: access) else { return }
        let mark = "（\(enterprise)）"
        let room = Organisation.nameMax - mark.unicodeScalars.count
        let names = [name.prefix(scalars: Organisation.nameMax), name.prefix(scalars: room) + mark]
        let ids = [enterprise.text, "E-\(enterprise)"].compactMap { OrganisationID($0) }
        for id in ids {
            for name in names {
                let organisation = try Organisation(
                    id: id, name: name, kind: .enterprise, region: region, enterprise: enterprise)
                guard try !Organisations.isTaken(organisation, in: access) else { continue }
                return try record(organisation, by: author, in: access)
            }
        }
        throw AccessRefusal.organisationTaken
    }

    /// Enters an organisation in a transaction. Refuses with `AccessRefusal.organisationTaken`, and an enterprise that
    /// the register does not have with `unknownEnterprise`.
    public func record(
        _ organisation: Organisation, by author: FactAuthor, in access: any WriteAccess
    ) throws {
        guard try !Organisations.isTaken(organisation, in: access) else { throw AccessRefusal.organisationTaken }
        if let enterprise = organisation.enterprise, try !register.knows(enterprise, access) {
            throw AccessRefusal.unknownEnterprise
        }
        try Organisations.insert(organisation, at: clock.now(), in: access)
        try journal.append(
            OrganisationRecorded(
                organisation: organisation.id.text, name: organisation.name,
                organisationKind: organisation.kind.rawValue),
            about: FactSubject(
                enterprise: organisation.enterprise, region: organisation.region,
                reference: organisation.id.text),
            by: author, in: access)
    }
}

extension String {
    /// The first scalars, as databases count them.
    fileprivate func prefix(scalars max: Int) -> String { String(unicodeScalars.prefix(max)) }
}
