import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct GatewayAdmissionTests {
    @Test(arguments: [(["127.0.0.0/8"], true), (["10.8.0.0/16", "::/0"], false), (["192.0.2.1", "127.0.0.1"], true)])
    func `only listed addresses get in, and the refusal has one line in the log`(
        list: [String], isAllowed: Bool
    ) async throws {
        let settings = try GatewaySettings(port: 0, allowed: list.map { try AddressRange($0) })
        let log = RecordingLog()
        try await withGateway(RecordingIntake(), settings: settings, log: log) { server, port in
            for number in 1...3 {
                let isServed = (try? await LoopbackDevice.with(port: port) { await $0.isServed(number) }) ?? false
                #expect(isServed == isAllowed)
            }
            while !isAllowed, server.metrics.counts.connectionsRefused < 3 { await Task.yield() }
            #expect(server.metrics.counts.connectionsRefused == (isAllowed ? 0 : 3))
        }
        #expect(log.lines.count { $0.contains(BoundedLog.Occasion.addressForeign.rawValue) } == (isAllowed ? 0 : 1))
    }

    @Test func `who comes back too often in a minute is closed at once`() async throws {
        let settings = try GatewaySettings(port: 0, connectionsPerAddressPerMinuteMax: 5)
        let log = RecordingLog()
        try await withGateway(RecordingIntake(), settings: settings, log: log) { server, port in
            try await LoopbackDevice.with(port: port) { neighbour in
                let isServed = await neighbour.isServed(100)
                #expect(isServed)
                var served: [Bool] = []
                for number in 1...8 {
                    served.append((try? await LoopbackDevice.with(port: port) { await $0.isServed(number) }) ?? false)
                }
                #expect(served == [true, true, true, true, false, false, false, false])
                let isStillServed = await neighbour.isServed(101)
                #expect(isStillServed)
            }
            #expect(server.metrics.counts.connectionsRefused == 4)
        }
        #expect(log.lines.count { $0.contains(BoundedLog.Occasion.addressTooFast.rawValue) } == 1)
    }
}
