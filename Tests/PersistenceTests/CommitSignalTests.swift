import Facts
import Persistence
import SQLitePersistence
import Testing

struct CommitSignalTests {
    @Test(arguments: [(0, 0), (1, 1), (2, 1), (50, 1)])
    func `signals merge for whoever is slow`(fired: Int, seen: Int) async {
        let signal = CommitSignal()
        let (first, second) = (PendingSignals(signal), PendingSignals(signal))
        for _ in 0..<fired { signal.fire() }
        let late = PendingSignals(signal)
        #expect(await first.count() == seen)
        #expect(await second.count() == seen)
        #expect(await late.count() == 0)
        // Those who left do not keep others from being woken.
        let third = PendingSignals(signal)
        signal.fire()
        #expect(await third.count() == 1)
    }

    @Test func `a commit between two reads is not lost`() async throws {
        let stage = try await TrunkStage()
        var commits = stage.database.commits.stream().makeAsyncIterator()
        for sequence in 1...5 {
            try await stage.append([.city])
            await commits.next()
            #expect(try await stage.database.read { try Journal.lastSequence($0) } == Int64(sequence))
        }
    }
}
