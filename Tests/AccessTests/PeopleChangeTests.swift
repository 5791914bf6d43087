import Facts
import Kernel
import Persistence
import SQLitePersistence
import Testing

@testable import Access

/// People come, are granted roles, and leave.
struct PeopleChangeTests {
    private static let bureau = OrganisationID(checked: "BUREAU")
    private static let branch = OrganisationID(checked: "BRANCH")
    private static let security = PersonID(checked: "S1")
    private static let system = PersonID(checked: "A1")

    private func stage() async throws -> AccessStage {
        let stage = try await AccessStage(.real)
        let organisations = [
            try Organisation(id: Self.bureau, name: "市局（示例）", kind: .cityBureau),
            try Organisation(
                id: Self.branch, name: "分局（示例）", kind: .branch, region: RegionCode(checked: "330602")),
        ]
        for organisation in organisations { try await stage.room.record(organisation, by: .system("test")) }
        try await stage.room.admit(.example("S1", .securityAdministrator), password: nil)
        try await stage.room.admit(.example("A1", .administrator), password: nil)
        return stage
    }

    private func officer(_ stage: AccessStage, _ login: String) async throws -> Person {
        let person = try await stage.room.propose(
            name: login, login: Login(checked: login), role: .branchOfficer, in: Self.branch, by: .person(Self.system))
        _ = try await stage.room.grant(.branchOfficer, to: person.id, by: Self.security)
        return try #require(try await stage.room.person(person.id))
    }

    private func assignDuty(_ stage: AccessStage) async throws {
        let now = stage.clock.now()
        let duty = Duty(
            id: DutyID(checked: "D1"), kind: "supervision.accept", reference: "C1", role: .branchOfficer,
            enterprise: EnterpriseID(checked: "E1"), region: RegionCode(checked: "330602"), since: now,
            due: now.adding(hours: 4))
        try await stage.database.write { try DutyBook.assign(duty, in: $0) }
    }

