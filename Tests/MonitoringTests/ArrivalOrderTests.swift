import Facts
import HJ212
import Kernel
import TestMaterial
import Testing

@testable import Monitoring

/// Two values for one (outlet, command, data time, factor): any order of arrival, any cutting into batches and any
/// repetition must lead to one state.
struct ArrivalOrderTests {
    /// One hour's frames: what they say and their QN. Different texts of one QN are different frames.
    static let sets: [[(items: String, qn: String?)]] = [
        [
            ("a21026-ZsAvg=50,a21026-Flag=N", "20261123010000000"), ("a21026-ZsAvg=20", "20261123010000001"),
            ("a21026-ZsAvg=90", nil), ("a21002-ZsAvg=10", "20261123020000000"), ("a21026-ZsAvg=60", nil),
        ],
        [
            ("a21026-ZsAvg=50", "20261123010000000"), ("a21026-ZsAvg=51", "20261123010000000"),
            ("a21026-ZsAvg=20", "20261123010000000"), ("a21026-ZsAvg=52,a21026-Flag=M", "20261123010000000"),
            ("a01012-Avg=98", "20261123010000000"),
        ],
        [("a21026-ZsAvg=50", nil), ("a21026-ZsAvg=51", nil), ("a21026-ZsAvg=20", nil), ("a21026-ZsAvg=NF", nil)],
        [("a21026-ZsAvg=50", "1"), ("a21026-ZsAvg=20", "20261123010000000"), ("a21026-ZsAvg=51", "abc")],
    ]

    private static func permutations<Element>(_ elements: [Element]) -> [[Element]] {
        guard elements.count > 1 else { return [elements] }
        return elements.indices.flatMap { index in
            var rest = elements
            let first = rest.remove(at: index)
            return permutations(rest).map { [first] + $0 }
        }
    }

    /// Sends the frames in batches of random size.
    private func send(_ frames: [Frame], to stage: MonitoringStage, _ chance: inout SeededGenerator) async throws {
        var rest = frames[...]
        while !rest.isEmpty {
            let size = Int.random(in: 1...rest.count, using: &chance)
            try await stage.store(Array(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
    }

    /// The QN and digest of the frame that must be effective: what the text of issue and method say, told again.
    private func winner(among frames: [Frame]) -> Frame? {
        let naming = frames.filter { frame in frame.items.contains { $0.factor == "a21026" } }
        let qn = naming.map { $0.header.qn?.text ?? "" }.max { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return naming.filter { ($0.header.qn?.text ?? "") == qn }
            .max { Digest256(of: $0.bytes) < Digest256(of: $1.bytes) }
    }

    @Test(arguments: sets.indices) func `every order of arrival gives one state`(index: Int) async throws {
        let frames = try Self.sets[index].map { try WireFrame.hour("20261123000000", $0.items, qn: $0.qn) }
        let stage = try await MonitoringStage()
        var chance = SeededGenerator(seed: UInt64(index))
        var first: [String]?
        for order in Self.permutations(frames) {
            try await stage.clear()
            try await send(order + [order[Int.random(in: order.indices, using: &chance)]], to: stage, &chance)
            let state = try await stage.state()
            let before = first ?? state
            #expect(state == before)
            first = before
        }
        let won = try #require(winner(among: frames))
        let effective = try await stage.lines(
            "hex(frame_sha256) AS line FROM monitoring_hour WHERE pollutant = 'a21026'")
        #expect(effective == [Digest256(of: won.bytes).hex.uppercased()])
        #expect(try await stage.differences().isEmpty)
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `shuffled days with repetitions give one state`(seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let frames = try (0..<60).compactMap { _ in
            let letter = "xxcmn".randomElement(using: &chance) ?? "x"
            return try WireFrame.hour(
                Int.random(in: 0..<20, using: &chance), letter, qn: Int.random(in: 0..<6, using: &chance))
        }
        let stage = try await MonitoringStage()
        try await stage.store(frames)
        let whole = try await stage.state()
        for _ in 1...3 {
            try await stage.clear()
            try await send((frames + frames.prefix(20)).shuffled(using: &chance), to: stage, &chance)
            #expect(try await stage.state() == whole, "seed \(seed)")
            #expect(try await stage.differences().isEmpty, "seed \(seed)")
        }
        #expect(try await stage.standing() == stage.expected(), "seed \(seed)")
    }
}
