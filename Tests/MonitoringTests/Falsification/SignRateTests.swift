import Facts
import Foundation
import Kernel
import Standards
import TestMaterial
import Testing

@testable import Monitoring

/// How often honest values show a sign, and how often forged ones do: `docs/method/falsification-signs.md`.
struct SignRateTests {
    private typealias Series = HonestCurves.Series
    private static let window = SignLook.windowHours

    /// What a day-by-day look at a series begins: a sign that goes on is one alarm.
    private static func alarms(_ series: Series, every days: Int = 1, _ sees: (Range<Int>) -> Bool) -> Int {
        var (count, isOpen) = (0, false)
        for end in stride(from: window, through: series.scaled.count, by: 24 * days) {
            let sees = sees(end - window..<end)
            if sees && !isOpen { count += 1 }
            isOpen = sees
        }
        return count
    }

    /// Limits that shares of the half year before stay below: what an honest curve might have for one.
    private static func limits(_ series: Series, before start: Int, shares: [Double]) -> [DatedLimit]? {
        let known = series.scaled[max(0, start - 4_320)..<start].compactMap(\.self).sorted()
        guard known.count >= 360 else { return nil }
        return shares.map { share in
            HourPattern.limit(CurveSteps.text(known[Int(Double(known.count - 1) * share)]), from: 0)
        }
    }

    private static func isCopied(_ own: HourCurve, _ other: HourCurve, _ figures: SignFigures) -> Bool {
        CopiedCurve.decide(
            CopiedCurve.Input(
                outlet: OutletID(checked: "O1"), pollutant: .sulphurDioxide, curve: own,
                otherOutlet: OutletID(checked: "O2"), other: other, framesRoot: Digest256(of: "1"),
                otherFramesRoot: Digest256(of: "2"), figures: figures.copiedCurve)
        ).outcome.sign != nil
    }

    /// Alarms of a curve beside its own past, found as the watch finds them.
    private static func ownCopies(_ series: Series, _ figures: SignFigures) -> (alarms: Int, compared: Int) {
        var kept: [Int64: [Instant]] = [:]
        var (alarms, compared) = (0, 0)
        for end in stride(from: 240, through: series.scaled.count, by: 24) {
            let shapes = CurveShape.kept(of: series.curve(end - 48..<end))
            let oldest = HourPattern.hour(end - 24 - 24 * figures.copiedCurve.daysBack.value)
            for shape in shapes {
                for start in kept[shape.hash] ?? [] where start >= oldest && start < shape.start.adding(hours: -9) {
                    let lag = Int(shape.start.milliseconds(since: start) / 3_600_000)
                    guard end - 48 - lag >= 0 else { continue }
                    compared += 1
                    if isCopied(
                        series.curve(end - 48..<end), series.curve(end - 48 - lag..<end - lag), figures)
                    {
                        alarms += 1
                    }
                }
                kept[shape.hash, default: []].append(shape.start)
            }
        }
        return (alarms, compared)
    }

