import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct BoundPortTests {
    @Test func `who asks before and after gets the same port, and the first outcome counts`() async throws {
        let bound = BoundPort()
        async let before = bound.port()
        bound.settle(.success(9_212))
        bound.settle(.success(1))
        #expect(try await before == 9_212)
        #expect(try await bound.port() == 9_212)
    }

    @Test func `a cancelled question ends and leaves the others waiting`() async throws {
        let bound = BoundPort()
        async let patient = bound.port()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await #expect(throws: CancellationError.self) { try await bound.port() } }
            group.cancelAll()
        }
        bound.settle(.success(9_212))
        #expect(try await patient == 9_212)
    }
}
