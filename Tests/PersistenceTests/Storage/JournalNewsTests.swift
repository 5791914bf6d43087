import Facts
import Kernel
import Persistence
import SQLitePersistence
import Testing

/// A page made before a fact is not shown after it; a receipt of frames makes none anew.
struct JournalNewsTests {
    @Test func `every fact is news but a receipt of frames, whoever asks first`() async throws {
        let stage = try await TrunkStage()
        let (early, late) = (JournalNews(), JournalNews())
        let read = { (news: JournalNews) in try await stage.database.read { try news.end($0) } }
        #expect(try await read(early) == 0)
        try await receive(stage)
        #expect(try await read(early) == 0)
        try await stage.append([FactSubject()])
        try await receive(stage)
        #expect(try await read(early) == 2)
        // Who asks for the first time does not know what the newest entries are, and takes the end.
        #expect(try await read(late) == 3)
        try await receive(stage)
        #expect(try await read(early) == 2)
        #expect(try await read(late) == 3)
        try await stage.append([FactSubject()])
        #expect(try await read(early) == 5)
        #expect(try await read(late) == 5)
    }

    private func receive(_ stage: TrunkStage) async throws {
        try await stage.database.write { [journal = stage.journal] access in
            let receipt = FramesReceived(count: 1, root: Digest256(of: []))
            try journal.append(receipt, about: FactSubject(), by: .system("stage"), in: access)
        }
    }
}
