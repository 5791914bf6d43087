import Foundation
import HJ212
import Kernel
import Registry

/// What a firm's instruments see: a calm curve with noise, and the hours of its story.
struct DemoCurve: Sendable {
    let firm: DemoCity.Firm
    let seed: UInt64
    /// The exceeding hours of the firm's day.
    let exceedances: [Span]
    /// Hours without usable values.
    let spells: [DemoSpell]
    /// From when a firm that maintains its device does so.
    let maintainedFrom: Instant

    /// Neighbouring hours above the limit.
    struct Span: Sendable, Equatable {
        /// The start of the first one.
        let from: Instant
        /// The end of the last one.
        let until: Instant
        /// By how much they exceed.
        let multiple: Double
    }

    /// The curve of a firm whose day ended at a moment.
    init(firm: DemoCity.Firm, seed: UInt64, dayEndedAt end: Instant) {
        self.firm = firm
        self.seed = seed
        spells = DemoSpell.all(of: firm.outlet.id, dayEndedAt: end)
        maintainedFrom = end.startOfHour.adding(hours: -24)
        exceedances = firm.story.plays.map { play in
            let from = end.startOfHour.adding(hours: -play.hoursAgo)
            return Span(from: from, until: from.adding(hours: play.hours), multiple: play.multiple)
        }
    }

    /// The same instruments with one hour read anew.
    func reading(_ multiple: Double, from hour: Instant) -> DemoCurve {
        DemoCurve(
            firm: firm, seed: seed,
            exceedances: [Span(from: hour, until: hour.adding(hours: 1), multiple: multiple)], spells: spells,
            maintainedFrom: maintainedFrom)
    }

    private init(
        firm: DemoCity.Firm, seed: UInt64, exceedances: [Span], spells: [DemoSpell], maintainedFrom: Instant
    ) {
        self.maintainedFrom = maintainedFrom
        self.firm = firm
        self.seed = seed
        self.exceedances = exceedances
        self.spells = spells
    }

    /// The data mark at a moment.
    func mark(at moment: Instant) -> String {
        firm.story == .maintenance && moment >= maintainedFrom && moment.civil.hour % 8 == 3 ? "M" : "N"
    }

    /// Device-converted SO2 at a moment, mg/m³.
    func sulphurDioxide(at moment: Instant) -> Double {
        let limit = NSDecimalNumber(decimal: firm.limit.value).doubleValue
        let minute = firm.story == .replayed ? moment.milliseconds / 60_000 % 1_440 : moment.milliseconds / 60_000
        let noise = SeededSequence.deviation(seed: seed, name: firm.outlet.id.text, at: minute)
        let swing = sin(Double(minute) / 1_440 * 2 * .pi) * 0.06
        if let span = exceedances.first(where: { ($0.from..<$0.until).contains(moment) }) {
            return limit * (1 + span.multiple) * (1 + noise * 0.02)
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
            let spell = spells.first { $0.holds(for: code, at: moment) }
            guard spell == nil || spell?.mark != nil else { return [] }
            let mark = spell?.mark ?? mark
            return values.map { Item(key: "\(code)-\($0.0)", value: Self.figure($0.1)) }
                + [Item(key: "\(code)-Flag", value: mark)]
        }
        return [
            group("a21026", [(suffix, measured), ("Zs\(suffix)", converted)]),
            group("a21002", steady("a21002", firm.isUltraLow ? 50 : 200, at: moment, oxygen, suffix)),
            group("a34013", steady("a34013", firm.isUltraLow ? 10 : 20, at: moment, oxygen, suffix)),
            group("a19001", [(suffix, oxygen)]), group("a00000", [(suffix, flow(at: moment))]),
        ].filter { !$0.isEmpty }
    }

    /// Waste gas at a moment, m³/h, dry at standard state.
    private func flow(at moment: Instant) -> Double {
        let minute = moment.milliseconds / 60_000
        let noise = SeededSequence.deviation(seed: seed, name: "a00000-\(firm.outlet.id)", at: minute)
        return firm.flow * (1 + sin(Double(minute) / 1_440 * 2 * .pi) * 0.12 + noise * 0.05)
    }

    /// Measured and converted values of a factor that stays well below its limit, in noise of its own.
    private func steady(
        _ code: String, _ limit: Double, at moment: Instant, _ oxygen: Double, _ suffix: String
    ) -> [(String, Double)] {
        let minute = moment.milliseconds / 60_000
        let noise = SeededSequence.deviation(seed: seed, name: "\(code)-\(firm.outlet.id)", at: minute)
        let converted = limit * (0.56 + sin(Double(minute) / 1_440 * 2 * .pi) * 0.08 + noise * 0.06)
        return [(suffix, converted * (21 - oxygen) / 12), ("Zs\(suffix)", converted)]
    }

    /// As loggers write it, with two digits.
    static func figure(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\((abs(hundredths) % 100).padded(2))"
    }
}