    @Test func `honest air values give few alarms, as many as pages say`() throws {
        guard let air = try HonestCurves.airSeries() else { return }
        let figures = try SignFigures.shipped()
        var counts: [SignKind: Int] = [:]
        var hours = 0
        for series in air {
            hours += series.scaled.count { $0 != nil }
            let flat = Self.alarms(series) { range in
                let input = SignInput(series.curve(range.suffix(1)), figures: figures.flatLine)
                return FlatLine.look(at: series.steps(range), input.over(range)).outcome.sign != nil
            }
            let digits = Self.alarms(series, every: 3) { range in
                let input = SignInput(series.curve(range.suffix(1)), figures: figures.repeatedDigits)
                return RepeatedDigits.look(at: series.steps(range), input.over(range)).outcome.sign != nil
            }
            let clipped = Self.alarms(series) { range in
                let input = SignInput(series.curve(range.suffix(1)), figures: figures.clippedRange)
                return ClippedRange.look(at: series.steps(range), input.over(range)).outcome.sign != nil
            }
            var limits: [Int: [DatedLimit]] = [:]
            let below = [0.9, 0.98].enumerated().map { place, _ in
                Self.alarms(series, every: 3) { range in
                    let start = range.lowerBound
                    let known = limits[start] ?? Self.limits(series, before: start, shares: [0.9, 0.98])
                    guard let known else { return false }
                    limits[start] = known
                    let input = SignInput(
                        series.curve(range.suffix(1)), limit: known[place], figures: figures.belowLimit)
                    return StoppingBelowLimit.look(at: series.steps(range), input.over(range)).outcome.sign != nil
                }
            }
            let copies = Self.ownCopies(series, figures)
            print(
                "\(series.name): flat \(flat), digits \(digits), clipped \(clipped), below \(below), copies \(copies)"
            )
            counts[.flatLine, default: 0] += flat
            counts[.repeatedDigits, default: 0] += digits
            counts[.clippedRange, default: 0] += clipped
            counts[.belowLimit, default: 0] += below.max() ?? 0
            counts[.copiedCurve, default: 0] += copies.alarms
        }
        let years = hours / 8_760
        for sign in SignKind.allCases {
            let rate = counts[sign].map { SignRates.Rate(alarms: $0, curveYears: years) }
            #expect(rate == SignRates.measured(sign), "\(sign)")
        }
    }

    @Test func `no two of the water sections count as copies, though none is left uncompared`() throws {
        guard let water = try HonestCurves.waterSeries() else { return }
        let figures = try SignFigures.shipped()
        var (pairs, alarms) = (0, 0)
        for series in water {
            let curves = series.map { $0.curve(0..<$0.scaled.count) }
            for (place, one) in curves.enumerated() {
                for other in curves[(place + 1)...] where other.values.count == one.values.count {
                    pairs += 1
                    if Self.isCopied(one, other, figures) { alarms += 1 }
                }
            }
        }
        print("water: \(pairs) pairs, \(alarms) alarms")
        #expect(pairs > 40_000 && alarms == 0)
    }

    // MARK: Power

    /// A forged month with the month it was made of.
    private struct Forgery {
        let honest: Series
        let forged: Series
        let limit: DatedLimit?
    }

    /// Seeded windows of the series with fine resolution, forged.
    private static func forgeries(
        _ air: [Series], count: Int = 40, _ forge: ([Int64?], CurveSteps, inout SeededGenerator) -> [Int64?]?
    ) -> [Forgery] {
        var generator = SeededGenerator(seed: 20_261_128)
        return air.flatMap { series -> [Forgery] in
            (0..<count).compactMap { _ in
                let start = Int.random(in: 0..<(series.scaled.count - window), using: &generator)
                let honest = Array(series.scaled[start..<start + window])
                let steps = CurveSteps(honest)
                // A value of a few steps shows nothing, honest or forged.
                guard steps.known.count >= 650, steps.known.sorted()[steps.known.count / 2] >= 40 * steps.step,
                    let forged = forge(honest, steps, &generator)
                else { return nil }
                let known = steps.known.sorted()
                return Forgery(
                    honest: Series("honest", scaled: honest), forged: Series("forged", scaled: forged),
                    limit: HourPattern.limit(CurveSteps.text(known[known.count * 9 / 10]), from: 0))
            }
        }
    }

    private static func percent(_ forgeries: [Forgery], _ sees: (Forgery) -> Bool) -> Int {
        forgeries.isEmpty ? 0 : 100 * forgeries.count(where: sees) / forgeries.count
    }

