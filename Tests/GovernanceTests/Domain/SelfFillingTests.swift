import Kernel
import Testing

@testable import Governance

struct SelfFillingTests {
    @Test func `each task that fills itself is one of the policy's, and says why its facts show it`() throws {
        let filling = try SelfFilling(json: ShippedFile.bytes("policy/self-filling.json"))
        let policy = try #require(try ShippedFile.policy().document)
        #expect(filling.tasks.map(\.task) == [36, 49, 60])
        for line in filling.tasks {
            let task = try #require(policy.tasks.first { $0.number == line.task })
            #expect(!line.reason.zh.isEmpty && !line.reason.en.isEmpty && line.atLeast >= 1)
            // A task without an end is never fulfilled for good, one with an end is late unless it is fulfilled.
            #expect((line.fulfils ?? false) == (task.kind != .longTerm))
            #expect(line.standing(line.atLeast) == (task.kind == .longTerm ? .onTrack : .fulfilled))
            #expect(line.standing(line.atLeast - 1) == (task.kind == .longTerm ? .atRisk : nil))
        }
    }
}
