import Kernel
import Persistence
import Testing

@testable import Devices

struct DevicesChecksTests {
    /// One conversation done, one refused, one running, two waiting, one superseded.
    private func livedStage() async throws -> DevicesStage {
        let stage = try await DevicesStage()
        stage.link.connect(["M1", "M2", "M3"], at: stage.clock.now())
        for number in 1...3 { try await stage.ask(.readTime, of: number) }
        try await stage.look()
        try stage.answer(1, 9012, "ExeRtn=1")
        try stage.answer(2, 9011, "QnRtn=2")
        try await stage.look()
        for number in [3, 3, 4] { try await stage.ask(.setTime, of: number) }
        try await stage.look()
        return stage
    }

    @Test func `what was lived through verifies`() async throws {
        let stage = try await livedStage()
        #expect(try await stage.differences() == [])
        try await stage.restarted().runner.recover()
        #expect(try await stage.differences() == [])
    }

    @Test(arguments: [
        ("UPDATE devices_conversation SET outcome = 'exe-2' WHERE state = 'done'", "is not what was journalled"),
        ("UPDATE devices_conversation SET reason = 'x' WHERE state = 'queued'", "is not what was journalled"),
        ("UPDATE devices_conversation SET tries = 9 WHERE state = 'refused'", "is not what was journalled"),
        ("DELETE FROM devices_conversation WHERE state = 'superseded'", "was journalled and is gone"),
        (
            "UPDATE devices_conversation SET state = 'accepted', device_number = 'M3' WHERE device_number = 'M4'",
            "device M3 runs more than one conversation"
        ),
    ])
    func `a row that was changed behind the journal's back is found`(statement: String, expected: String) async throws {
        let stage = try await livedStage()
        try await stage.database.write { access in _ = try access.execute(statement) }
        #expect(try await stage.differences().contains { $0.contains(expected) })
    }
}