    @Test func `forged months are mostly seen`() throws {
        guard let air = try HonestCurves.airSeries() else { return }
        let figures = try SignFigures.shipped()
        let whole = 0..<Self.window
        let flat = Self.forgeries(air) { values, _, _ in
            guard let held = values[Self.window - 25] else { return nil }
            return values.prefix(Self.window - 24) + [Int64?](repeating: held, count: 24)
        }
        let clipped = Self.forgeries(air) { values, steps, _ in
            let known = steps.known.sorted()
            let ceiling = known[known.count * 85 / 100]
            let capped = values.map { $0.map { min($0, ceiling) } }
            return capped.suffix(24).contains(ceiling) ? capped : nil
        }
        let digits = Self.forgeries(air) { values, steps, generator in
            let ten = 10 * steps.step
            return values.map { value in
                value.map { $0 / ten * ten + (Bool.random(using: &generator) ? 3 : 7) * steps.step }
            }
        }
        let bunched = Self.forgeries(air) { values, steps, generator in
            let known = steps.known.sorted()
            let limit = known[known.count * 9 / 10]
            return values.map { value in
                guard let value, value > limit else { return value }
                return limit - Int64.random(in: 0...(limit / 25), using: &generator) / steps.step * steps.step
            }
        }
        let powers = [
            "flat": Self.percent(flat) {
                FlatLine.decide(SignInput($0.forged.curve(whole), figures: figures.flatLine)).outcome.sign != nil
            },
            "clipped": Self.percent(clipped) {
                ClippedRange.decide(SignInput($0.forged.curve(whole), figures: figures.clippedRange))
                    .outcome.sign != nil
            },
            "digits": Self.percent(digits) {
                RepeatedDigits.decide(SignInput($0.forged.curve(whole), figures: figures.repeatedDigits))
                    .outcome.sign != nil
            },
            "bunched": Self.percent(bunched) {
                StoppingBelowLimit.decide(
                    SignInput($0.forged.curve(whole), limit: $0.limit, figures: figures.belowLimit)
                ).outcome.sign != nil
            },
        ]
        print("power \(powers), months \([flat, clipped, digits, bunched].map(\.count))")
        #expect(powers == SignPower.ofMonths)
    }

    @Test(arguments: [("as it is", 1_000, 0), ("times 0.9", 900, 0), ("times 0.9, 5 hours later", 900, 5)])
    func `copies are mostly found by their shape`(name: String, permille: Int64, shift: Int) throws {
        guard let air = try HonestCurves.airSeries() else { return }
        let figures = try SignFigures.shipped()
        let copies = Self.forgeries(air) { values, steps, _ in
            // The copy is sent with two further digits, as loggers do.
            let unit = max(1, steps.step / 100)
            let moved = Array(repeating: Int64?.none, count: shift) + values.dropLast(shift)
            return moved.map { $0.map { ($0 * permille / 1_000 + unit / 2) / unit * unit } }
        }
        let last = Self.window
        let found = Self.percent(copies) { copy in
            let model = (0..<9).flatMap { CurveShape.kept(of: copy.honest.curve(last - 48 - 24 * $0..<last - 24 * $0)) }
            let own = CurveShape.kept(of: copy.forged.curve(last - 48..<last))
            return own.contains { shape in
                model.contains { other in
                    let lag = Int(shape.start.milliseconds(since: other.start) / 3_600_000)
                    guard other.hash == shape.hash, (0...200).contains(lag) else { return false }
                    return Self.isCopied(
                        copy.forged.curve(last - 48..<last), copy.honest.curve(last - 48 - lag..<last - lag), figures)
                }
            }
        }
        print("copied \(name): \(found) % of \(copies.count)")
        #expect(found == SignPower.ofCopies[name])
    }
}

/// What was measured last; written into `docs/method/falsification-signs.md`.
private enum SignPower {
    static let ofMonths = ["flat": 82, "clipped": 100, "digits": 100, "bunched": 96]
    static let ofCopies = ["as it is": 97, "times 0.9": 97, "times 0.9, 5 hours later": 94]
}

extension SignInput {
    /// The same with a curve of so many hours without values: they are handed over beside it.
    fileprivate func over(_ range: Range<Int>) -> SignInput {
        SignInput(
            HourCurve(
                start: HourPattern.hour(range.lowerBound), values: [DecimalNumber?](repeating: nil, count: range.count),
                marks: [String?](repeating: nil, count: range.count)), limit: limit, figures: figures)
    }
}
