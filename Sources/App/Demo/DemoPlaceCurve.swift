import Foundation
import HJ212
import Kernel
import Registry

/// What the instruments of an outlet see over its month: calm curves with noise, and the hours of its story.
struct DemoPlaceCurve: Sendable {
    let place: DemoPlace
    /// The exceeding hours, in the order of the story.
    let spans: [Range<Instant>]
    private let seeds: [UInt64]
    private let oxygenSeed: UInt64
    private let flowSeed: UInt64
    private let spells: [DemoSpell]
    private let coldDay: CivilDate?
    /// From when the analyser's output stays where it is; nil while it moves.
    private let stuckFrom: Instant?

    static let furnaceTemperature = PollutantCode(checked: "a01901")
    /// Minutes between two furnace means.
    static let furnaceMinutes: Int64 = 5

    /// The curve of an outlet whose story is counted back from a moment.
    init(place: DemoPlace, seed: UInt64, startedAt start: Instant) {
        self.place = place
        func key(_ name: String) -> UInt64 { SeededSequence.key(seed: seed, name: "\(name)-\(place.outlet.id)") }
        seeds = place.process.factors.map { key($0.code.text) }
        oxygenSeed = key("a19001")
        flowSeed = key(place.process.flowCode)
        spans = place.story.plays.map { $0.span(startedAt: start, byDay: place.process.isJudgedByDay) }
        spells = place.story.spells.map { spell in
            let from = start.startOfHour.adding(hours: -spell.hoursAgo)
            return DemoSpell(
                mark: spell.mark, factors: nil, from: from, until: spell.hours.map { from.adding(hours: $0) })
        }
        stuckFrom = place.story.trick == .stuck ? start.startOfHour.adding(hours: -76) : nil
        coldDay = place.story.coldDaysAgo.map { start.civil.date.adding(days: -$0) }
    }

    /// When the case of a play is opened at the earliest: once its first hour, or its day, is over.
    func opening(of span: Range<Instant>) -> Instant {
        place.process.isJudgedByDay ? span.upperBound : span.lowerBound.adding(hours: 1)
    }

    /// Whether hours before a moment belong to its story: where hours decide, and something happened before.
    func tellsHours(before moment: Instant) -> Bool {
        !place.process.isJudgedByDay && spans.contains { $0.lowerBound < moment }
    }

    /// One factor, in thousandths of its unit.
    private struct Sample {
        var measured: Int
        var converted: Int?
    }

    /// All factors of a time, then oxygen where there is a furnace, then the flow.
    private func samples(at moment: Instant) -> [Sample] {
        let minute = moment.milliseconds / 60_000
        let oxygen = place.process.furnace.map { furnace in
            furnace.oxygen + Self.noise(oxygenSeed, minute) * 0.5 + Self.noise(oxygenSeed, minute / 60) * 0.3
        }
        var samples = place.process.factors.indices.map { index in
            sample(of: place.process.factors[index], seeds[index], isFirst: index == 0, at: moment, oxygen: oxygen)
        }
        if let oxygen { samples.append(Sample(measured: Self.thousandths(oxygen))) }
        let flow = place.process.flow * (1 + Self.sway(flowSeed, minute, strength: 0.6))
        return samples + [Sample(measured: Self.thousandths(flow))]
    }

    private func sample(
        of factor: DemoFactor, _ seed: UInt64, isFirst: Bool, at moment: Instant, oxygen: Double?
    ) -> Sample {
        let minute = moment.milliseconds / 60_000
        let value = Self.thousandths(level(of: factor, seed, isFirst: isFirst, at: moment, minute))
        guard factor.isConverted, let furnace = place.process.furnace, let oxygen else {
            return Sample(measured: value)
        }
        let measured = Double(value) * (21 - oxygen) / (21 - furnace.reference)
        guard case .converts(let reference) = place.story.trick else {
            return Sample(measured: Int(measured.rounded()), converted: value)
        }
        return Sample(
            measured: Int(measured.rounded()),
            converted: Int((measured * (21 - reference) / (21 - oxygen)).rounded()))
    }

    private func level(
        of factor: DemoFactor, _ seed: UInt64, isFirst: Bool, at moment: Instant, _ minute: Int64
    ) -> Double {
        let usual = Double(factor.usual) / 1_000
        guard isFirst else { return usual * (1 + factor.sway * Self.sway(seed, minute, strength: 1)) }
        if let stuckFrom, moment >= stuckFrom { return usual }
        if let limit = factor.limit, let play = spans.firstIndex(where: { $0.contains(moment) }) {
            let beyond = 1 + place.story.plays[play].multiple
            return Double(limit) / 1_000 * beyond * (1 + Self.noise(seed, minute) * 0.02)
        }
        return usual * (1 + factor.sway * Self.sway(seed, minute, strength: 1))
    }

