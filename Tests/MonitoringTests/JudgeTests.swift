import Facts
import HJ212
import Kernel
import Persistence
import TestMaterial
import Testing

@testable import Monitoring

struct JudgeTests {
    private static let kinds: Set<String> = [
        ExceedanceFound.kind, ExceedanceChanged.kind, ExceedanceWithdrawn.kind,
    ]

    /// The hours of a pattern as frames, later patterns with greater QN.
    private func frames(_ pattern: String, qn: Int) throws -> [Frame] {
        try pattern.enumerated().compactMap { try WireFrame.hour($0.offset, $0.element, qn: qn) }
    }

    /// What the journal says of exceedances, oldest first; episodes are named A, B, C … as they are found.
    private func news(_ stage: MonitoringStage) async throws -> [String] {
        try await stage.database.read { access in
            var names: [EpisodeID: String] = [:]
            return try Journal.entries(after: 0, kinds: Self.kinds, limit: 10_000, in: access).compactMap { entry in
                if let found = try entry.fact(ExceedanceFound.self) {
                    names[found.episode] = String("ABCDEFG".dropFirst(names.count).prefix(1))
                    return "found \(names[found.episode, default: "?"]) \(HourPattern.text(found.extent))"
                }
                if let changed = try entry.fact(ExceedanceChanged.self) {
                    return "changed \(names[changed.episode, default: "?"]) \(HourPattern.text(changed.extent))"
                }
                return try entry.fact(ExceedanceWithdrawn.self).map { withdrawn in
                    let heir = withdrawn.mergedInto.map { " into \(names[$0, default: "?"])" } ?? ""
                    return "withdrawn \(names[withdrawn.episode, default: "?"])\(heir)"
                }
            }
        }
    }

    @Test(
        arguments: [
            ("complies", ["c"], []),
            ("marked", ["mm"], []),
            ("grows", ["x", "-x"], ["found A 0–0/1", "changed A 0–1/2"]),
            ("grows backwards", ["-x", "x"], ["found A 1–1/1", "changed A 0–1/2"]),
            ("shrinks", ["xxx", "--c"], ["found A 0–2/3", "changed A 0–1/2"]),
            ("gets a mark inside", ["xxx", "-m"], ["found A 0–2/3", "changed A 0–2/2"]),
            ("splits", ["xxx", "-c"], ["found A 0–2/3", "changed A 0–0/1", "found B 2–2/1"]),
            ("joins", ["xcx", "-x"], ["found A 0–0/1", "found B 2–2/1", "changed A 0–2/3", "withdrawn B into A"]),
            (
                "joins over a mark", ["xcx", "-m"],
                ["found A 0–0/1", "found B 2–2/1", "changed A 0–2/2", "withdrawn B into A"]
            ),
            ("goes", ["x", "c"], ["found A 0–0/1", "withdrawn A"]),
            ("comes again as what it was", ["x", "c", "x"], ["found A 0–0/1", "withdrawn A", "changed A 0–0/1"]),
            (
                "comes again in part", ["xx-", "cc", "-xx"],
                ["found A 0–1/2", "withdrawn A", "changed A 1–2/2"]
            ),
            (
                "what grew into another stays there", ["xcx", "-x", "-c"],
                [
                    "found A 0–0/1", "found B 2–2/1", "changed A 0–2/3", "withdrawn B into A", "changed A 0–0/1",
                    "found C 2–2/1",
                ]
            ),
            ("moves on", ["xxc", "cxx"], ["found A 0–1/2", "changed A 1–2/2"]),
            ("the same value sent again", ["x", "x"], ["found A 0–0/1"]),
            (
                "an unchanged episode at the rim of the window", ["-xxcxxcxx", "c"],
                ["found A 1–2/2", "found B 4–5/2", "found C 7–8/2"]
            ),
        ] as [(String, [String], [String])])
    func `each change of the hours becomes the fact it is`(
        name: String, patterns: [String], expected: [String]
    ) async throws {
        let stage = try await MonitoringStage()
        for (number, pattern) in patterns.enumerated() { try await stage.store(try frames(pattern, qn: number)) }
        #expect(try await news(stage) == expected, "\(name)")
        #expect(try await stage.differences().isEmpty, "\(name)")
    }

    @Test(arguments: 1...25 as ClosedRange<UInt64>)
    func `after any history the episodes are what the rule finds in all hours at once`(seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let stage = try await MonitoringStage()
        for step in 0..<30 {
            let letters = (0..<Int.random(in: 1...4, using: &chance)).compactMap { _ in
                "xxxccmn".randomElement(using: &chance)
            }
            let frames = try letters.compactMap { letter in
                try WireFrame.hour(Int.random(in: 0..<24, using: &chance), letter, qn: step)
            }
            try await stage.store(frames)
            let (standing, expected) = (try await stage.standing(), try await stage.expected())
            #expect(standing == expected, "seed \(seed), step \(step)")
        }
        #expect(try await stage.differences().isEmpty, "seed \(seed)")
        try await expectFactsAndDecisionsAgree(stage, "seed \(seed)")
    }

    /// Folding the facts gives the standing episodes, and each one's newest decision came to just its extent.
    private func expectFactsAndDecisionsAgree(_ stage: MonitoringStage, _ comment: Comment) async throws {
        let (told, decided, standing) = try await stage.database.read { access in
            var told: [EpisodeID: ExceedanceExtent] = [:]
            for entry in try Journal.entries(after: 0, kinds: Self.kinds, limit: 10_000, in: access) {
                if let found = try entry.fact(ExceedanceFound.self) { told[found.episode] = found.extent }
                if let changed = try entry.fact(ExceedanceChanged.self) { told[changed.episode] = changed.extent }
                if let withdrawn = try entry.fact(ExceedanceWithdrawn.self) { told[withdrawn.episode] = nil }
            }
            var (decided, standing): ([EpisodeID: [ExceedanceExtent]], [EpisodeID: ExceedanceExtent]) = ([:], [:])
            try EpisodeStore.forEach(access) { episode in
                guard !episode.isWithdrawn else { return }
                standing[episode.id] = episode.extent
                let decision = try #require(
                    try DecisionLog.decision(episode.decision, scope: .city, in: access))
                decided[episode.id] = try CanonicalJSON.value(
                    StackHourExceedance.Outcome.self, from: decision.outcome
                ).episodes
            }
            return (told, decided, standing)
        }
        #expect(told == standing, comment)
        #expect(decided == standing.mapValues { [$0] }, comment)
    }

    @Test func `an hour that is not over waits, and is judged with the next frame beside it`() async throws {
        let stage = try await MonitoringStage()
        stage.clock.stand(at: HourPattern.hour(1).adding(minutes: -11))
        try await stage.store(try frames("x", qn: 1))
        #expect(try await stage.standing().isEmpty)
        #expect(try await stage.differences().isEmpty)
        stage.clock.stand(at: HourPattern.hour(2))
        try await stage.store(try frames("-c", qn: 2))
        #expect(HourPattern.text(try await stage.standing()) == "0–0/1")
        #expect(try await stage.differences().isEmpty)
    }
}
