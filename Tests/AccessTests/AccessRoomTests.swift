import Facts
import Kernel
import Persistence
import SQLitePersistence
import Testing

@testable import Access

struct AccessRoomTests {
    private let person = Person.example("P1", .cityOfficer)
    private let password = "a lake is a mirror"

    private func stage() async throws -> AccessStage {
        let stage = try await AccessStage()
        try await stage.room.admit(person, password: password)
        return stage
    }

    @Test func `a password opens a session, known by its digest only`() async throws {
        let stage = try await stage()
        let session = try await stage.room.signIn(login: " P1 ", password: password)
        let visitor = try await stage.room.visitor(token: session.token)
        #expect(visitor == Visitor(actor: person.actor, csrfToken: session.csrfToken, proof: .session, owed: nil))
        let stored = try await stage.database.read { try $0.rows("SELECT token_hash FROM access_session") }
        #expect(try stored.map { try $0.blob("token_hash") } == [Digest256(of: session.token).bytes])
        let facts = try await stage.facts(PersonSignedIn.kind)
        #expect(try facts.first?.fact(PersonSignedIn.self) == PersonSignedIn(person: person.id, way: "password"))
    }

    @Test(arguments: [("p1", "wrong wrong wrong"), ("nobody", "a lake is a mirror"), ("", ""), ("p2", "")])
    func `a wrong password, an unknown login and a person without password are one refusal`(
        login: String, password: String
    ) async throws {
        let stage = try await stage()
        try await stage.room.admit(.example("P2", .administrator), password: nil)
        await #expect(throws: SignInRefusal.wrongLoginOrPassword) {
            try await stage.room.signIn(login: login, password: password)
        }
    }

    @Test func `five failures close the login even for the right password, and time opens it again`() async throws {
        let stage = try await stage()
        for _ in 1...5 {
            await #expect(throws: SignInRefusal.wrongLoginOrPassword) {
                try await stage.room.signIn(login: "p1", password: "guess guess guess")
            }
        }
        let until = stage.clock.now().adding(minutes: 30)
        for login in ["p1", " P1"] {
            await #expect(throws: SignInRefusal.locked(until: until)) {
                try await stage.room.signIn(login: login, password: password)
            }
        }
        #expect(try await stage.facts(SignInRefused.kind).count == 1)
        stage.clock.pass(minutes: 30)
        _ = try await stage.room.signIn(login: "p1", password: password)
    }

    @Test func `refusals of unknown logins share one line a minute in the journal, without the name`() async throws {
        let stage = try await stage()
        for login in ["x1", "x2", "my password"] {
            _ = try? await stage.room.signIn(login: login, password: "guess guess guess")
        }
        let facts = try await stage.facts(SignInRefused.kind)
        #expect(try facts.map { try $0.fact(SignInRefused.self) } == [SignInRefused(person: nil)])
        #expect(facts.first?.subject == FactSubject())
    }

    /// Minutes between visits, and whether the session still holds at the end.
    @Test(
        arguments: [
            ([29], true), ([30], false), ([29, 29, 29], true), ([29, 31], false),
            (Array(repeating: 20, count: 35), true), (Array(repeating: 20, count: 36), false),
        ] as [([Int64], Bool)])
    func `a session ends after thirty idle minutes and after twelve hours`(pauses: [Int64], holds: Bool) async throws {
        let stage = try await stage()
        let session = try await stage.room.openSession(for: person.id, way: .demonstration)
        var isOpen = true
        for pause in pauses {
            stage.clock.pass(minutes: pause)
            isOpen = try await stage.room.visitor(token: session.token) != nil
        }
        #expect(isOpen == holds)
    }

    @Test func `a stream's look at the session does not keep it open`() async throws {
        let stage = try await stage()
        let session = try await stage.room.openSession(for: person.id, way: .demonstration)
        stage.clock.pass(minutes: 20)
        #expect(try await stage.room.isOpen(token: session.token))
        stage.clock.pass(minutes: 10)
        #expect(try await !stage.room.isOpen(token: session.token))
    }

    @Test func `signing out closes this session and no other`() async throws {
        let stage = try await stage()
        let first = try await stage.room.openSession(for: person.id, way: .demonstration)
        let second = try await stage.room.openSession(for: person.id, way: .demonstration)
        #expect(first.token != second.token)
        try await stage.room.signOut(token: first.token)
        #expect(try await stage.room.visitor(token: first.token) == nil)
        #expect(try await stage.room.visitor(token: second.token) != nil)
    }

    @Test func `one person has twenty sessions at most`() async throws {
        let stage = try await stage()
        let first = try await stage.room.openSession(for: person.id, way: .demonstration)
        for _ in 1...SessionStore.perPersonMax {
            stage.clock.pass(minutes: 1)
            _ = try await stage.room.openSession(for: person.id, way: .demonstration)
        }
        #expect(try await stage.room.visitor(token: first.token) == nil)
        let rows = try await stage.database.read { try $0.rows("SELECT person_id FROM access_session") }
        #expect(rows.count == SessionStore.perPersonMax)
    }

    @Test(arguments: [Installation.Purpose.real, nil])
    func `the demonstration's way in is closed on any other database`(purpose: Installation.Purpose?) async throws {
        let stage = try await AccessStage(purpose)
        try await stage.room.admit(person, password: nil)
        await #expect(throws: AccessRoom.NotADemonstration.self) {
            try await stage.room.openSession(for: person.id, way: .demonstration)
        }
    }

    @Test func `nobody is admitted twice or with a weak password, and nothing is half written`() async throws {
        let stage = try await stage()
        let sameLogin = Person(
            id: PersonID(checked: "P9"), login: person.login, name: "示例", post: .administrator)
        let attempts: [(Person, String?, AdmissionRefusal)] = [
            (person, nil, .alreadyAdmitted), (sameLogin, nil, .alreadyAdmitted),
            (.example("P8", .administrator), "short", .password(.tooShort)),
        ]
        for (person, password, refusal) in attempts {
            await #expect(throws: refusal) { try await stage.room.admit(person, password: password) }
        }
        #expect(try await stage.room.people() == [person])
        #expect(try await stage.facts(PersonAdmitted.kind).count == 1)
    }

    @Test func `the administrator reads sign-ins and refusals, newest first`() async throws {
        let stage = try await stage()
        _ = try await stage.room.openSession(for: person.id, way: .demonstration)
        stage.clock.pass(minutes: 1)
        _ = try? await stage.room.signIn(login: "p1", password: "guess guess guess")
        let records = try await stage.room.recentSignIns(limit: 10)
        #expect(records.map(\.outcome) == [.refused, .signedIn(way: "demonstration")])
        #expect(records.map(\.person) == [person.id, person.id])
    }
}
