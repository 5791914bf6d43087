import Dispatch
import Synchronization
import Testing

@testable import Access

struct HashingDeskTests {
    /// Counts how many are inside at once.
    private final class Room: Sendable {
        private let state = Mutex((inside: 0, most: 0))
        var most: Int { state.withLock { $0.most } }

        func enter() {
            state.withLock { state in
                state.inside += 1
                state.most = max(state.most, state.inside)
            }
        }

        func leave() {
            state.withLock { $0.inside -= 1 }
        }
    }

    @Test func `two hash at a time, thirty-two wait, the next is refused, all others are served`() async throws {
        let desk = HashingDesk()
        let room = Room()
        let gate = DispatchSemaphore(value: 0)
        let taken = HashingDesk.runningMax + HashingDesk.waitingMax
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<taken {
                group.addTask {
                    try await desk.run {
                        room.enter()
                        gate.wait()
                        room.leave()
                        return number
                    }
                }
            }
            while desk.load != (HashingDesk.runningMax, HashingDesk.waitingMax) { await Task.yield() }
            await #expect(throws: HashingDesk.Busy.self) { try await desk.run { 0 } }
            for _ in 0..<taken { gate.signal() }
            let served = try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            #expect(served == Set(0..<taken))
        }
        #expect(room.most == HashingDesk.runningMax)
        while desk.load.running > 0 { await Task.yield() }
        #expect(try await desk.run { 7 } == 7)
    }
}
