import Facts
import Kernel
import Persistence
import Testing

@testable import Access

/// Resets of administrators wait for a second administrator.
struct ResetTests {
    private static let bureau = OrganisationID(checked: "BUREAU")
    private static let (system, security, audit) = (
        PersonID(checked: "A1"), PersonID(checked: "S1"), PersonID(checked: "U1")
    )
    private static let password = "a lake is a mirror"

    private func stage() async throws -> AccessStage {
        let stage = try await AccessStage(.real)
        try await stage.room.record(
            try Organisation(id: Self.bureau, name: "市局（示例）", kind: .cityBureau), by: .system("test"))
        for (id, post) in [
            ("A1", .administrator), ("S1", .securityAdministrator), ("S2", .securityAdministrator),
            ("U1", .auditAdministrator), ("C1", .cityOfficer),
        ] as [(String, Person.Post)] {
            let example = Person.example(id, post)
            try await stage.room.admit(
                Person(
                    id: example.id, login: example.login, name: example.name, post: post, organisation: Self.bureau),
                password: id == "A1" ? Self.password : nil)
        }
        return stage
    }

    @Test(arguments: AdministratorReset.What.allCases)
    func `alone the security administrator changes nothing of another administrator`(
        what: AdministratorReset.What
    ) async throws {
        let stage = try await stage()
        let factor = try await stage.enrol(.example("A1", .administrator), password: Self.password)
        #expect(!factor.codes.isEmpty)
        await #expect(throws: AccessRefusal.confirmationNeeded) {
            switch what {
            case .password: _ = try await stage.room.resetPassword(of: Self.system, by: .person(Self.security))
            case .secondFactor: try await stage.room.resetSecondFactor(of: Self.system, by: .person(Self.security))
            }
        }
        try await stage.room.askReset(what, of: Self.system, by: Self.security)
        #expect(try await stage.room.resets().map(\.what) == [what])
        #expect(try await stage.room.signIn(login: "a1", password: Self.password).owed == .code, "nothing happened yet")
        for (by, refusal) in [
            (Self.security, .oneself), (PersonID(checked: "S2"), .otherKindNeeded), (Self.system, .oneself),
            (PersonID(checked: "C1"), .otherKindNeeded),
        ] as [(PersonID, AccessRefusal)] {
            await #expect(throws: refusal) { try await stage.room.confirmReset(what, of: Self.system, by: by) }
        }
        let session = try await stage.room.signIn(login: "a1", password: Self.password)
        let start = try await stage.room.confirmReset(what, of: Self.system, by: Self.audit)
        #expect((start != nil) == (what == .password))
        #expect(try await stage.room.visitor(token: session.token) == nil, "sessions end")
        if let start {
            #expect(try await stage.room.signIn(login: "a1", password: start).owed == .code)
        } else {
            #expect(try await stage.room.secondFactor(of: Self.system).since == nil)
        }
        await #expect(throws: AccessRefusal.noReset) {
            try await stage.room.confirmReset(what, of: Self.system, by: Self.audit)
        }
        let settled = try #require(try await stage.facts(AdministratorResetSettled.kind).first)
        #expect(settled.author == .person(Self.audit))
        #expect(
            try settled.fact(AdministratorResetSettled.self)
                == AdministratorResetSettled(
                    person: Self.system, what: what.rawValue, askedBy: Self.security, outcome: "confirmed"))
        #expect(try await stage.facts(AdministratorResetAsked.kind).map(\.author) == [.person(Self.security)])
    }

    @Test func `a reset lapses after a day, and is refused by whoever it is about`() async throws {
        let stage = try await stage()
        try await stage.room.askReset(.password, of: Self.system, by: Self.security)
        try await stage.room.refuseReset(.password, of: Self.system, by: Self.system)
        #expect(try await stage.room.resets().isEmpty)
        #expect(
            try await stage.facts(AdministratorResetSettled.kind).map {
                try $0.fact(AdministratorResetSettled.self)?.outcome
            } == ["refused"])
        try await stage.room.askReset(.password, of: Self.system, by: Self.security)
        stage.clock.pass(minutes: 24 * 60 - 1)
        #expect(try await stage.room.resets().count == 1)
        stage.clock.pass(minutes: 1)
        for act in [
            stage.room.confirmReset,
            {
                try await stage.room.refuseReset($0, of: $1, by: $2); return nil
            },
        ] {
            await #expect(throws: AccessRefusal.noReset) { try await act(.password, Self.system, Self.audit) }
        }
        await #expect(throws: AccessRefusal.oneself) {
            try await stage.room.askReset(.password, of: Self.security, by: Self.security)
        }
        await #expect(throws: AccessRefusal.noSecondFactor) {
            try await stage.room.askReset(.secondFactor, of: Self.audit, by: Self.security)
        }
    }

    @Test func `taking the role away for a moment is no way around, nor is granting it to somebody known`()
        async throws
    {
        let stage = try await stage()
        let second = try await stage.room.propose(
            name: "第二位", login: Login(checked: "second"), role: .administrator, in: Self.bureau,
            by: .person(Self.system))
        _ = try await stage.room.grant(.administrator, to: second.id, by: Self.security)
        _ = try await stage.room.grant(.cityOfficer, to: second.id, by: Self.security)
        await #expect(throws: AccessRefusal.confirmationNeeded) {
            try await stage.room.resetPassword(of: second.id, by: .person(Self.security))
        }
        let officer = PersonID(checked: "C1")
        _ = try await stage.room.resetPassword(of: officer, by: .person(Self.security))
        await #expect(throws: AccessRefusal.entryNeeded) {
            try await stage.room.grant(.administrator, to: officer, by: Self.security)
        }
        // The machine's operator helps at once.
        _ = try await stage.room.resetPassword(of: Self.system, by: .system("command-line"))
    }

    @Test(arguments: Role.allCases, Role.allCases)
    func `an administration is granted to whom the system administrator entered for it, or who had it`(
        entered: Role, asked: Role
    ) throws {
        let person = Person.example("X", try #require(Self.post(entered)))
        for held in [[], [asked]] as [Set<Role>] {
            let isFine = !asked.isAdministration || entered == asked || held.contains(asked)
            let refusal: AccessRefusal? = {
                do throws(AccessRefusal) {
                    try AdministrationRule.checkEntry(of: person, for: asked, held: held)
                    return nil
                } catch { return error }
            }()
            #expect(refusal == (isFine ? nil : .entryNeeded))
        }
    }

    private static func post(_ role: Role) -> Person.Post? {
        switch role {
        case .cityOfficer: .cityOfficer
        case .branchOfficer: .branchOfficer(RegionCode(checked: "330602"))
        case .enterpriseManager: .enterpriseManager(EnterpriseID(checked: "E1"))
        case .liaison: .liaison
        case .administrator: .administrator
        case .securityAdministrator: .securityAdministrator
        case .auditAdministrator: .auditAdministrator
        }
    }
}
