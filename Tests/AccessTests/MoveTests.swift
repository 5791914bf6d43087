import Facts
import Kernel
import Persistence
import SQLitePersistence
import Testing

@testable import Access

/// People move from one organisation to another.
struct MoveTests {
    private static let (bureau, branch) = (OrganisationID(checked: "BUREAU"), OrganisationID(checked: "BRANCH"))
    private static let (security, system) = (PersonID(checked: "S1"), PersonID(checked: "A1"))

    private func stage() async throws -> (AccessStage, Person) {
        let stage = try await AccessStage(.real)
        for organisation in [
            try Organisation(id: Self.bureau, name: "市局（示例）", kind: .cityBureau),
            try Organisation(
                id: Self.branch, name: "分局（示例）", kind: .branch, region: RegionCode(checked: "330602")),
        ] { try await stage.room.record(organisation, by: .system("test")) }
        try await stage.room.admit(.example("S1", .securityAdministrator), password: nil)
        try await stage.room.admit(.example("A1", .administrator), password: nil)
        let person = try await stage.room.propose(
            name: "调动人员", login: Login(checked: "mover"), role: .branchOfficer, in: Self.branch,
            by: .person(Self.system))
        _ = try await stage.room.grant(.branchOfficer, to: person.id, by: Self.security)
        return (stage, person)
    }

    private func move(
        _ person: PersonID, to organisation: String = "BUREAU", as role: Role = .cityOfficer,
        successor: PersonID? = nil
    ) -> AccessRoom.Move {
        .init(
            person: person, organisation: OrganisationID(checked: organisation), role: role, successor: successor,
            reason: "轮岗")
    }

    @Test func `who moved signs in again with the grant, by the old password`() async throws {
        let (stage, person) = try await stage()
        let start = try await stage.room.resetPassword(of: person.id, by: .person(Self.security))
        let session = try await stage.room.signIn(login: "mover", password: start)
        let token = try await stage.room.issueToken(
            for: person.id, label: "示例", reach: .read, narrowing: .none, days: 1, by: .system("test"))
        try await stage.room.move(move(person.id), by: Self.system)
        #expect(try await stage.room.visitor(token: session.token) == nil)
        #expect(try await stage.room.visitor(bearer: token.secret) == nil)
        await #expect(throws: SignInRefusal.wrongLoginOrPassword) {
            try await stage.room.signIn(login: "mover", password: start)
        }
        let moved = try #require(try await stage.room.person(person.id))
        #expect(moved.standing == .proposed && moved.organisation == Self.bureau && moved.role == .cityOfficer)
        let checks = try await stage.database.read { try AccessRoom.checks.check($0) }
        #expect(checks.flatMap(\.differences) == [])
        #expect(try await stage.room.grant(.cityOfficer, to: person.id, by: Self.security) == nil)
        #expect(try await stage.room.signIn(login: "mover", password: start).actor.scope == .city)
        let fact = try #require(try await stage.facts(PersonMoved.kind).first)
        #expect(fact.author == .person(Self.system))
        #expect(
            try fact.fact(PersonMoved.self)
                == PersonMoved(
                    person: person.id, from: "BRANCH", to: "BUREAU", role: .cityOfficer, successor: nil, duties: [],
                    sessionsEnded: 1, tokensEnded: 1, reason: "轮岗"))
        let after = try await stage.database.read { try AccessRoom.checks.check($0) }
        #expect(after.flatMap(\.differences) == [])
    }

    @Test func `what somebody answers for by name goes to a colleague alone`() async throws {
        let (stage, person) = try await stage()
        let work = NamedWork { who, _ in
            who == person.id ? [.init(name: Phrase("任务", "task"), address: "/governance")] : []
        }
        let room = AccessRoom(
            database: stage.database, journal: stage.room.journal, secrets: stage.room.secrets,
            register: AccessStage.register, work: work, clock: stage.clock, entropy: CountingEntropy(),
            hashingMemoryLogarithm: 4)
        let other = OrganisationID(checked: "OTHER")
        try await room.record(
            try Organisation(id: other, name: "别的分局（示例）", kind: .branch, region: RegionCode(checked: "330602")),
            by: .system("test"))
        var next: [Person] = []
        for (name, place) in [("外单位", other), ("同单位", Self.branch)] {
            let one = try await room.propose(
                name: name, login: Login(checked: "p\(next.count)"), role: .branchOfficer, in: place,
                by: .person(Self.system))
            _ = try await room.grant(.branchOfficer, to: one.id, by: Self.security)
            next.append(one)
        }
        await #expect(throws: AccessRefusal.successorElsewhere) {
            try await room.rehearseLeaving(person.id, successor: next[0].id, by: Self.system)
        }
        await #expect(throws: AccessRefusal.successorElsewhere) {
            try await room.rehearse(move(person.id, successor: next[0].id), by: Self.system)
        }
        // Without a successor the work waits, and others hand over as before.
        try await room.rehearseLeaving(person.id, successor: nil, by: Self.system)
        try await room.rehearseLeaving(next[1].id, successor: next[0].id, by: Self.system)
        try await room.leave(person.id, successor: next[1].id, because: "离岗", by: Self.system)
        #expect(try await room.person(person.id)?.standing == .left)
    }

    @Test func `open duties need a successor, who hears of them`() async throws {
        let (stage, person) = try await stage()
        let now = stage.clock.now()
        let duty = Duty(
            id: DutyID(checked: "D1"), kind: "supervision.accept", reference: "C1", role: .branchOfficer,
            enterprise: EnterpriseID(checked: "E1"), region: RegionCode(checked: "330602"), since: now,
            due: now.adding(hours: 4))
        try await stage.database.write { try DutyBook.assign(duty, in: $0) }
        await #expect(throws: AccessRefusal.successorNeeded) {
            try await stage.room.move(move(person.id), by: Self.system)
        }
        let next = try await stage.room.propose(
            name: "接手人员", login: Login(checked: "next"), role: .branchOfficer, in: Self.branch,
            by: .person(Self.system))
        await #expect(throws: AccessRefusal.successorUnfit) {
            try await stage.room.move(move(person.id, successor: next.id), by: Self.system)
        }
        _ = try await stage.room.grant(.branchOfficer, to: next.id, by: Self.security)
        try await stage.room.move(move(person.id, successor: next.id), by: Self.system)
        #expect(try await stage.room.handOvers(to: next.id).map(\.duties) == [[duty.id]])
    }

    @Test func `moves that are refused change nothing`() async throws {
        let (stage, person) = try await stage()
        let refused: [(AccessRoom.Move, PersonID, AccessRefusal)] = [
            (move(person.id), person.id, .oneself), (move(PersonID(checked: "X")), Self.system, .unknownPerson),
            (move(person.id, to: "NOWHERE"), Self.system, .unknownOrganisation),
            (move(person.id, to: "BRANCH", as: .branchOfficer), Self.system, .sameOrganisation),
            (move(person.id, as: .branchOfficer), Self.system, .roleElsewhere),
            (move(Self.security), Self.system, .lastAdministrator),
        ]
        for (move, author, refusal) in refused {
            await #expect(throws: refusal) { try await stage.room.move(move, by: author) }
        }
        #expect(try await stage.facts(PersonMoved.kind).isEmpty)
        try await stage.room.leave(person.id, successor: nil, because: "退休", by: Self.system)
        await #expect(throws: AccessRefusal.hasLeft) {
            try await stage.room.move(move(person.id), by: Self.system)
        }
    }
}
