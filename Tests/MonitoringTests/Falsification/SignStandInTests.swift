import Facts
import Foundation
import Kernel
import Standards
import TestMaterial
import Testing

@testable import Monitoring

/// Signs for which the samples hold no marks, versions, minutes or oxygen, on what stands in for them there:
/// `docs/method/falsification-signs.md`, "Stand-ins". Nothing here is a rate of honest stacks.
struct SignStandInTests {
    /// MON-24: of each factor, the single hours in which its analyser alone was silent count as its calibrations.
    @Test func `gaps of one analyser, taken for calibrations, are seldom timely`() throws {
        guard let air = try HonestCurves.airSeries() else { return }
        let figures = try SignFigures.shipped().timelyCalibration
        var (alarms, gaps) = ([90: 0, 98: 0], 0)
        for (own, series) in air.enumerated() {
            let values = series.scaled
            let isGap = values.indices.map { place in
                place > 0 && place + 1 < values.count && values[place] == nil && values[place - 1] != nil
                    && values[place + 1] != nil
                    && air.indices.contains { $0 != own && air[$0].scaled[place] != nil }
            }
            gaps += isGap.count(where: \.self)
            // Each month once, from the second half year on.
            for end in stride(from: 4_320 + SignLook.windowHours, through: values.count, by: SignLook.windowHours) {
                let range = end - SignLook.windowHours..<end
                guard isGap[range].contains(true) else { continue }
                let known = values[range.lowerBound - 4_320..<range.lowerBound].compactMap(\.self).sorted()
                let curve = HourCurve(
                    start: HourPattern.hour(range.lowerBound),
                    values: [DecimalNumber?](repeating: nil, count: range.count),
                    marks: range.map { isGap[$0] ? "C" : nil })
                let steps = series.steps(range)
                // What a share of the half year before stays below, as an honest curve might have it for a limit.
                for share in alarms.keys where known.count >= 360 {
                    let limit = HourPattern.limit(CurveSteps.text(known[(known.count - 1) * share / 100]), from: 0)
                    let input = SignInput(curve, limit: limit, figures: figures)
                    let sign = TimelyCalibration.look(at: steps, input).outcome.sign
                    if sign != nil { alarms[share, default: 0] += 1 }
                }
            }
        }
        print("MON-24 stand-in: \(gaps) gaps, alarms \(alarms)")
        #expect(gaps == Self.gaps && alarms == Self.timely)
    }

    /// MON-26 and MON-28: sections of Zhejiang publish each value raw and rounded. The rounded one stands for the same
    /// hour sent again, and for an uploaded mean beside the one that was computed.
    @Test func `values published raw and rounded are neither rewritten nor differing means`() throws {
        guard let pairs = try HonestCurves.roundedPairs() else { return }
        let figures = try SignFigures.shipped()
        var (lowered, differing, windows) = (0, 0, 0)
        var signs: [Int: Int] = [:]
        for curve in pairs {
            let shown = curve.map(\.shown).sorted()
            let hours = curve.enumerated().map { place, pair in
                RewrittenHours.Input.Hour(
                    hour: HourPattern.hour(4 * place),
                    versions: [pair.raw, pair.shown].map { .init(value: $0, frame: Digest256(of: "frame")) })
            }
            // 72 hours are eighteen readings.
            for start in stride(from: 0, to: hours.count, by: 18) {
                windows += 1
                for share in [0, 90, 98] {
                    let limit = shown.isEmpty ? DecimalNumber(0) : shown[(shown.count - 1) * share / 100]
                    let limits = share == 0 ? [] : [HourPattern.limit(limit.description, from: 0)]
                    let input = RewrittenHours.Input(
                        outlet: OutletID(checked: "O1"), pollutant: .sulphurDioxide,
                        hours: Array(hours[start..<min(start + 18, hours.count)]), limits: limits,
                        figures: figures.rewrittenHours)
                    if RewrittenExceedances.decide(input).outcome.sign != nil { signs[share, default: 0] += 1 }
                }
            }
            for pair in curve {
                if 100 * (pair.raw.value - pair.shown.value) >= 5 * pair.raw.value, pair.raw.value > 0 { lowered += 1 }
                guard let mean = ComputedMean(of: [pair.raw]) else { continue }
                let both = ComputedDifference.Input.Pair(
                    start: HourPattern.hour(0), uploaded: pair.shown, computed: mean)
                if ComputedDifference.differs(both, figures.computedDifference) { differing += 1 }
            }
        }
        let count = pairs.map(\.count).reduce(0, +)
        print("MON-26/28 stand-in: \(count) pairs in \(windows) windows, \(lowered) lowered")
        print("MON-26/28 stand-in: \(signs) signs by limit, \(differing) differing")
        #expect([count, lowered, differing] == Self.rounded && signs == Self.resent)
    }

