/// The signs of one frame, or of several together: a set of bits, so that what a device showed last costs four bytes a
/// frame to remember and nothing to weigh.
struct DialectEvidence: Sendable, Hashable {
    private var bits: UInt32 = 0

    /// No sign.
    init() {}

    /// Adds a sign.
    mutating func insert(_ sign: DialectSign) { bits |= sign.bit }

    /// Adds the signs of another frame.
    mutating func formUnion(_ other: DialectEvidence) { bits |= other.bits }

    /// How much the signs speak for a dialect.
    func score(for dialect: Dialect) -> Int { dialect.place.map { Int(scores[$0]) } ?? 0 }

    /// What the signs show together.
    var dialect: Dialect { Self.verdict(scores, self) }

    /// The dialect that the signs of some frames show together: the one that is ahead of every other by two, rests on
    /// at least two different signs, and on one that is not its Flag.
    ///
    /// 2025 and HJ 1404 share their Flag, so each needs a sign that the other cannot have; surface water (ST=21) is not
    /// taken for 2025, because its stations sent Flag 8 and 9 from 2019 on.
    static func verdict(over frames: [DialectEvidence]) -> Dialect {
        var scores = SIMD4<Int32>.zero
        var signs = DialectEvidence()
        for frame in frames {
            scores &+= frame.scores
            signs.formUnion(frame)
        }
        return verdict(scores, signs)
    }

    private static func verdict(_ scores: SIMD4<Int32>, _ signs: DialectEvidence) -> Dialect {
        let best = scores.max()
        for (place, dialect) in candidates.enumerated() where scores[place] == best {
            var others = scores
            others[place] = .min
            return best >= others.max() + 2 && signs.allow(dialect) ? dialect : .unknown
        }
        return .unknown
    }

    private func allow(_ dialect: Dialect) -> Bool {
        guard let place = dialect.place else { return false }
        let speaking = bits & Self.speaking[place]
        guard speaking.nonzeroBitCount >= 2, speaking & ~Self.flagBits != 0 else { return false }
        switch dialect {
        case .hj2025: return bits & DialectSign.surfaceWater.bit == 0
        case .hj1404: return bits & DialectSign.mnOfStation.bit != 0
        case .hjt2005, .hj2017, .unknown: return true
        }
    }

    /// What each candidate gets, in their order.
    private var scores: SIMD4<Int32> {
        var scores = SIMD4<Int32>.zero
        var rest = bits
        while rest != 0 {
            scores &+= Self.weights[rest.trailingZeroBitCount]
            rest &= rest &- 1
        }
        return scores
    }

    fileprivate static let candidates: [Dialect] = [.hjt2005, .hj2017, .hj2025, .hj1404]

    /// The weights of each sign, by its number.
    private static let weights: [SIMD4<Int32>] = DialectSign.allCases.map { sign in
        var weights = SIMD4<Int32>.zero
        for (place, dialect) in candidates.enumerated() { weights[place] = Int32(sign.weight(for: dialect)) }
        return weights
    }

    /// The signs that speak for each candidate.
    private static let speaking: [UInt32] = candidates.map { dialect in
        DialectSign.allCases.filter { $0.weight(for: dialect) > 0 }.reduce(0) { $0 | $1.bit }
    }

    private static let flagBits: UInt32 = DialectSign.allCases.filter(\.isOfFlag).reduce(0) { $0 | $1.bit }
}

extension DialectSign {
    fileprivate var bit: UInt32 { 1 << rawValue }
}

extension Dialect {
    /// Where it stands among the candidates; nil for unknown.
    fileprivate var place: Int? {
        switch self {
        case .hjt2005: 0
        case .hj2017: 1
        case .hj2025: 2
        case .hj1404: 3
        case .unknown: nil
        }
    }
}
