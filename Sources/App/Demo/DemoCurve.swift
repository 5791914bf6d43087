import Foundation
import HJ212
import Kernel
import Registry

/// What a firm's instruments see: a calm curve with noise, and the hours of its story.
struct DemoCurve: Sendable {
    let firm: DemoCity.Firm
    let seed: UInt64
    /// The start of the story's first exceeding hour; nil without one.
    let exceedsFrom: Instant?

    /// How many neighbouring hours exceed.
    private static let exceedingHours: Int64 = 2

    /// The data mark at a moment.
    func mark(at moment: Instant) -> String {
        firm.story == .maintenance && moment.civil.hour % 8 == 3 ? "M" : "N"
    }

    /// Device-converted SO2 at a moment, mg/m³.
    func sulphurDioxide(at moment: Instant) -> Double {
        let limit = NSDecimalNumber(decimal: firm.limit.value).doubleValue
        let minute = firm.story == .replayed ? moment.milliseconds / 60_000 % 1_440 : moment.milliseconds / 60_000
        let noise = SeededSequence.deviation(seed: seed, name: firm.outlet.id.text, at: minute)
        let swing = sin(Double(minute) / 1_440 * 2 * .pi) * 0.06
        if let from = exceedsFrom, case .steps(_, let multiple) = firm.story,
            (from..<from.adding(hours: Self.exceedingHours)).contains(moment)
        {
            return limit * (1 + multiple) * (1 + noise * 0.02)
        }
        let share = mark(at: moment) == "M" ? 1.6 : 0.52
        return limit * (share + swing + noise * 0.05)
    }

    /// Oxygen content at a moment, per cent.
    func oxygen(at moment: Instant) -> Double {
        9.4 + SeededSequence.deviation(seed: seed, name: "o2-\(firm.outlet.id)", at: moment.milliseconds / 60_000) * 0.8
    }

    /// The factor groups of a frame: real-time when `suffix` is `Rtd`, a mean when it is `Avg`.
    func items(at moment: Instant, suffix: String) -> [[Item]] {
        let converted = sulphurDioxide(at: moment)
        let oxygen = oxygen(at: moment)
        // Reference oxygen 9 % (coal boiler): measured = converted × (21 − measured O2) / (21 − 9).
        let measured = converted * (21 - oxygen) / 12
        let mark = mark(at: moment)
        func group(_ code: String, _ values: [(String, Double)]) -> [Item] {
            values.map { Item(key: "\(code)-\($0.0)", value: Self.figure($0.1)) }
                + [Item(key: "\(code)-Flag", value: mark)]
        }
        return [
            group("a21026", [(suffix, measured), ("Zs\(suffix)", converted)]),
            group("a21002", [(suffix, measured * 1.7), ("Zs\(suffix)", converted * 1.7)]),
            group("a34013", [(suffix, measured * 0.11), ("Zs\(suffix)", converted * 0.11)]),
            group("a19001", [(suffix, oxygen)]),
        ]
    }

    private static func figure(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\((abs(hundredths) % 100).padded(2))"
    }
}
