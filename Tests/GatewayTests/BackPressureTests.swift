import HJ212
import TestMaterial
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct BackPressureTests {
    @Test func `a slow intake stops the sender, and nothing that was taken is lost`() async throws {
        let intake = RecordingIntake(held: true)
        let settings = try GatewaySettings(port: 0)
        try await withGateway(intake, settings: settings) { server, port in
            let line = try LoopbackLine(port: port, sendBufferBytes: 32_768)
            let some = try (1...100).flatMap { try SampleFrames.frame($0) }
            let length = some.count / 100
            let stream = Array(repeatElement(some, count: 200).joined())
            let taken = try await OffPool.run { line.sentCountUntilBlocked(of: stream) }
            // What the gateway holds, and what this side's own kernel holds.
            let bound = settings.bufferedBytesMax + 12 * settings.readBytesMax + line.sendBufferBytes
            #expect(taken < stream.count && taken <= bound, "\(taken) of \(stream.count), bound \(bound)")
            #expect(server.metrics.counts.framesStored == 0)
            await intake.release()
            let answers = try await OffPool.run { () -> Int in
                line.finishSending()
                var scanner = FrameScanner()
                var count = 0
                while let bytes = line.receive() {
                    scanner.append(bytes)
                    while case .accepted = scanner.next() { count += 1 }
                }
                return count
            }
            #expect(answers == taken / length)
            #expect(server.metrics.counts.framesStored + server.metrics.counts.framesRepeated == taken / length)
        }
    }
}
