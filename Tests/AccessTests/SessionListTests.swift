import Facts
import Kernel
import Persistence
import SQLitePersistence
import Testing

@testable import Access

struct SessionListTests {
    private let person = Person.example("P1", .cityOfficer)
    private let other = Person.example("P2", .cityOfficer)
    private let password = "a lake is a mirror"

    private func stage() async throws -> AccessStage {
        let stage = try await AccessStage(.real)
        for each in [person, other] { try await stage.room.admit(each, password: password) }
        return stage
    }

    @Test func `a list tells from where and since when, and nothing that opens a session`() async throws {
        let stage = try await stage()
        let origin = VisitOrigin(address: "10.1.2.3", agent: "示例浏览器")
        let session = try await stage.room.signIn(login: "p1", password: password, from: origin)
        let listed = try await stage.room.sessions(of: person.id)
        #expect(listed.map(\.origin) == [origin] && listed.map(\.since) == [stage.clock.now()])
        let reference = try #require(listed.first?.reference)
        #expect(reference == stage.room.reference(ofSession: session.token))
        #expect(!session.token.contains(reference))
        #expect(try await stage.room.visitor(token: reference) == nil)
        #expect(try await stage.room.sessions(of: other.id) == [])
    }

    @Test func `people end one or all others of their own, and nobody else's`() async throws {
        let stage = try await stage()
        var tokens: [String] = []
        for _ in 1...3 { tokens.append(try await stage.room.signIn(login: "p1", password: password).token) }
        let foreign = try await stage.room.signIn(login: "p2", password: password).token
        let reference = stage.room.reference(ofSession: foreign)
        await #expect(throws: AccessRefusal.unknownSession) {
            try await stage.room.endSession(reference, of: person.id, by: person.id)
        }
        try await stage.room.endSession(stage.room.reference(ofSession: tokens[0]), of: person.id, by: person.id)
        #expect(try await stage.room.visitor(token: tokens[0]) == nil)
        #expect(try await stage.room.endSessions(of: person.id, but: tokens[1], by: person.id) == 1)
        #expect(try await stage.room.visitor(token: tokens[1]) != nil)
        #expect(try await stage.room.visitor(token: tokens[2]) == nil)
        #expect(try await stage.room.visitor(token: foreign) != nil)
        let facts = try await stage.facts(SessionsEnded.kind)
        #expect(facts.count == 2 && facts.allSatisfy { $0.author == .person(person.id) })
    }

    @Test func `the audit tells who did what when from where, newest first, page by page`() async throws {
        let stage = try await stage()
        let origin = VisitOrigin(address: "10.1.2.3", agent: "")
        _ = try await stage.room.signIn(login: "p1", password: password, from: origin)
        _ = try? await stage.room.signIn(login: "p2", password: "guess guess guess", from: origin)
        for number in 1...5 {
            try await stage.room.note(
                AccessEvent(
                    at: stage.clock.now(), person: other.id, way: .token, address: "::1", path: "/cases/\(number)",
                    status: 200))
        }
        let all = try await stage.room.events(AuditFilter(limit: 100))
        #expect(all.map(\.number) == [7, 6, 5, 4, 3, 2, 1])
        #expect(all.suffix(2).map(\.status) == [401, 200] && all.suffix(2).allSatisfy { $0.address == "10.1.2.3" })
        #expect(all.suffix(2).map(\.person) == [other.id, person.id])
        let page = try await stage.room.events(AuditFilter(beginning: "/cases/", before: 6, limit: 2))
        #expect(page.map(\.path) == ["/cases/3", "/cases/2"])
        #expect(try await stage.room.events(AuditFilter(person: person.id, limit: 9)).map(\.number) == [1])
        let today = stage.clock.now().civil.date
        #expect(try await stage.room.events(AuditFilter(from: today, until: today, limit: 9)).count == 7)
        #expect(try await stage.room.events(AuditFilter(from: today.adding(days: 1), limit: 9)) == [])
        #expect(try await stage.room.events(AuditFilter(until: today.adding(days: -1), limit: 9)) == [])
        let facts = try await stage.room.journalEntries(AuditFilter(beginning: "access.person-admitted", limit: 9))
        #expect(facts.map(\.kind) == [PersonAdmitted.kind, PersonAdmitted.kind])
        let own = try await stage.room.journalEntries(AuditFilter(person: person.id, limit: 9))
        #expect(own.map(\.kind) == [PersonSignedIn.kind])
    }
}
