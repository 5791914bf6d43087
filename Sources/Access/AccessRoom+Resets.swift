import Facts
public import Kernel
import Persistence

extension AccessRoom {
    /// Whether a reset of somebody's password or second factor waits for a second administrator: they administer, or
    /// did. Whoever did counts, else a role taken away and given back would go around it.
    public func awaitsConfirmation(_ id: PersonID) async throws -> Bool {
        try await database.read { access in
            guard let person = try People.person(id, in: access) else { throw AccessRefusal.unknownPerson }
            return try Self.hasAdministered(person, in: access)
        }
    }

    static func hasAdministered(_ person: Person, in access: any ReadAccess) throws -> Bool {
        try rolesHeld(by: person, in: access).contains(where: \.isAdministration)
    }

    /// Asks for a reset that waits. For the security administrator, and never for oneself. Refuses with
    /// `AccessRefusal`.
    public func askReset(_ what: AdministratorReset.What, of id: PersonID, by author: PersonID) async throws {
        guard id != author else { throw AccessRefusal.oneself }
        let (journal, now) = (journal, clock.now())
        try await database.write { access in
            guard let person = try People.person(id, in: access) else { throw AccessRefusal.unknownPerson }
            guard person.standing == .active else { throw AccessRefusal.hasLeft }
            if what == .secondFactor, try SecondFactorStore.confirmed(access)[id] == nil {
                throw AccessRefusal.noSecondFactor
            }
            try ResetStore.ask(
                AdministratorReset(person: id, what: what, askedBy: author, askedAt: now), in: access)
            try journal.append(
                AdministratorResetAsked(person: id, what: what.rawValue), about: FactSubject(reference: id.text),
                by: .person(author), in: access)
        }
    }

    /// The resets that wait, the oldest first.
    public func resets() async throws -> [AdministratorReset] {
        let now = clock.now()
        return try await database.read { try ResetStore.waiting(at: now, in: $0) }
    }

    /// Confirms a reset: it happens. For an administrator of another kind than the asker's. Refuses with
    /// `AccessRefusal`.
    ///
    /// - Returns: The start password, to be handed to the person; nil for a second factor. The asker never sees it.
    public func confirmReset(
        _ what: AdministratorReset.What, of id: PersonID, by author: PersonID
    ) async throws -> String? {
        guard let known = try await person(id) else { throw AccessRefusal.unknownPerson }
        let start = startPassword(for: known.login)
        let hash = what == .password ? try await hashed(start) : nil
        let (journal, now) = (journal, clock.now())
        try await database.write { access in
            let reset = try Self.waiting(what, of: id, at: now, in: access)
            guard let confirmer = try People.person(author, in: access),
                let person = try People.person(id, in: access)
            else { throw AccessRefusal.unknownPerson }
            guard person.standing == .active else { throw AccessRefusal.hasLeft }
            try AdministrationRule.checkConfirmation(of: reset, by: confirmer)
            try settle(reset, as: "confirmed", by: author, in: access)
            if let hash {
                try People.setPassword(hash, of: id, owed: true, in: access)
                try journal.append(
                    PasswordChanged(person: id, way: "reset"), about: FactSubject(reference: id.text),
                    by: .person(author), in: access)
            } else {
                guard try SecondFactorStore.remove(of: id, in: access) else { throw AccessRefusal.noSecondFactor }
                try journal.append(
                    SecondFactorChanged(person: id, change: "reset"), about: FactSubject(reference: id.text),
                    by: .person(author), in: access)
            }
            try SessionStore.closeAll(of: id, in: access)
        }
        return hash == nil ? nil : start
    }

    /// Refuses a reset, or takes it back: for any administrator, and for the person themselves. Refuses with
    /// `AccessRefusal.noReset`.
    public func refuseReset(_ what: AdministratorReset.What, of id: PersonID, by author: PersonID) async throws {
        let now = clock.now()
        try await database.write { access in
            try settle(try Self.waiting(what, of: id, at: now, in: access), as: "refused", by: author, in: access)
        }
    }

    private static func waiting(
        _ what: AdministratorReset.What, of id: PersonID, at now: Instant, in access: any ReadAccess
    ) throws -> AdministratorReset {
        let found = try ResetStore.waiting(at: now, in: access).first { $0.person == id && $0.what == what }
        guard let found else { throw AccessRefusal.noReset }
        return found
    }

    private func settle(
        _ reset: AdministratorReset, as outcome: String, by author: PersonID, in access: any WriteAccess
    ) throws {
        try ResetStore.remove(reset.what, of: reset.person, in: access)
        try journal.append(
            AdministratorResetSettled(
                person: reset.person, what: reset.what.rawValue, askedBy: reset.askedBy, outcome: outcome),
            about: FactSubject(reference: reset.person.text), by: .person(author), in: access)
    }
}
