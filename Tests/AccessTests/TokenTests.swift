import Facts
import Kernel
import Persistence
import SQLitePersistence
import Testing

@testable import Access

struct TokenTests {
    private let officer = Person.example("P1", .cityOfficer)
    private let branch = Person.example("P2", .branchOfficer(RegionCode(checked: "330602")))
    private let administrator = Person.example("P3", .administrator)

    private func stage() async throws -> AccessStage {
        let stage = try await AccessStage(.real)
        for person in [officer, branch, administrator] { try await stage.room.admit(person, password: nil) }
        return stage
    }

    private func issue(
        _ stage: AccessStage, _ person: Person, _ reach: AccessToken.Reach = .read,
        _ narrowing: AccessToken.Narrowing = .none, days: Int = 1
    ) async throws -> (token: AccessToken, secret: String) {
        try await stage.room.issueToken(
            for: person.id, label: "示例", reach: reach, narrowing: narrowing, days: days, by: .system("test"))
    }

    @Test func `a token is its owner, kept as a digest, and nothing after its last day`() async throws {
        let stage = try await stage()
        let made = try await issue(stage, officer)
        let visitor = try #require(try await stage.room.visitor(bearer: made.secret))
        #expect(visitor.actor == officer.actor && visitor.proof == .token(.read) && visitor.owed == nil)
        let stored = try await stage.database.read { access in
            try access.row("SELECT token_hash FROM access_token")?.digest("token_hash")
        }
        #expect(stored == Digest256(of: made.secret))
        for wrong in ["", made.token.id.text, made.secret + "0", String(made.secret.dropLast())] {
            #expect(try await stage.room.visitor(bearer: wrong) == nil)
        }
        stage.clock.pass(minutes: 24 * 60 - 1)
        #expect(try await stage.room.visitor(bearer: made.secret) != nil)
        #expect(try await stage.room.tokens().first?.lastUsed == stage.clock.now())
        stage.clock.pass(minutes: 1)
        #expect(try await stage.room.visitor(bearer: made.secret) == nil)
    }

    @Test func `a narrowed token sees its part`() async throws {
        let stage = try await stage()
        let region = RegionCode(checked: "330603")
        let made = try await issue(stage, officer, .write, .region(region))
        #expect(try await stage.room.visitor(bearer: made.secret)?.actor.scope == .regions([region]))
        #expect(try await stage.room.tokens(of: officer.id).first?.narrowing == .region(region))
    }

    @Test func `a token that would reach further than its owner is not made`() async throws {
        let stage = try await stage()
        let foreign = AccessToken.Narrowing.region(RegionCode(checked: "330603"))
        let rows: [(Person, AccessToken.Reach, AccessToken.Narrowing, Int, AccessRefusal)] = [
            (branch, .read, foreign, 1, .narrowingUnseen), (administrator, .write, .none, 1, .tokenTooFar),
            (branch, .read, .none, 0, .tokenLife), (branch, .read, .none, 367, .tokenLife),
            (.example("P9", .cityOfficer), .read, .none, 1, .unknownPerson),
        ]
        for (person, reach, narrowing, days, refusal) in rows {
            await #expect(throws: refusal) { try await issue(stage, person, reach, narrowing, days: days) }
        }
        #expect(try await stage.room.tokens() == [])
    }

    @Test func `owners and the security administrator revoke, nobody else's`() async throws {
        let stage = try await stage()
        let made = try await issue(stage, officer)
        await #expect(throws: AccessRefusal.unknownToken) {
            try await stage.room.revokeToken(made.token.id, ownedBy: branch.id, by: branch.id)
        }
        #expect(try await stage.room.visitor(bearer: made.secret) != nil)
        try await stage.room.revokeToken(made.token.id, by: PersonID(checked: "S1"))
        #expect(try await stage.room.visitor(bearer: made.secret) == nil)
        await #expect(throws: AccessRefusal.unknownToken) {
            try await stage.room.revokeToken(made.token.id, by: officer.id)
        }
        #expect(try await stage.facts(TokenRevoked.kind).count == 1)
    }
}
