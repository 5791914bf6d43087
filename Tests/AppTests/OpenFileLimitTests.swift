import Testing

@testable import App

struct OpenFileLimitTests {
    @Test func `what the system does not allow is refused by the name of what can be lowered`() throws {
        let refusal = try #require(
            #expect(throws: OpenFileLimit.Refusal.self) {
                try OpenFileLimit.makeRoom(forConnections: 4_000_000_000, of: "--connections")
            })
        #expect(refusal.description.hasPrefix("--connections 4000000000 needs 4000000512 open files"))
    }

    @Test func `room for few connections is there`() throws {
        try OpenFileLimit.makeRoom(forConnections: 1)
    }
}
