import HJ212
import Kernel
import Monitoring

/// Hands frames of the past to the reception that also stands behind the gateway, many in one transaction: the same
/// scanner, the same storing and judging, but no line and no waiting for answers.
struct DemoUpload: Sendable {
    let monitoring: MonitoringRoom

    /// As many frames are made durable at once.
    private static let framesOfBatch = 1_000

    /// What was sent, and when it came.
    struct Sent: Sendable {
        let frame: [UInt8]
        let receivedAt: Instant
    }

    /// A frame of the demonstration that was not stored, with what became of it.
    struct NotStored: Error {
        let verdict: FrameVerdict
    }

    /// Stores frames in their order; throws when one of them is set aside.
    func store(_ sent: [Sent]) async throws {
        for start in stride(from: 0, to: sent.count, by: Self.framesOfBatch) {
            var scanner = FrameScanner()
            let arrivals = sent[start..<min(start + Self.framesOfBatch, sent.count)].flatMap { sent -> [FrameArrival] in
                scanner.append(sent.frame)
                var arrivals: [FrameArrival] = []
                while let event = scanner.next() {
                    arrivals.append(FrameArrival(event: event, receivedAt: sent.receivedAt, remote: "127.0.0.1"))
                }
                return arrivals
            }
            for verdict in try await monitoring.store(arrivals) {
                if case .quarantined = verdict { throw NotStored(verdict: verdict) }
            }
        }
    }
}
