import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct GroupCommitTests {
    private static func commit(
        _ intake: RecordingIntake, perCommit: Int = 100, waiting: Int = 100, metrics: GatewayMetrics = GatewayMetrics(),
        log: RecordingLog = RecordingLog()
    ) -> GroupCommit {
        GroupCommit(
            intake: intake, arrivalsPerCommitMax: perCommit, waitingMax: waiting, metrics: metrics,
            log: BoundedLog(logger: log.logger, clock: FixedClock()))
    }

    /// Holds a first transaction, lets one caller for each hand-in queue up in order, then lets all go.
    private func outcomes(
        _ handIns: [[Arrival]], _ commit: GroupCommit, _ intake: RecordingIntake, _ metrics: GatewayMetrics
    ) async throws -> [Result<[IntakeVerdict], any Error>] {
        try await commit.serve { await queued(handIns, commit, intake, metrics) }
    }

    private func queued(
        _ handIns: [[Arrival]], _ commit: GroupCommit, _ intake: RecordingIntake, _ metrics: GatewayMetrics
    ) async -> [Result<[IntakeVerdict], any Error>] {
        await withTaskGroup(of: (Int, Result<[IntakeVerdict], any Error>).self) { group in
            for (place, handIn) in handIns.enumerated() {
                group.addTask {
                    do { return (place, .success(try await commit.store(handIn))) } catch {
                        return (place, .failure(error))
                    }
                }
                if place == 0 { await intake.begun(1) }
                while metrics.counts.handInsWaiting < place { await Task.yield() }
            }
            await intake.release()
            var outcomes: [Int: Result<[IntakeVerdict], any Error>] = [:]
            for await (place, outcome) in group { outcomes[place] = outcome }
            return handIns.indices.compactMap { outcomes[$0] }
        }
    }

    @Test(arguments: [(100, [1, 12]), (5, [1, 4, 4, 4]), (2, [1, 2, 2, 2, 2, 2, 2])])
    func `who waits for a transaction shares the next one up to its limit`(perCommit: Int, sizes: [Int]) async throws {
        let intake = RecordingIntake(held: true)
        let metrics = GatewayMetrics()
        let commit = Self.commit(intake, perCommit: perCommit, metrics: metrics)
        // One arrival goes first; then six callers with a new and a repeated frame each.
        let handIns =
            try [[SampleFrames.arrival(0)]]
            + (1...6).map { [try SampleFrames.arrival($0), try SampleFrames.arrival(0)] }
        let verdicts = try await outcomes(handIns, commit, intake, metrics).map { try $0.get() }
        #expect(verdicts == [[.stored]] + Array(repeating: [.stored, .alreadyStored], count: 6))
        let batches = await intake.batches
        #expect(batches.map(\.count) == sizes)
        #expect(Array(batches.joined()) == Array(handIns.joined()))
        #expect(metrics.counts.commits == sizes.count)
        #expect(metrics.counts.handInsWaiting == 0)
    }

    @Test func `a hand-in that cannot be stored fails alone`() async throws {
        let intake = RecordingIntake(held: true, poison: "BAD000000000000000000000")
        let metrics = GatewayMetrics()
        let log = RecordingLog()
        let commit = Self.commit(intake, metrics: metrics, log: log)
        let handIns = try (0...4).map {
            [try SampleFrames.arrival($0, mn: $0 == 2 ? "BAD000000000000000000000" : SampleFrames.mn)]
        }
        let outcomes = try await outcomes(handIns, commit, intake, metrics)
        #expect(outcomes.map { (try? $0.get()) == [.stored] } == [true, true, false, true, true])
        #expect(log.lines.count == 1)
        #expect(metrics.counts.commitFailures == 2)
    }

    @Test func `more callers than may wait are refused and the others are served`() async throws {
        let intake = RecordingIntake(held: true)
        let metrics = GatewayMetrics()
        let commit = Self.commit(intake, waiting: 1, metrics: metrics)
        let one = try SampleFrames.arrival(1)
        let two = try SampleFrames.arrival(2)
        try await commit.serve {
            async let first = commit.store([one])
            await intake.begun(1)
            async let waiting = commit.store([two])
            while metrics.counts.handInsWaiting < 1 { await Task.yield() }
            await #expect(throws: TooManyWaiting.self) { try await commit.store([one]) }
            await intake.release()
            let verdicts = try await [first, waiting]
            #expect(verdicts == [[.stored], [.stored]])
        }
    }

    @Test func `who hands in after the end is refused, not left waiting`() async throws {
        let intake = RecordingIntake()
        let commit = Self.commit(intake)
        let verdicts = try await commit.serve { try await commit.store([SampleFrames.arrival(1)]) }
        #expect(verdicts == [.stored])
        await #expect(throws: CancellationError.self) { try await commit.store([SampleFrames.arrival(2)]) }
        let batches = await intake.batches
        #expect(batches.count == 1)
    }

    @Test func `a hand-in that fits no transaction is a programmer's error`() async throws {
        await #expect(processExitsWith: .failure) {
            let commit = Self.commit(RecordingIntake(), perCommit: 1)
            _ = try await commit.store([SampleFrames.arrival(1), SampleFrames.arrival(2)])
        }
    }
}
