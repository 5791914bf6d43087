/// The signs of one frame, weighed by dialect.
struct DialectEvidence: Sendable, Equatable {
    let signs: [DialectSign]

    init(_ flagSigns: [DialectSign], _ others: [DialectSign]) {
        signs = flagSigns + others
    }

    func score(for dialect: Dialect) -> Int { signs.reduce(0) { $0 + $1.weight(for: dialect) } }

    /// What the signs show together.
    var dialect: Dialect { Self.verdict(over: [self]) }

    /// The dialect that the signs of some frames show together: the one that is ahead of every other by two, rests on
    /// at least two different signs, and on one that is not its Flag.
    ///
    /// 2025 and HJ 1404 share their Flag, so each needs a sign that the other cannot have; surface water (ST=21) is not
    /// taken for 2025, because its stations sent Flag 8 and 9 from 2019 on.
    static func verdict(over frames: [DialectEvidence]) -> Dialect {
        let ranked = candidates.map { dialect in (dialect, frames.reduce(0) { $0 + $1.score(for: dialect) }) }
            .sorted { $0.1 > $1.1 }
        guard ranked[0].1 - ranked[1].1 >= 2, isAllowed(ranked[0].0, Set(frames.flatMap(\.signs))) else {
            return .unknown
        }
        return ranked[0].0
    }

    private static let candidates: [Dialect] = [.hjt2005, .hj2017, .hj2025, .hj1404]

    private static func isAllowed(_ dialect: Dialect, _ signs: Set<DialectSign>) -> Bool {
        let speaking = signs.filter { $0.weight(for: dialect) > 0 }
        guard speaking.count >= 2, speaking.contains(where: { !$0.isOfFlag }) else { return false }
        switch dialect {
        case .hj2025: return !signs.contains(.surfaceWater)
        case .hj1404: return signs.contains(.mnOfStation)
        case .hjt2005, .hj2017, .unknown: return true
        }
    }
}
