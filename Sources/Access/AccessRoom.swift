import Facts
public import Kernel
public import Persistence
import Synchronization

/// People, sign-in and sessions. One per process: its bounds on hashing and guessing hold for the whole program.
public struct AccessRoom: Sendable {
    /// Somebody was asked for who is not there: a fault of the caller, not of a person.
    public struct UnknownPerson: Error, CustomStringConvertible {
        /// Who was asked for.
        public let person: PersonID
        public var description: String { "nobody is admitted as \(person)" }
    }

    /// One-click sign-in was tried on a database that was not created as a demonstration.
    public struct NotADemonstration: Error {}

    /// libcrypto would not hash a password, for want of memory.
    struct HashingFailed: Error {}

    /// What the room brings into the database.
    public static let schema = Schema(
        tables: [
            TableDeclaration("access_person", .register), TableDeclaration("access_session", .ephemeral),
            TableDeclaration("access_certificate", .register),
        ],
        migrations: [.access0001CreatePeople, .access0002CreateCertificates])

    let database: any Database
    let journal: Journal
    let clock: any WallClock
    private let entropy: any EntropySource
    private let shared: Shared

    /// What all copies of the room share.
    private final class Shared: Sendable {
        let desk = HashingDesk()
        /// Who tried how often; guarded by the mutex.
        let attempts = Mutex(AttemptBook())
        let decoy: PasswordHash

        init(decoy: PasswordHash) {
            self.decoy = decoy
        }
    }

    /// The room on a database.
    public init(database: any Database, journal: Journal, clock: any WallClock, entropy: any EntropySource) {
        self.database = database
        self.journal = journal
        self.clock = clock
        self.entropy = entropy
        shared = Shared(decoy: PasswordHash(decoyFrom: entropy))
    }

    /// Admits a person. Without a password they can only come in by the demonstration's page.
    ///
    /// Refuses with `AdmissionRefusal`, or with `SignInRefusal.busy` when too many passwords are being hashed.
    public func admit(_ person: Person, password: String?) async throws {
        var hash: PasswordHash?
        if let password {
            do { try PasswordRule.check(password, for: person.login) } catch {
                throw AdmissionRefusal.password(error)
            }
            let salt = entropy.bytes(PasswordHash.saltBytes)
            do { hash = try await shared.desk.run { PasswordHash(of: password, salt: salt) } } catch {
                throw SignInRefusal.busy
            }
            guard hash != nil else { throw HashingFailed() }
        }
        let (stored, now, journal) = (hash, clock.now(), journal)
        try await database.write { access in
            let isTaken =
                try People.person(person.id, in: access) != nil
                || People.person(login: person.login, in: access) != nil
            guard !isTaken else { throw AdmissionRefusal.alreadyAdmitted }
            try People.enter(person, passwordHash: stored, at: now, in: access)
            try journal.append(
                PersonAdmitted(person: person.id, role: person.role), about: FactSubject(reference: person.id.text),
                by: .system("access"), in: access)
        }
    }

    /// Everybody, by identifier; at most `limit`.
    public func people(limit: Int = 1_000) async throws -> [Person] {
        try await database.read { access in try People.all(limit: limit, in: access) }
    }

    /// The newest sign-ins and refusals of the journal, newest first.
    public func recentSignIns(limit: Int) async throws -> [SignInRecord] {
        try await database.read { access in
            try Journal.newest(
                kinds: [PersonSignedIn.kind, SignInRefused.kind], scope: .city, limit: limit, in: access
            ).compactMap(SignInRecord.init)
        }
    }

    /// A name that nobody can foretell, for a file while it comes in.
    public func freshName() -> String { entropy.bytes(16).hex }

    /// Whether the database answers; for the health page.
    public func isAnswering() async -> Bool {
        (try? await database.read { access in try People.count(access) }) != nil
    }