    /// MON-28: a mean over so many neighbouring air values, beside that of those which came; the others were lost.
    @Test(arguments: [("hours of 12", 12, 3), ("days of 24", 24, 4)])
    func `lost values make computed means differ now and then`(name: String, values: Int, lost: Int) throws {
        guard let air = try HonestCurves.airSeries() else { return }
        let figures = try SignFigures.shipped().computedDifference
        var chance = SeededGenerator(seed: 28)
        var (compared, differing) = (0, 0)
        for series in air {
            for group in Self.groups(of: values, in: series.scaled, every: 10 * values) {
                let whole = DecimalNumber(Decimal(group.reduce(0, +) / Int64(values) / 1_000) / 10)
                let came = group.shuffled(using: &chance).dropLast(lost).map { DecimalNumber(Decimal($0) / 10_000) }
                let pair = ComputedDifference.Input.Pair(
                    start: HourPattern.hour(0), uploaded: whole, computed: try #require(ComputedMean(of: came)))
                compared += 1
                if ComputedDifference.differs(pair, figures) { differing += 1 }
            }
        }
        print("MON-28 stand-in, \(name), \(lost) lost: \(differing) of \(compared)")
        #expect([compared, differing] == Self.lost[name])
    }

    /// MON-29: twelve neighbouring air values stand for an hour of five-minute means; NO2, between its own least and
    /// greatest value laid over 8 to 14 %, stands for the oxygen. Devices convert by the five minutes, the check by the
    /// hour.
    @Test func `converting by minutes differs from converting by the hour now and then`() throws {
        guard let air = try HonestCurves.airSeries() else { return }
        let reference = try #require(try SignStage.furnaces().reference(table: "GB 18485", source: ""))
        let conversion = try AmountMaterial.figures().conversion
        let figures = try SignFigures.shipped().convertedDifference
        let nitrogen = try #require(air.first { $0.name == "NO2" }).scaled
        let top = Double(try #require(nitrogen.compactMap(\.self).max()))
        func sent(_ value: Double) -> DecimalNumber { DecimalNumber(Decimal(Int((value * 10).rounded())) / 10) }
        func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }
        var (compared, differing, repeated) = (0, 0, 0)
        for series in air where ["PM10", "SO2", "PM2.5"].contains(series.name) {
            for start in stride(from: 0, to: series.scaled.count - 12, by: 60) {
                let both = (start..<start + 12).compactMap { place -> (Double, Double)? in
                    guard let value = series.scaled[place], let other = nitrogen[place] else { return nil }
                    return (Double(value) / 10_000, 8 + 6 * Double(other) / top)
                }
                guard both.count == 12 else { continue }
                let hour = ConversionDifference.Input.Hour(
                    hour: HourPattern.hour(0), measured: sent(mean(both.map(\.0))), oxygen: sent(mean(both.map(\.1))),
                    converted: sent(mean(both.map { $0.0 * 10 / (21 - $0.1) })))
                compared += 1
                if case .differs = ConversionDifference.check(hour, reference, conversion) { differing += 1 }
                let sent = ConversionDoubt.Input.Hour(
                    hour: hour.hour, measured: hour.measured, oxygen: hour.oxygen, converted: hour.converted)
                if ConversionDoubt.doubt(sent, reference, conversion, figures) == .repeated { repeated += 1 }
            }
        }
        print("MON-29 stand-in: \(differing) of \(compared), \(repeated) repeated")
        #expect([compared, differing, repeated] == Self.converted)
    }

    /// Neighbouring values without a gap, each group at a place of its own.
    private static func groups(of size: Int, in values: [Int64?], every step: Int) -> [[Int64]] {
        stride(from: 0, to: values.count - size, by: step).map { values[$0..<$0 + size].compactMap(\.self) }
            .filter { $0.count == size }
    }

    // What was measured last; written into the method.
    private static let gaps = 574
    private static let timely = [90: 1, 98: 1]
    private static let rounded = [10_653, 8, 0]
    /// Of MON-26, by the percentile that stands for the limit; 0 for none.
    private static let resent = [0: 1, 90: 17, 98: 17]
    private static let lost = ["hours of 12": [1_598, 216], "days of 24": [732, 43]]
    private static let converted = [1_476, 14, 0]
}
