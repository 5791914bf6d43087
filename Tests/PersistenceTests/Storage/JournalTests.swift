import Facts
import Kernel
import Persistence
import SQLitePersistence
import Testing

struct JournalTests {
    @Test func `an entry is written as it is read, and keeps its commitment`() async throws {
        let stage = try await TrunkStage()
        let subject = FactSubject(
            enterprise: EnterpriseID(checked: "E01"), region: RegionCode(checked: "3306BH"), reference: "鉴湖-1")
        let past = stage.clock.now().adding(hours: -30)
        try await stage.database.write { [journal = stage.journal] access in
            let first = try journal.append(
                StageNote(number: 1), about: subject, by: .person(PersonID(checked: "P1")), occurredAt: past, in: access
            )
            let second = try journal.append(StageNote(number: 2), about: .city, by: .system("stage"), in: access)
            #expect((first, second) == (1, 2))
        }
        let entries = try await stage.entries()
        let (first, second) = (try #require(entries.first), try #require(entries.last))
        #expect(first.subject == subject && second.subject == .city)
        #expect((first.author.text, second.author.text) == ("person:P1", "system:stage"))
        #expect((first.occurredAt, first.recordedAt) == (past, stage.clock.now()))
        #expect(second.occurredAt == second.recordedAt)
        for entry in entries {
            let salt = try #require(entry.salt)
            #expect(salt.count == 16 && entry.factID.count == 32)
            #expect(entry.payload == Array(#"{"number":\#(entry.sequence)}"#.utf8))
            #expect(entry.commitment == JournalEntry.commitment(salt: salt, payload: try #require(entry.payload)))
        }
        #expect(first.salt != second.salt && first.factID != second.factID)
    }

    @Test func `numbers have no gap, whoever writes beside whom and whatever is taken back`() async throws {
        struct Refusal: Error {}
        let stage = try await TrunkStage()
        await withTaskGroup { group in
            for number in 0..<40 {
                group.addTask {
                    try? await stage.database.write { [journal = stage.journal] access in
                        try journal.append(StageNote(number: number), about: .city, by: .system("stage"), in: access)
                        try journal.append(StageNote(number: number), about: .city, by: .system("stage"), in: access)
                        if number.isMultiple(of: 4) { throw Refusal() }
                    }
                }
            }
        }
        let entries = try await stage.entries()
        #expect(entries.map(\.sequence) == Array(1...60))
        let numbers = try entries.compactMap { try $0.fact(StageNote.self)?.number }
        #expect(Set(numbers) == Set((0..<40).filter { !$0.isMultiple(of: 4) }))
        // What one transaction wrote stands together.
        #expect(stride(from: 0, to: 60, by: 2).allSatisfy { numbers[$0] == numbers[$0 + 1] })
        #expect(try await stage.database.read { try Journal.lastSequence($0) } == 60)
    }

    @Test(arguments: [
        ("stage", 0, true), ("stage", 2, true), ("stage", 3, false), ("stag", 0, false), ("stage.noted", 0, false),
    ])
    func `a room's facts are told from those of others`(room: String, after: Int64, expected: Bool) async throws {
        let stage = try await TrunkStage()
        try await stage.append([.city, .city, .city])
        let found = try await stage.database.read { try Journal.hasFacts(of: room, after: after, in: $0) }
        #expect(found == expected)
    }

    @Test(arguments: [(0, 2, [1, 2]), (1, 2, [2, 3]), (4, 5, [5]), (5, 5, []), (0, 0, [])])
    func `entries are read on behind a number`(after: Int64, limit: Int, sequences: [Int64]) async throws {
        let stage = try await TrunkStage()
        try await stage.append(Array(repeating: .city, count: 5))
        let found = try await stage.database.read { access in
            try Journal.entries(after: after, kinds: [StageNote.kind, "other", "third"], limit: limit, in: access)
        }
        #expect(found.map(\.sequence) == sequences)
        let others = try await stage.database.read { access in
            try Journal.entries(after: 0, kinds: ["other"], limit: 9, in: access)
        }
        #expect(others == [])
    }

    @Test func `a line feed in a reference is a programmer error`() async {
        await #expect(processExitsWith: .failure) {
            let journal = Journal(clock: StageClock(), entropy: CountingEntropy())
            let forged = FactSubject(reference: "C01\nauthor=person:P1")
            _ = try? journal.append(StageNote(number: 1), about: forged, by: .system("stage"), in: UnusedDatabase())
        }
    }
}