    /// The visitor of a session's token; nil when the session is closed, idle for 30 minutes or 12 hours old.
    public func visitor(token: String) async throws -> Visitor? {
        let (digest, now) = (Digest256(of: token), clock.now())
        guard let found = try await database.read({ try SessionStore.find(digest, at: now, in: $0) }) else {
            return nil
        }
        if found.lastSeen.adding(minutes: SessionStore.seenEveryMinutes) <= now {
            try await database.write { access in try SessionStore.markSeen(digest, at: now, in: access) }
        }
        return found.visitor
    }

    /// Whether a session is still open, without counting as being seen: for streams that outlast a visit.
    public func isOpen(token: String) async throws -> Bool {
        let (digest, now) = (Digest256(of: token), clock.now())
        return try await database.read { access in try SessionStore.find(digest, at: now, in: access) != nil }
    }

    /// Closes a session.
    public func signOut(token: String) async throws {
        let digest = Digest256(of: token)
        try await database.write { access in try SessionStore.close(digest, in: access) }
    }

    /// Opens a session without a password, for the demonstration's page; the way is journalled.
    ///
    /// Throws `NotADemonstration` unless the database was created as one, and `UnknownPerson`.
    public func openSession(for person: PersonID, way: SignInWay) async throws -> OpenedSession {
        if way == .demonstration {
            guard try await database.read({ try Installation.purpose($0) }) == .demonstration else {
                throw NotADemonstration()
            }
        }
        guard let person = try await database.read({ try People.person(person, in: $0) }) else {
            throw UnknownPerson(person: person)
        }
        return try await open(for: person, way: way)
    }

    /// Signs somebody in by password. Refuses with `SignInRefusal`.
    ///
    /// An unknown login costs the same time as a wrong password.
    public func signIn(login typed: String, password: String) async throws -> OpenedSession {
        let login = Login(typed: typed)
        let (key, begunAt) = (Digest256(of: login?.text ?? typed), clock.now())
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
            try await journalRefusal(of: candidate?.person)
            throw SignInRefusal.wrongLoginOrPassword
        }
        shared.attempts.withLock { $0.succeed(key) }
        return try await open(for: candidate.person, way: .password)
    }

    private struct Candidate {
        let person: Person
        let hash: PasswordHash?
    }

    private func candidate(login: Login?) async throws -> Candidate? {
        guard let login else { return nil }
        return try await database.read { access in
            guard let person = try People.person(login: login, in: access) else { return nil }
            return Candidate(person: person, hash: try People.passwordHash(of: person.id, in: access))
        }
    }

    /// At most one refusal a minute for each person, and one for all unknown logins together, reaches the journal.
    private func journalRefusal(of person: Person?) async throws {
        let (key, now, journal) = (Digest256(of: "refused:\(person?.id.text ?? "")"), clock.now(), journal)
        guard shared.attempts.withLock({ $0.mayJournal(key, at: now) }) else { return }
        try await database.write { access in
            _ = try journal.append(
                SignInRefused(person: person?.id), about: FactSubject(reference: person?.id.text),
                by: .system("access"), in: access)
        }
    }

    private func open(for person: Person, way: SignInWay) async throws -> OpenedSession {
        let token = entropy.bytes(32).hex
        let csrfToken = entropy.bytes(32).hex
        let (now, journal) = (clock.now(), journal)
        try await database.write { access in
            try SessionStore.open(
                token: Digest256(of: token), csrfToken: csrfToken, for: person.id, at: now, in: access)
            try journal.append(
                PersonSignedIn(person: person.id, way: way.rawValue), about: FactSubject(reference: person.id.text),
                by: .person(person.id), in: access)
        }
        return OpenedSession(
            actor: person.actor, token: token, csrfToken: csrfToken,
            expiresAt: now.adding(hours: SessionStore.lifeHours))
    }
}

extension SignInRecord {
    /// The record of a journal entry; nil for other kinds of fact and for withheld payloads.
    fileprivate init?(_ entry: JournalEntry) {
        if let fact = try? entry.fact(PersonSignedIn.self) {
            self.init(at: entry.occurredAt, person: fact.person, outcome: .signedIn(way: fact.way))
        } else if let fact = try? entry.fact(SignInRefused.self) {
            self.init(at: entry.occurredAt, person: fact.person, outcome: .refused)
        } else {
            return nil
        }
    }
}