    /// A day's swing at a time of its own, hours that differ, and noise: no outlet's curve is like another's.
    private static func sway(_ seed: UInt64, _ minute: Int64, strength: Double) -> Double {
        let phase = Double(seed % 1_440)
        let swing = sin((Double(minute) + phase) / 1_440 * 2 * .pi)
        return strength * (swing * 0.08 + noise(seed, minute / 60 &+ 1 << 40) * 0.18 + noise(seed, minute) * 0.08)
    }

    private static func noise(_ key: UInt64, _ index: Int64) -> Double { SeededSequence.deviation(key: key, at: index) }

    private static func thousandths(_ value: Double) -> Int { Int((value * 1_000).rounded()) }

    // MARK: Frames

    /// The factor groups at a moment.
    func items(at moment: Instant, suffix: String) -> [[Item]] {
        var groups = groups(samples(at: moment), at: moment, suffix)
        if suffix == "Rtd", place.process.furnace?.degreesMin != nil {
            groups.append(furnaceGroup(at: moment, suffix))
        }
        return groups
    }

    /// The factor groups of an hourly mean: what an honest logger makes of its ten-minute means.
    func items(ofHour hour: Instant) -> [[Item]] { groups(samples(ofHour: hour), at: hour, "Avg") }

    private func samples(ofHour hour: Instant) -> [Sample] {
        let parts = (0..<DemoCurve.partsOfHour).map { samples(at: hour.adding(minutes: $0 * 10)) }
        return Self.means(parts) { _ in Array(repeating: 1, count: parts.count) }
    }

    /// The factor groups of a day frame: means of its hours, those of concentrations in water weighted by the flow.
    func dayItems(of day: CivilDate) -> [[Item]] {
        let start = Instant(startOf: day)
        let hours = (0..<24).map { start.adding(hours: $0) }.filter { hour in
            !spells.contains { $0.holds(for: "", at: hour) }
        }
        guard let first = hours.first else { return [] }
        let parts = hours.map { samples(ofHour: $0) }
        let flows = parts.map { max(1, ($0.last?.measured ?? 1_000) / 100) }
        let means = Self.means(parts) { index in
            let factors = place.process.factors
            let isWeighted =
                place.process.medium == .wasteWater && factors.indices.contains(index) && factors[index].unit == "mg/L"
            return isWeighted ? flows : Array(repeating: 1, count: parts.count)
        }
        return groups(means, at: first, "Avg")
    }

    private static func means(_ parts: [[Sample]], weights: (Int) -> [Int]) -> [Sample] {
        guard let first = parts.first else { return [] }
        return first.indices.map { index in
            let weights = weights(index)
            let total = weights.reduce(0, +)
            func mean(_ value: (Sample) -> Int) -> Int {
                let sum = zip(parts, weights).reduce(0) { $0 + value($1.0[index]) * $1.1 }
                return (sum + total / 2) / total
            }
            return Sample(
                measured: mean(\.measured), converted: first[index].converted.map { _ in mean { $0.converted ?? 0 } })
        }
    }

    private func groups(_ samples: [Sample], at moment: Instant, _ suffix: String) -> [[Item]] {
        let spell = spells.first { $0.holds(for: "", at: moment) }
        guard spell == nil || spell?.mark != nil else { return [] }
        let mark = spell?.mark ?? "N"
        let process = place.process
        let behind = (process.furnace == nil ? [] : ["a19001"]) + [process.flowCode]
        let codes = process.factors.map { ($0.code.text, $0.digits) } + behind.map { ($0, 2) }
        return zip(codes, samples).map { code, sample in
            var items = [Item(key: "\(code.0)-\(suffix)", value: DemoFactor.text(sample.measured, digits: code.1))]
            if let converted = sample.converted {
                items.append(Item(key: "\(code.0)-Zs\(suffix)", value: DemoFactor.text(converted, digits: code.1)))
            }
            return items + [Item(key: "\(code.0)-Flag", value: mark)]
        }
    }

    // MARK: Furnace

    /// The starts of the five-minute means of an hour; none without a furnace whose temperature is limited.
    func furnaceMoments(ofHour hour: Instant) -> [Instant] {
        guard place.process.furnace?.degreesMin != nil else { return [] }
        return (0..<12).map { hour.adding(minutes: $0 * Self.furnaceMinutes) }
    }

    /// The temperature of the furnace: well above what is asked, but for three quarters of an hour of a cold day.
    func furnaceGroup(at moment: Instant, _ suffix: String) -> [Item] {
        let asked = Double(place.process.furnace?.degreesMin ?? 0)
        let minute = moment.milliseconds / 60_000
        let isCold = moment.civil.date == coldDay && moment.civil.hour == 5 && minute % 60 < 45
        let degrees = asked + (isCold ? -38 : 62) + Self.noise(oxygenSeed ^ 0xF0, minute / 5) * 14
        let code = Self.furnaceTemperature.text
        return [
            Item(key: "\(code)-\(suffix)", value: DemoFactor.text(Self.thousandths(degrees), digits: 1)),
            Item(key: "\(code)-Flag", value: "N"),
        ]
    }
}
