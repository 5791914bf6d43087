import Facts
import Kernel
import Persistence
import SQLitePersistence
import Testing

@testable import Access

struct SecondFactorTests {
    private let person = Person.example("P1", .administrator)
    private let password = "a lake is a mirror"

    private func stage() async throws -> AccessStage {
        let stage = try await AccessStage(.real)
        try await stage.room.admit(person, password: password)
        return stage
    }

    private func secret(_ enrolment: FactorEnrolment) throws -> [UInt8] {
        try AccessStage.secret(enrolment)
    }

    private func code(_ secret: [UInt8], _ stage: AccessStage, step: Int64 = 0) throws -> String {
        try #require(OneTimeCode.code(secret: secret, counter: OneTimeCode.step(at: stage.clock.now()) + step))
    }

    @Test func `an administrator owes an enrolment, then the code at each sign-in`() async throws {
        let stage = try await stage()
        let first = try await stage.room.signIn(login: "p1", password: password)
        #expect(first.owed == .secondFactor)
        let secret = try secret(try await stage.room.enrolment(of: person.id))
        let again = try self.secret(try await stage.room.enrolment(of: person.id))
        #expect(again == secret, "a page that is loaded again shows the same secret")
        await #expect(throws: AccessRefusal.wrongCode) {
            try await stage.room.confirmEnrolment(of: person.id, code: "000000", token: first.token)
        }
        let codes = try await stage.room.confirmEnrolment(
            of: person.id, code: try code(secret, stage), token: first.token)
        #expect(codes.count == 10 && Set(codes).count == 10)
        #expect(try await stage.room.visitor(token: first.token)?.owed == nil)
        await #expect(throws: AccessRefusal.alreadyEnrolled) { try await stage.room.enrolment(of: person.id) }

        let second = try await stage.room.signIn(login: "p1", password: password)
        #expect(second.owed == .code)
        #expect(try await stage.facts(PersonSignedIn.kind).count == 1, "who owes a code has not come in")
        await #expect(throws: SignInRefusal.wrongCode, "the code of the enrolment works once") {
            try await stage.room.showSecondFactor(try code(secret, stage), token: second.token)
        }
        stage.clock.pass(minutes: 1)
        let whole = try await stage.room.showSecondFactor(try code(secret, stage), token: second.token)
        #expect(whole.owed == nil && whole.token != second.token)
        #expect(try await stage.room.visitor(token: second.token) == nil, "the token from before counts no more")
        let fact = try await stage.facts(PersonSignedIn.kind).first?.fact(PersonSignedIn.self)
        #expect(fact == PersonSignedIn(person: person.id, way: "password-and-code"))
    }

    @Test func `a recovery code works once, in any case and grouping`() async throws {
        let stage = try await stage()
        let codes = try await stage.enrol(person, password: password).codes
        stage.clock.pass(minutes: 1)
        let typed = codes[3].lowercased().replacing(" ", with: "-")
        let session = try await stage.room.signIn(login: "p1", password: password)
        _ = try await stage.room.showSecondFactor(typed, token: session.token)
        #expect(try await stage.room.secondFactor(of: person.id).recoveryCodesLeft == 9)
        let other = try await stage.room.signIn(login: "p1", password: password)
        await #expect(throws: SignInRefusal.wrongCode) {
            try await stage.room.showSecondFactor(codes[3], token: other.token)
        }
    }

    @Test func `five wrong codes close the second step, and a half-open session ends after ten minutes`() async throws {
        let stage = try await stage()
        let secret = try await stage.enrol(person, password: password).secret
        stage.clock.pass(minutes: 1)
        let session = try await stage.room.signIn(login: "p1", password: password)
        for _ in 1...5 {
            await #expect(throws: SignInRefusal.wrongCode) {
                try await stage.room.showSecondFactor("000000", token: session.token)
            }
        }
        let until = stage.clock.now().adding(minutes: 30)
        await #expect(throws: SignInRefusal.locked(until: until)) {
            try await stage.room.showSecondFactor(try code(secret, stage), token: session.token)
        }
        #expect(stage.room.lockedUntil(person) == until)
        try await stage.room.unlock(person.id, by: PersonID(checked: "P2"))
        #expect(stage.room.lockedUntil(person) == nil)
        stage.clock.pass(minutes: 10)
        #expect(try await stage.room.visitor(token: session.token) == nil)
    }

    @Test func `another administrator resets it, nobody their own`() async throws {
        let stage = try await stage()
        _ = try await stage.enrol(person, password: password)
        await #expect(throws: AccessRefusal.oneself) {
            try await stage.room.resetSecondFactor(of: person.id, by: .person(person.id))
        }
        try await stage.room.resetSecondFactor(of: person.id, by: .system("test"))
        #expect(try await stage.room.sessions(of: person.id) == [])
        #expect(try await stage.room.signIn(login: "p1", password: password).owed == .secondFactor)
        #expect(try await stage.room.secondFactor(of: person.id) == FactorStanding(since: nil, recoveryCodesLeft: 0))
    }

    @Test func `secrets are sealed, recovery codes are digests, and a new key seals anew`() async throws {
        let stage = try await stage()
        let (secret, codes) = try await stage.enrol(person, password: password)
        let stored = try await stage.database.read { access in
            try access.row("SELECT sealed FROM access_second_factor")?.blob("sealed") ?? []
        }
        // Version, name of the key, nonce, the secret of 20 bytes, tag.
        #expect(stored.count == 53)
        #expect(!stored.hex.contains(secret.hex))
        let digests = try await stage.database.read { access in
            try access.rows("SELECT code_hash FROM access_recovery_code").map { try $0.digest("code_hash") }
        }
        let expected = codes.map { code in Digest256(of: code.replacing(" ", with: "")) }
        #expect(Set(digests) == Set(expected))
        let entropy = CountingEntropy()
        // The stage drew its key first from a source of the same kind.
        _ = entropy.bytes(32)
        let newer = SecretBox(keys: [.random(from: entropy), stage.key], entropy: entropy)
        let room = AccessRoom(
            database: stage.database, journal: stage.room.journal, secrets: newer,
            register: AccessStage.register, clock: stage.clock, entropy: entropy)
        let report = try await stage.database.write { try room.sealSecrets(in: $0) }
        #expect(report == (1, 0))
        #expect(try await stage.database.write { try room.sealSecrets(in: $0) } == (0, 0))
        let foreign = SecretBox(keys: [.random(from: entropy)], entropy: entropy)
        let stranger = AccessRoom(
            database: stage.database, journal: stage.room.journal, secrets: foreign,
            register: AccessStage.register, clock: stage.clock, entropy: entropy)
        await #expect(throws: SecretBox.Refusal.self) {
            try await stage.database.write { _ = try stranger.sealSecrets(in: $0) }
        }
    }

    @Test func `the one click of a demonstration owes nothing`() async throws {
        let stage = try await AccessStage(.demonstration)
        try await stage.room.admit(person, password: password)
        _ = try await stage.enrol(person, password: password)
        let session = try await stage.room.openSession(for: person.id, way: .demonstration)
        #expect(session.owed == nil)
        #expect(try await stage.room.signIn(login: "p1", password: password).owed == .code)
    }
}