    @Test func `who is entered comes in only after the grant, with a start password that must be changed`() async throws
    {
        let stage = try await stage()
        let person = try await stage.room.propose(
            name: "新人", login: Login(checked: "new"), role: .branchOfficer, in: Self.branch,
            by: .person(Self.system))
        #expect(person.standing == .proposed)
        let start = try #require(try await stage.room.grant(.branchOfficer, to: person.id, by: Self.security))
        let session = try await stage.room.signIn(login: "new", password: start)
        #expect(session.owed == .password)
        #expect(session.actor.scope == .regions([RegionCode(checked: "330602")]))
        let chosen = "four words beside the lake"
        await #expect(throws: AccessRefusal.wrongPassword) {
            try await stage.room.changePassword(of: person.id, from: "guess", to: chosen, token: session.token)
        }
        await #expect(throws: AccessRefusal.samePassword) {
            try await stage.room.changePassword(of: person.id, from: start, to: start, token: session.token)
        }
        await #expect(throws: AdmissionRefusal.password(.tooShort)) {
            try await stage.room.changePassword(of: person.id, from: start, to: "short", token: session.token)
        }
        let other = try await stage.room.signIn(login: "new", password: start)
        try await stage.room.changePassword(of: person.id, from: start, to: chosen, token: session.token)
        #expect(try await stage.room.visitor(token: session.token)?.owed == nil)
        #expect(try await stage.room.visitor(token: other.token) == nil, "other sessions end with the password")
        await #expect(throws: SignInRefusal.wrongLoginOrPassword) {
            try await stage.room.signIn(login: "new", password: start)
        }
        #expect(try await stage.room.grant(.branchOfficer, to: person.id, by: Self.security) == nil)
    }

    /// A role that is granted, to whom, by whom, and the refusal.
    @Test(
        arguments: [
            ("cityOfficer", "S1", "S1", .noOrganisation), ("auditAdministrator", "X", "S1", .unknownPerson),
            ("branchOfficer", "B", "S1", .roleElsewhere), ("auditAdministrator", "B", "B", .oneself),
        ] as [(String, String, String, AccessRefusal)])
    func `grants that are refused`(role: String, to: String, by: String, refusal: AccessRefusal) async throws {
        let stage = try await stage()
        let person = try await stage.room.propose(
            name: "市局人员", login: Login(checked: "bureau"), role: .cityOfficer, in: Self.bureau,
            by: .person(Self.system))
        _ = try await stage.room.grant(.cityOfficer, to: person.id, by: Self.security)
        let roles: [String: Role] = [
            "cityOfficer": .cityOfficer, "auditAdministrator": .auditAdministrator, "branchOfficer": .branchOfficer,
        ]
        func id(_ text: String) -> PersonID { text == "B" ? person.id : PersonID(checked: text) }
        await #expect(throws: refusal) {
            try await stage.room.grant(try #require(roles[role]), to: id(to), by: id(by))
        }
    }

    @Test func `who was one kind of administrator is never another, even years later`() async throws {
        let stage = try await stage()
        let person = try await stage.room.propose(
            name: "轮岗人员", login: Login(checked: "turn"), role: .auditAdministrator, in: Self.bureau,
            by: .person(Self.system))
        _ = try await stage.room.grant(.auditAdministrator, to: person.id, by: Self.security)
        await #expect(throws: AccessRefusal.lastAdministrator) {
            try await stage.room.grant(.cityOfficer, to: person.id, by: Self.security)
        }
        let second = try await stage.room.propose(
            name: "第二位", login: Login(checked: "second"), role: .auditAdministrator, in: Self.bureau,
            by: .person(Self.system))
        _ = try await stage.room.grant(.auditAdministrator, to: second.id, by: Self.security)
        _ = try await stage.room.grant(.cityOfficer, to: person.id, by: Self.security)
        await #expect(throws: AccessRefusal.otherAdministration) {
            try await stage.room.grant(.administrator, to: person.id, by: Self.security)
        }
        _ = try await stage.room.grant(.auditAdministrator, to: person.id, by: Self.security)
    }

    @Test func `open duties need a successor while nobody else has the post`() async throws {
        let stage = try await stage()
        let (leaver, own) = (try await officer(stage, "first"), DutyID(checked: "D1"))
        try await assignDuty(stage)
        #expect(try await stage.room.openDuties(of: leaver) == 1)
        await #expect(throws: AccessRefusal.successorNeeded) {
            try await stage.room.leave(leaver.id, successor: nil, because: "调离", by: Self.system)
        }
        let successor = try await officer(stage, "second")
        for unfit in [leaver.id, Self.security, PersonID(checked: "nobody")] {
            await #expect(throws: AccessRefusal.successorUnfit) {
                try await stage.room.leave(leaver.id, successor: unfit, because: "调离", by: Self.system)
            }
        }
        let duties = try await stage.room.leave(leaver.id, successor: successor.id, because: "调离", by: Self.system)
        #expect(duties == [own])
        let handOvers = try await stage.room.handOvers(to: successor.id)
        #expect(handOvers.map(\.from) == [leaver.id] && handOvers.map(\.duties) == [[own]])
        #expect(try await stage.room.openDuties(of: successor) == 1, "the duty is still open, for the successor's post")
    }

    @Test func `with the leaving everything ends: sign-in, sessions, tokens, certificates, second factor`() async throws
    {
        let stage = try await stage()
        let leaver = try await officer(stage, "first")
        let start = try await stage.room.resetPassword(of: leaver.id, by: .person(Self.security))
        let session = try await stage.room.signIn(login: "first", password: start)
        let token = try await stage.room.issueToken(
            for: leaver.id, label: "示例", reach: .read, narrowing: .none, days: 1, by: .system("test"))
        _ = try await stage.room.enrolment(of: leaver.id)
        try await stage.room.record(
            OfficerCertificate(
                number: CertificateNumber(checked: "C-1"), person: leaver.id, validFrom: CivilDate(dayNumber: 20_000),
                validTo: CivilDate(dayNumber: 30_000)), by: .person(Self.system))
        #expect(try await stage.room.visitor(bearer: token.secret) != nil)
        await #expect(throws: AccessRefusal.oneself) {
            try await stage.room.leave(Self.system, successor: nil, because: "自己", by: Self.system)
        }
        try await stage.room.leave(leaver.id, successor: nil, because: "退休", by: Self.system)
        #expect(try await stage.room.visitor(token: session.token) == nil)
        #expect(try await stage.room.visitor(bearer: token.secret) == nil)
        #expect(try await stage.room.certificates().allSatisfy { $0.withdrawnAt != nil })
        await #expect(throws: SignInRefusal.wrongLoginOrPassword) {
            try await stage.room.signIn(login: "first", password: start)
        }
        await #expect(throws: AccessRoom.UnknownPerson.self) {
            try await stage.room.openSession(for: leaver.id, way: .password)
        }
        for again in 1...2 {
            await #expect(throws: AccessRefusal.hasLeft, "\(again)") {
                try await stage.room.leave(leaver.id, successor: nil, because: "退休", by: Self.system)
            }
        }
        let fact = try #require(try await stage.facts(PersonLeft.kind).first)
        #expect(fact.author == .person(Self.system))
        #expect(
            try fact.fact(PersonLeft.self)
                == PersonLeft(
                    person: leaver.id, successor: nil, duties: [], sessionsEnded: 1, tokensEnded: 1, reason: "退休"))
        #expect(try await stage.room.person(leaver.id)?.standing == .left)
    }

    @Test func `the last administrator of a kind does not leave`() async throws {
        let stage = try await stage()
        await #expect(throws: AccessRefusal.lastAdministrator) {
            try await stage.room.leave(Self.security, successor: nil, because: "调离", by: Self.system)
        }
    }
}
