/// What an instrument sees over time: a level of the outlet, the rhythm of the day, two slow wanderings that make
/// neighbouring values alike, and noise. A function of time: nothing is remembered, any moment can be asked.
///
/// Only sums and products of binary floats, so that every machine sees the same digits.
struct FactorSignal: Sendable {
    private let factor: SimulatedFactor
    private let level: Double
    private let peakMS: Int64
    private let slow: Draw
    private let fast: Draw
    private let white: Draw

    private static let dayMS: Int64 = 86_400_000
    /// Lengths of the wanderings: how long a boiler takes for a change of load, and a burner to be trimmed.
    private static let (slowMS, fastMS): (Int64, Int64) = (3 * 3_600_000, 20 * 60_000)

    init(_ factor: SimulatedFactor, _ draw: Draw) {
        self.factor = factor
        level =
            factor.level.lowerBound
            + draw.of(.level).share * (factor.level.upperBound - factor.level.lowerBound)
        peakMS = draw.of(.rhythm).number(in: 0...Self.dayMS - 1)
        slow = draw.of(.slow)
        fast = draw.of(.fast)
        white = draw.of(.white)
    }

    /// The value at a moment (milliseconds since 1970), in the unit of the wire, never below zero.
    func value(at moment: Int64, during event: OutletEvents.Event) -> Double {
        let calm =
            1 + 0.08 * rhythm(moment) + 0.1 * Self.wander(slow, moment, Self.slowMS)
            + 0.05 * Self.wander(fast, moment, Self.fastMS) + 0.02 * white.of(moment / 30_000).deviation
        switch event {
        case .nothing: return level * calm
        case .exceedance(let multiple): return factor.limit.map { $0 * multiple * (0.9 + 0.1 * calm) } ?? level * calm
        case .maintenance: return factor.limit == nil ? level : level * 0.1
        case .fault: return level
        }
    }

    /// From −1 at night to 1 at the outlet's own busy hour: a parabola, as good as a sine here.
    private func rhythm(_ moment: Int64) -> Double {
        let phase = Double((moment + peakMS) % Self.dayMS) / Double(Self.dayMS) * 2 - 1
        return 1 - 2 * phase * phase
    }

    /// Smooth steps between drawn points that stand `length` apart.
    private static func wander(_ draw: Draw, _ moment: Int64, _ length: Int64) -> Double {
        let index = moment / length
        let place = Double(moment - index * length) / Double(length)
        let weight = place * place * (3 - 2 * place)
        let (from, to) = (draw.of(index).deviation, draw.of(index + 1).deviation)
        return from + (to - from) * weight
    }
}
