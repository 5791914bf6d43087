import Synchronization
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct GatewayServerTests {
    /// What happened, in its order.
    private final class Diary: Sendable {
        private let kept = Mutex<[String]>([])

        var entries: [String] { kept.withLock { $0 } }

        func note(_ entry: String) { kept.withLock { $0.append(entry) } }
    }

    @Test func `an answer leaves only after the frame is durable`() async throws {
        let intake = RecordingIntake(held: true)
        let diary = Diary()
        try await withGateway(intake) { server, port in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await LoopbackDevice.with(port: port) { line in
                        try await line.send(try SampleFrames.frame(1))
                        for answered in await line.answeredQNs(1) { diary.note(answered) }
                    }
                }
                await intake.begun(1)
                // Round trips through the gateway while the commit is held: time for an answer that comes too soon.
                for _ in 0..<20 {
                    try await LoopbackDevice.with(port: port) { line in
                        try await line.finishSending()
                        let answer = await line.answer()
                        #expect(answer == nil)
                    }
                }
                #expect(server.metrics.counts.answersSent == 0)
                diary.note("durable")
                await intake.release()
                try await group.waitForAll()
            }
            #expect(diary.entries == ["durable", SampleFrames.qn(1)])
            #expect(server.metrics.counts.answersSent == 1)
        }
    }

    @Test func `glued, halved and repeated frames of one line are answered in order`() async throws {
        let intake = RecordingIntake()
        try await withGateway(intake) { _, port in
            try await LoopbackDevice.with(port: port) { line in
                let last = try SampleFrames.frame(3)
                try await line.send(
                    try SampleFrames.frame(1) + SampleFrames.frame(2) + SampleFrames.frame(1) + last[..<40])
                let glued = await line.answeredQNs(3)
                #expect(glued == [1, 2, 1].map(SampleFrames.qn))
                try await line.send(Array(last[40...]))
                let halved = await line.answeredQNs(1)
                #expect(halved == [SampleFrames.qn(3)])
            }
        }
        let labels = await intake.labels
        #expect(labels == [1, 2, 1, 3].map(SampleFrames.qn))
    }

    @Test func `a frame sent again over a new line is answered again`() async throws {
        try await withGateway(RecordingIntake()) { server, port in
            for _ in 0..<2 {
                let answered = try await LoopbackDevice.with(port: port) { line in
                    try await line.send(try SampleFrames.frame(1))
                    return await line.answeredQNs(1)
                }
                #expect(answered == [SampleFrames.qn(1)])
            }
            #expect(server.metrics.counts.framesStored == 1)
            #expect(server.metrics.counts.framesRepeated == 1)
        }
    }

    @Test func `who ends its sending side still gets its answers`() async throws {
        try await withGateway(RecordingIntake()) { _, port in
            try await LoopbackDevice.with(port: port) { line in
                try await line.send(try SampleFrames.frame(1) + SampleFrames.frame(2))
                try await line.finishSending()
                let answered = await line.answeredQNs(3)
                #expect(answered == [1, 2].map(SampleFrames.qn))
            }
        }
    }

    @Test func `many lines share transactions`() async throws {
        let intake = RecordingIntake(held: true)
        try await withGateway(intake) { server, port in
            try await withThrowingTaskGroup(of: [String].self) { group in
                for number in 0..<40 {
                    group.addTask {
                        try await LoopbackDevice.with(port: port) { line in
                            try await line.send(try SampleFrames.frame(number))
                            return await line.answeredQNs(1)
                        }
                    }
                    if number == 0 { await intake.begun(1) }
                }
                while server.metrics.counts.handInsWaiting < 39 { await Task.yield() }
                await intake.release()
                let answered = try await group.reduce(into: Set<String>()) { $0.formUnion($1) }
                #expect(answered == Set((0..<40).map(SampleFrames.qn)))
            }
            #expect(server.metrics.counts.commits == 2)
        }
    }

    @Test func `frames that cannot be stored close their line without an answer`() async throws {
        let intake = RecordingIntake(refusesAll: true)
        let log = RecordingLog()
        try await withGateway(intake, log: log) { server, port in
            for _ in 0..<3 {
                let answer = try await LoopbackDevice.with(port: port) { line in
                    try await line.send(try SampleFrames.frame(1))
                    return await line.answer()
                }
                #expect(answer == nil)
            }
            #expect(server.metrics.counts.answersSent == 0)
            #expect(server.metrics.counts.commitFailures == 3)
            await intake.recover()
            let answered = try await LoopbackDevice.with(port: port) { line in
                try await line.send(try SampleFrames.frame(1))
                return await line.answeredQNs(1)
            }
            #expect(answered == [SampleFrames.qn(1)])
        }
        #expect(log.lines.count { $0.contains(BoundedLog.Occasion.commitFailed.rawValue) } == 1)
    }
}
