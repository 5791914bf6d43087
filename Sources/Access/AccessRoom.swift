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
            TableDeclaration("access_certificate", .register), TableDeclaration("access_organisation", .register),
            TableDeclaration("access_second_factor", .register),
            TableDeclaration("access_recovery_code", .register), TableDeclaration("access_token", .register),
            TableDeclaration("access_event", .evidence), TableDeclaration("access_reset", .register),
        ],
        migrations: [
            .access0001CreatePeople, .access0002CreateCertificates, .access0003OrganisePeople,
            .access0004AddSecondFactors, .access0005IssueTokens, .access0006KeepEvents,
            .access0007AwaitResets, .access0008KeepPreferences,
        ])

    let database: any Database
    let journal: Journal
    let clock: any WallClock
    let entropy: any EntropySource
    /// What seals and opens the secrets of second factors.
    let secrets: SecretBox
    let register: EnterpriseRegister
    let work: NamedWork
    let shared: Shared

    /// What all copies of the room share.
    final class Shared: Sendable {
        let desk = HashingDesk()
        /// Who tried how often; guarded by the mutex.
        let attempts = Mutex(AttemptBook())
        let news = JournalNews()
        /// What hashing a new password costs.
        let cost: Scrypt.Cost
        let decoy: PasswordHash

        init(cost: Scrypt.Cost, entropy: any EntropySource) {
            self.cost = cost
            decoy = PasswordHash(decoyFrom: entropy, cost: cost)
        }
    }

    /// The room on a database; secrets of second factors are sealed in this box.
    public init(
        database: any Database, journal: Journal, secrets: SecretBox, register: EnterpriseRegister,
        work: NamedWork = .none, clock: any WallClock, entropy: any EntropySource
    ) {
        self.init(
            database: database, journal: journal, secrets: secrets, register: register, work: work, clock: clock,
            entropy: entropy, hashingMemoryLogarithm: Scrypt.Cost.standard.logarithm)
    }

    /// The same with another cost of hashing, so that tests of the package need not wait a quarter of a second for each
    /// password.
    package init(
        database: any Database, journal: Journal, secrets: SecretBox, register: EnterpriseRegister,
        work: NamedWork = .none, clock: any WallClock, entropy: any EntropySource, hashingMemoryLogarithm: Int
    ) {
        self.database = database
        self.secrets = secrets
        self.register = register
        self.work = work
        self.journal = journal
        self.clock = clock
        self.entropy = entropy
        let standard = Scrypt.Cost.standard
        shared = Shared(
            cost: Scrypt.Cost(
                logarithm: hashingMemoryLogarithm, blockSize: standard.blockSize, parallelism: standard.parallelism),
            entropy: entropy)
    }

    /// Admits a person at once, for the founding of an installation and for demonstrations. Without a password they
    /// can only come in by the demonstration's page.
    ///
    /// Refuses with `AdmissionRefusal`, or with `SignInRefusal.busy` when too many passwords are being hashed.
    ///
    /// - Parameter owesPassword: Whether the person shall choose another password before anything else.
    public func admit(_ person: Person, password: String?, owesPassword: Bool = false) async throws {
        var hash: PasswordHash?
        if let password {
            do { try PasswordRule.check(password, for: person.login) } catch {
                throw AdmissionRefusal.password(error)
            }
            hash = try await hashed(password)
        }
        let (stored, now, journal) = (hash, clock.now(), journal)
        try await database.write { access in
            let isTaken =
                try People.person(person.id, in: access) != nil
                || People.person(login: person.login, in: access) != nil
            guard !isTaken else { throw AdmissionRefusal.alreadyAdmitted }
            try People.enter(person, passwordHash: stored, owesPassword: owesPassword, at: now, in: access)
            try journal.append(
                PersonAdmitted(person: person.id, role: person.role), about: FactSubject(reference: person.id.text),
                by: .system("access"), in: access)
        }
    }

    /// A password as it is stored. Refuses with `SignInRefusal.busy`.
    func hashed(_ password: String) async throws -> PasswordHash {
        let (salt, cost) = (entropy.bytes(PasswordHash.saltBytes), shared.cost)
        let hash: PasswordHash?
        do { hash = try await shared.desk.run { PasswordHash(of: password, salt: salt, cost: cost) } } catch {
            throw SignInRefusal.busy
        }
        guard let hash else { throw HashingFailed() }
        return hash
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

    /// Where the journal's news end: what was read of facts before they go on still holds.
    public func journalNewsEnd() async throws -> Int64 { try await database.read { try shared.news.end($0) } }

    /// A name that nobody can foretell, for a file while it comes in.
    public func freshName() -> String { entropy.bytes(16).hex }

    /// Whether the database answers; for the health page.
    public func isAnswering() async -> Bool {
        (try? await database.read { access in try People.count(access) }) != nil
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
