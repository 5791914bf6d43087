public import Facts
public import Kernel
public import Persistence
import Synchronization

/// What an authenticator app needs to know, shown once at the enrolment.
public struct FactorEnrolment: Sendable, Equatable {
    /// The secret in letters, in groups of four.
    public let letters: String
    /// What the QR code holds.
    public let address: String
}

/// Where somebody's second factor stands.
public struct FactorStanding: Sendable, Equatable {
    /// Since when it counts; nil when there is none.
    public let since: Instant?
    /// How many recovery codes are left.
    public let recoveryCodesLeft: Int
}

extension AccessRoom {
    /// Begins an enrolment, or shows the one that was begun. Refuses with `AccessRefusal.alreadyEnrolled`.
    public func enrolment(of person: PersonID) async throws -> FactorEnrolment {
        let (now, secrets, fresh) = (clock.now(), secrets, entropy.bytes(OneTimeCode.secretBytes))
        return try await database.write { access in
            guard let known = try People.person(person, in: access) else { throw AccessRefusal.unknownPerson }
            let stored = try SecondFactorStore.stored(of: person, with: secrets, in: access)
            guard stored?.confirmedAt == nil else { throw AccessRefusal.alreadyEnrolled }
            let secret = stored?.secret ?? fresh
            if stored == nil { try SecondFactorStore.begin(fresh, of: person, at: now, with: secrets, in: access) }
            return FactorEnrolment(
                letters: Base32.text(of: secret).inGroupsOfFour,
                address: OneTimeCode.address(of: known.login, secret: secret))
        }
    }

    /// Confirms an enrolment by a code; the second factor counts from now on, in this session too. The recovery codes
    /// are given out once; only digests stay. Refuses with `AccessRefusal`.
    public func confirmEnrolment(of person: PersonID, code typed: String, token: String?) async throws -> [String] {
        let (now, secrets, journal) = (clock.now(), secrets, journal)
        let code = typed.filter(\.isNumber)
        let codes = (0..<SecondFactorStore.recoveryCodes).map { _ in Base32.text(of: entropy.bytes(10)) }
        let key = Self.attemptKey(codeOf: person)
        if let until = shared.attempts.withLock({ $0.begin(key, at: now) }) {
            throw SignInRefusal.locked(until: until)
        }
        try await database.write { access in
            guard let stored = try SecondFactorStore.stored(of: person, with: secrets, in: access) else {
                throw AccessRefusal.noSecondFactor
            }
            guard stored.confirmedAt == nil else { throw AccessRefusal.alreadyEnrolled }
            let step = OneTimeCode.acceptedStep(typed: code, secret: stored.secret, at: now, after: stored.lastStep)
            guard let step, try SecondFactorStore.take(step, of: person, in: access) else {
                throw AccessRefusal.wrongCode
            }
            try SecondFactorStore.confirm(
                of: person, recoveryCodes: codes.map { Digest256(of: $0) }, at: now, in: access)
            if let token { try SessionStore.markFactor(Digest256(of: token), at: now, in: access) }
            try journal.append(
                SecondFactorChanged(person: person, change: "enrolled"), about: FactSubject(reference: person.text),
                by: .person(person), in: access)
        }
        shared.attempts.withLock { $0.succeed(key) }
        return codes.map(\.inGroupsOfFour)
    }

    /// Takes somebody's second factor away; their sessions end. For the security administrator and the operator of the
    /// machine, and never for oneself; of those who administer, or did, it waits (`askReset`).
    public func resetSecondFactor(of person: PersonID, by author: FactAuthor) async throws {
        let journal = journal
        guard .person(person) != author else { throw AccessRefusal.oneself }
        try await database.write { access in
            guard try People.person(person, in: access) != nil else { throw AccessRefusal.unknownPerson }
            try Self.checkDirectReset(of: person, by: author, in: access)
            guard try SecondFactorStore.remove(of: person, in: access) else { throw AccessRefusal.noSecondFactor }
            try SessionStore.closeAll(of: person, in: access)
            try journal.append(
                SecondFactorChanged(person: person, change: "reset"), about: FactSubject(reference: person.text),
                by: author, in: access)
        }
    }

    /// Where somebody's second factor stands.
    public func secondFactor(of person: PersonID) async throws -> FactorStanding {
        try await database.read { access in
            FactorStanding(
                since: try SecondFactorStore.confirmed(access)[person],
                recoveryCodesLeft: try SecondFactorStore.recoveryCodesLeft(of: person, in: access))
        }
    }

    /// Everybody with a second factor, and since when it counts.
    public func secondFactors() async throws -> [PersonID: Instant] {
        try await database.read { try SecondFactorStore.confirmed($0) }
    }

    /// Whether the database holds a sealed secret, so that it needs its key file.
    public static func holdsSealedSecrets(in access: any ReadAccess) throws -> Bool {
        try SecondFactorStore.holdsSealed(access)
    }

    /// Seals what an older key of the key file sealed; tells how many, and how many secrets do not open. Doing it
    /// again changes nothing.
    ///
    /// - Throws: `SecretBox.Refusal.foreignKey` when the key file lacks a key that is in use.
    public func sealSecrets(in access: any WriteAccess) throws -> (sealedAnew: Int, broken: Int) {
        let (changed, broken) = try SecondFactorStore.sealAnew(with: secrets, in: access)
        return (changed, broken)
    }
}
