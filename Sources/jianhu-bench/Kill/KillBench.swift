import App
import Facts
import Foundation
import Gateway
import HJ212
import Kernel
import Persistence
import Simulator
import Synchronization

/// The promise of the gateway against the hardest end a process can have: `kill -9` at a random moment under load,
/// again and again; afterwards everything that was answered is stored, once, and the database verifies.
struct KillBench {
    let rounds: Int

    private static let outlets = 40
    private static let window = 4
    /// Simulated hours a round may use up: enough that no round runs dry.
    private static let hoursPerRound: Int64 = 24

    /// What the outside client knows.
    private struct Memory {
        /// Reports answered, by round and outlet.
        var answered: [[Int: Set<Report>]] = []
        var sent = 0
    }

    func run() async throws {
        try await TemporaryFolder.with { folder in
            let share = try BenchShare.folder(in: folder)
            let order = ServeOrder(file: folder + "/bench.sqlite", share: share, outlets: Self.outlets)
            let end = SystemClock().now().startOfHour
            let start = ContinuousClock.now
            var memory = Memory()
            for round in 0..<rounds {
                let from = end.adding(hours: -Self.hoursPerRound * Int64(rounds - round))
                memory = try await killed(order, from: from, memory)
                if round % 20 == 19 { BenchProgress.say("kill: \(round + 1) of \(rounds) rounds") }
            }
            let took = (ContinuousClock.now - start).seconds
            try await examine(order, memory, end: end, seconds: took)
        }
    }

    /// One life of the program: killed at a random moment while frames are in flight.
    private func killed(_ order: ServeOrder, from: Instant, _ memory: Memory) async throws -> Memory {
        var memory = memory
        let child = try ChildProcess(.serve(order))
        let doors = try await child.message(ServeOrder.Doors.self)
        let answered = Mutex<[Int: Set<Report>]>([:])
        let traffic = SimulatedTraffic(plan(port: doors.gateway, from: from)) { outlet, report in
            answered.withLock { _ = $0[outlet.number, default: []].insert(report) }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await traffic.run() }
            let answers = Int.random(in: 1...1_500)
            let patience = ContinuousClock.now + .seconds(10)
            while traffic.counts.answered < answers, ContinuousClock.now < patience {
                try await Task.sleep(for: .milliseconds(1))
            }
            try await Task.sleep(for: .microseconds(Int.random(in: 0...4_000)))
            child.kill()
            group.cancelAll()
        }
        memory.answered.append(answered.withLock { $0 })
        memory.sent += traffic.counts.sent
        return memory
    }

    private func plan(port: Int, from: Instant) -> TrafficPlan {
        var plan = TrafficPlan(
            city: BenchSources.city, outlets: 0..<Self.outlets, port: port, from: from)
        plan.until = from.adding(hours: Self.hoursPerRound)
        plan.kinds = [.minute]
        plan.pace = .catchingUp
        plan.window = Self.window
        return plan
    }

    /// Hands in again everything that can have been sent. What was answered must be known already; afterwards there are
    /// exactly as many frames as were handed in, and the database verifies.
    private func examine(_ order: ServeOrder, _ memory: Memory, end: Instant, seconds: Double) async throws {
        let platform = try await Platform.open(
            file: order.file, share: order.share, clock: SystemClock(), entropy: SystemEntropy(),
            logger: BenchStage.logger)
        var (lost, answeredCount, handedIn) = (0, 0, 0)
        for (round, answered) in memory.answered.enumerated() {
            let from = end.adding(hours: -Self.hoursPerRound * Int64(rounds - round))
            for number in 0..<Self.outlets {
                let known = answered[number] ?? []
                let reports = Self.possiblySent(BenchSources.city.outlet(number), from: from, answered: known)
                let verdicts = try await platform.intake.store(Self.arrivals(reports, number))
                answeredCount += known.count
                handedIn += reports.count
                lost += zip(reports, verdicts).count { known.contains($0) && $1 != .alreadyStored }
            }
        }
        let stored = try await Self.storedFrames(platform)
        let reports = try await Verification.run(file: order.file, share: order.share)
        var line = BenchLine("kill")
        line.add("rounds", rounds)
        line.add("sent", memory.sent)
        line.add("answered", answeredCount)
        line.add("answered_and_lost", lost)
        line.add("stored_twice", stored - handedIn)
        line.add("checks", reports.count)
        line.add("differences", reports.map(\.differenceCount).reduce(0, +))
        line.add("seconds", seconds)
        line.add("runs", 1)
        line.print()
        guard lost == 0, stored == handedIn, reports.allSatisfy({ $0.differenceCount == 0 }) else {
            throw BenchFault("an answered frame is not stored exactly once, or the database does not verify")
        }
    }

    /// The reports of a round up to the last answered one and a window further: a logger sends in order.
    private static func possiblySent(
        _ outlet: SimulatedOutlet, from: Instant, answered: Set<Report>
    ) -> [Report] {
        var report = outlet.report(.minute, startingBy: from.adding(minutes: -2))
        while outlet.sendingTime(of: report) < from { report = outlet.report(after: report) }
        let last = answered.map(\.dataTime).max()
        var reports: [Report] = []
        var behind = 0
        while behind < window {
            if last.map({ report.dataTime > $0 }) ?? true { behind += 1 }
            reports.append(report)
            report = outlet.report(after: report)
        }
        return reports
    }

    private static func arrivals(_ reports: [Report], _ number: Int) -> [Arrival] {
        let now = SystemClock().now()
        var scanner = FrameScanner()
        for report in reports { scanner.append(BenchSources.city.outlet(number).frame(of: report)) }
        return scanner.finish().map { Arrival(event: $0, receivedAt: now, remote: "benchmark") }
    }

    /// The frames of all journalled batches; `verify` shows that the batches have exactly these.
    private static func storedFrames(_ platform: Platform) async throws -> Int {
        try await platform.database.read { access in
            var count = 0
            try Journal.forEachEntry(access) { entry in count += try entry.fact(FramesReceived.self)?.count ?? 0 }
            return count
        }
    }
}
