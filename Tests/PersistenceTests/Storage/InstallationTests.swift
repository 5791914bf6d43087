import Kernel
import Persistence
import SQLitePersistence
import Testing

struct InstallationTests {
    @Test(arguments: [Installation.Purpose.demonstration, .real])
    func `a database learns once what it is for`(purpose: Installation.Purpose) async throws {
        let stage = try await TrunkStage()
        let now = stage.clock.now()
        #expect(try await stage.database.read { try Installation.purpose($0) } == nil)
        try await stage.database.write { try Installation.mark(purpose, at: now, in: $0) }
        for second in [Installation.Purpose.demonstration, .real] {
            await #expect(throws: (any Error).self) {
                try await stage.database.write { try Installation.mark(second, at: now, in: $0) }
            }
        }
        #expect(try await stage.database.read { try Installation.purpose($0) } == purpose)
        #expect(try await stage.database.read { try Installation.createdAt($0) } == now)
    }
}
