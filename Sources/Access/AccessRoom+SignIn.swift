import Facts
public import Kernel
import Persistence
import Synchronization

extension AccessRoom {
    /// Opens a session without a password, for the demonstration's page; the way is journalled.
    ///
    /// Throws `NotADemonstration` unless the database was created as one, and `UnknownPerson`.
    public func openSession(
        for person: PersonID, way: SignInWay, from origin: VisitOrigin = .program
    ) async throws -> OpenedSession {
        if way == .demonstration {
            guard try await database.read({ try Installation.purpose($0) }) == .demonstration else {
                throw NotADemonstration()
            }
        }
        guard let person = try await database.read({ try People.person(person, in: $0) }), person.standing == .active
        else { throw UnknownPerson(person: person) }
        return try await open(for: person, way: way, from: origin)
    }

    /// Signs somebody in by password. Refuses with `SignInRefusal`. The session may owe the code of a second factor, a
    /// password of one's own, or an enrolment: `Visitor.owed` tells.
    ///
    /// An unknown login costs the same time as a wrong password.
    public func signIn(
        login typed: String, password: String, from origin: VisitOrigin = .program
    ) async throws -> OpenedSession {
        let login = Login(typed: typed)
        let (key, begunAt) = (Self.attemptKey(login: login?.text ?? typed), clock.now())
        if let until = shared.attempts.withLock({ $0.begin(key, at: begunAt) }) {
            throw SignInRefusal.locked(until: until)
        }
        let candidate = try await candidate(login: login)
        let (hash, decoy) = (candidate?.hash, shared.decoy)
        let matches: Bool
        do { matches = try await shared.desk.run { (hash ?? decoy).matches(password) } } catch {
            shared.attempts.withLock { $0.withdraw(key, begunAt: begunAt) }
            throw SignInRefusal.busy
        }
        guard matches, let candidate, candidate.hash != nil else {
            try await journalRefusal(of: candidate?.person, from: origin)
            throw SignInRefusal.wrongLoginOrPassword
        }
        shared.attempts.withLock { $0.succeed(key) }
        return try await open(for: candidate.person, way: .password, from: origin)
    }

    /// Shows the second factor: the code of the authenticator, or a recovery code. The session is closed and another
    /// opened in its place, so that a token that was seen before counts for nothing.
    ///
    /// Refuses with `SignInRefusal.locked` and `wrongCode`, and with `wrongLoginOrPassword` when the session is closed.
    public func showSecondFactor(
        _ typed: String, token: String, from origin: VisitOrigin = .program
    ) async throws -> OpenedSession {
        let (digest, now, secrets) = (Digest256(of: token), clock.now(), secrets)
        guard let found = try await database.read({ try SessionStore.find(digest, at: now, in: $0) }),
            found.visitor.owed == .code
        else { throw SignInRefusal.wrongLoginOrPassword }
        let person = found.person
        let key = Self.attemptKey(codeOf: person.id)
        if let until = shared.attempts.withLock({ $0.begin(key, at: now) }) {
            throw SignInRefusal.locked(until: until)
        }
        let code = typed.uppercased().filter { $0.isLetter || $0.isNumber }
        let journal = journal
        let way: SignInWay? = try await database.write { access in
            guard let stored = try SecondFactorStore.stored(of: person.id, with: secrets, in: access) else {
                return nil
            }
            let step = OneTimeCode.acceptedStep(
                typed: code, secret: stored.secret, at: now, after: stored.lastStep)
            if let step {
                return try SecondFactorStore.take(step, of: person.id, in: access) ? .passwordAndCode : nil
            }
            let isRecovery = try SecondFactorStore.useRecoveryCode(
                Digest256(of: code), of: person.id, at: now, in: access)
            guard isRecovery else { return nil }
            try journal.append(
                SecondFactorChanged(person: person.id, change: "recovery-code-used"),
                about: FactSubject(reference: person.id.text), by: .person(person.id), in: access)
            return .passwordAndRecoveryCode
        }
        guard let way else {
            try await journalRefusal(of: person, from: origin)
            throw SignInRefusal.wrongCode
        }
        shared.attempts.withLock { $0.succeed(key) }
        try await database.write { try SessionStore.close(digest, in: $0) }
        return try await open(for: person, way: way, from: origin)
    }

    static func attemptKey(login: String) -> Digest256 { Digest256(of: "login:\(login)") }
    static func attemptKey(codeOf person: PersonID) -> Digest256 { Digest256(of: "code:\(person)") }
    static func attemptKey(passwordOf person: PersonID) -> Digest256 { Digest256(of: "password:\(person)") }

    struct Candidate {
        let person: Person
        let hash: PasswordHash?
    }

    func candidate(login: Login?) async throws -> Candidate? {
        guard let login else { return nil }
        return try await database.read { access in
            guard let person = try People.person(login: login, in: access) else { return nil }
            let hash = person.standing == .active ? try People.passwordHash(of: person.id, in: access) : nil
            return Candidate(person: person, hash: hash)
        }
    }

    /// At most one refusal a minute for each person, and one for all unknown logins together, reaches the journal.
    private func journalRefusal(of person: Person?, from origin: VisitOrigin) async throws {
        let (key, now, journal) = (Digest256(of: "refused:\(person?.id.text ?? "")"), clock.now(), journal)
        guard shared.attempts.withLock({ $0.mayJournal(key, at: now) }) else { return }
        try await database.write { access in
            try EventStore.append(
                AccessEvent(
                    at: now, person: person?.id, way: .signIn, address: origin.address, path: "/sign-in", status: 401),
                in: access)
            _ = try journal.append(
                SignInRefused(person: person?.id), about: FactSubject(reference: person?.id.text),
                by: .system("access"), in: access)
        }
    }

    private func open(for person: Person, way: SignInWay, from origin: VisitOrigin) async throws -> OpenedSession {
        let token = entropy.bytes(32).hex
        let csrfToken = entropy.bytes(32).hex
        let (now, journal) = (clock.now(), journal)
        let factorAt = way == .passwordAndCode || way == .passwordAndRecoveryCode ? now : nil
        let digest = Digest256(of: token)
        let (owed, preferences) = try await database.write { access in
            try SessionStore.open(
                token: digest, csrfToken: csrfToken, for: person.id,
                .init(way: way, origin: origin, factorAt: factorAt), at: now, in: access)
            let owed = try SessionStore.find(digest, at: now, in: access)?.visitor.owed
            let preferences = try People.preferences(of: person.id, in: access)
            // Whoever owes a code has not come in yet.
            guard owed != .code else { return (owed, preferences) }
            try EventStore.append(
                AccessEvent(
                    at: now, person: person.id, way: .signIn, address: origin.address, path: "/sign-in", status: 200),
                in: access)
            try journal.append(
                PersonSignedIn(person: person.id, way: way.rawValue), about: FactSubject(reference: person.id.text),
                by: .person(person.id), in: access)
            return (owed, preferences)
        }
        return OpenedSession(
            actor: person.actor, token: token, csrfToken: csrfToken,
            expiresAt: now.adding(hours: SessionStore.lifeHours), owed: owed, preferences: preferences)
    }
}
