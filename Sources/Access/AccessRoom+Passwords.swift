public import Facts
public import Kernel
import Persistence
import Synchronization

extension AccessRoom {
    /// Changes one's own password; every other session of the person ends. Wrong present passwords count as attempts.
    ///
    /// Refuses with `AccessRefusal`, `AdmissionRefusal.password` and `SignInRefusal`.
    public func changePassword(
        of id: PersonID, from present: String, to new: String, token: String?
    ) async throws {
        let key = Self.attemptKey(passwordOf: id)
        let known = try await database.read { access in
            (try People.person(id, in: access), try People.passwordHash(of: id, in: access))
        }
        guard let person = known.0 else { throw AccessRefusal.unknownPerson }
        let hash = known.1 ?? shared.decoy
        if let until = shared.attempts.withLock({ $0.begin(key, at: clock.now()) }) {
            throw SignInRefusal.locked(until: until)
        }
        let isRight: Bool
        do { isRight = try await shared.desk.run { hash.matches(present) } } catch { throw SignInRefusal.busy }
        guard isRight, known.1 != nil else { throw AccessRefusal.wrongPassword }
        shared.attempts.withLock { $0.succeed(key) }
        guard present != new else { throw AccessRefusal.samePassword }
        do { try PasswordRule.check(new, for: person.login) } catch { throw AdmissionRefusal.password(error) }
        let stored = try await hashed(new)
        let (journal, kept) = (journal, token.map { Digest256(of: $0) })
        try await database.write { access in
            try People.setPassword(stored, of: id, owed: false, in: access)
            try SessionStore.closeAll(of: id, but: kept, in: access)
            try journal.append(
                PasswordChanged(person: id, way: "own"), about: FactSubject(reference: id.text), by: .person(id),
                in: access)
        }
    }

    /// Gives somebody a start password, to be told once and changed at the first sign-in; their sessions end. For the
    /// security administrator and the operator of the machine, and never for oneself. People do it to those who never
    /// administered anything; else it waits (`askReset`). Refuses with `AccessRefusal`.
    public func resetPassword(of id: PersonID, by author: FactAuthor) async throws -> String {
        guard .person(id) != author else { throw AccessRefusal.oneself }
        guard let person = try await person(id) else { throw AccessRefusal.unknownPerson }
        guard person.standing == .active else { throw AccessRefusal.hasLeft }
        let start = startPassword(for: person.login)
        let stored = try await hashed(start)
        let journal = journal
        try await database.write { access in
            try Self.checkDirectReset(of: id, by: author, in: access)
            try People.setPassword(stored, of: id, owed: true, in: access)
            try SessionStore.closeAll(of: id, in: access)
            try journal.append(
                PasswordChanged(person: id, way: "reset"), about: FactSubject(reference: id.text), by: author,
                in: access)
        }
        return start
    }

    /// Refuses that a person resets somebody who administers, or did, on their own.
    static func checkDirectReset(of id: PersonID, by author: FactAuthor, in access: any ReadAccess) throws {
        guard author.text.hasPrefix("person:") else { return }
        guard let person = try People.person(id, in: access) else { throw AccessRefusal.unknownPerson }
        if try hasAdministered(person, in: access) { throw AccessRefusal.confirmationNeeded }
    }

    /// A password that nobody can foretell: 20 letters and digits in groups of four.
    public func startPassword(for login: Login) -> String {
        while true {
            let text = String(Base32.text(of: entropy.bytes(13)).lowercased().prefix(20))
                .inGroupsOfFour.replacing(" ", with: "-")
            if (try? PasswordRule.check(text, for: login)) != nil { return text }
        }
    }
}
