import Facts
import Kernel
import Standards

/// MON-23: a curve follows another one, or its own past, so closely that a straight line turns one into the other:
/// copied as it is, multiplied, raised, or moved in time. Which of the two is the copy the curves do not say.
struct CopiedCurve: DecisionRule {
    struct Input: Codable, Sendable, Equatable {
        /// The outlet looked at.
        let outlet: OutletID
        /// The factor.
        let pollutant: PollutantCode
        /// Its last 48 hours.
        let curve: HourCurve
        /// Whose curve is beside it; the outlet's own past when it is the outlet itself.
        let otherOutlet: OutletID
        /// That curve's 48 hours, moved so that hours side by side belong together.
        let other: HourCurve
        /// Merkle root over the frames of the curve.
        let framesRoot: Digest256
        /// Merkle root over the frames of the other.
        let otherFramesRoot: Digest256
        /// From when it is a sign.
        let figures: CopiedCurveFigures
    }

    typealias Outcome = SignOutcome

    static let descriptor = RuleDescriptor(
        code: "MON-23", version: 1,
        title: Phrase(
            "复制曲线：与另一条曲线或自身过去几乎完全一致", "copied curve: one follows another, or its own past, nearly to the last digit"),
        basis: Phrase(
            "自动监测数据造假迹象；无公开阈值，均为设计值", "a sign of made values; no public source fixes a threshold"),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let own = CurveSteps(input.curve).values
        let other = CurveSteps(input.other).values
        // A copy may have begun within the two days, so the day alone is looked at as well.
        let stretches = [own.indices, max(0, own.count - 24)..<own.count]
        let fits = stretches.compactMap { stretch -> (fit: LineFit, first: Int, last: Int)? in
            let places = stretch.filter { place in
                place < other.count && own[place] != nil && other[place] != nil
            }
            guard let first = places.first, let last = places.last else { return nil }
            let pairs = places.compactMap { place -> (Int64, Int64)? in
                guard let x = other[place], let y = own[place] else { return nil }
                return (x, y)
            }
            guard pairs.count >= input.figures.hoursMin.value,
                Set(pairs.map(\.0)).count >= input.figures.distinctMin.value,
                Set(pairs.map(\.1)).count >= input.figures.distinctMin.value, let fit = LineFit(pairs)
            else { return nil }
            return (fit, first, last)
        }
        guard let best = fits.max(by: { $0.fit.permille < $1.fit.permille }) else {
            return .nothing(Phrase("共同的有效小时或不同数值太少", "too few hours or different values in common"))
        }
        let lag = input.curve.start.milliseconds(since: input.other.start) / 3_600_000
        let words = Phrase(
            "与 \(input.otherOutlet) 在 \(lag) 小时前的曲线：共同 \(best.fit.count) 小时，决定系数 \(best.fit.permille)‰"
                + "（至少 \(input.figures.determinationPermilleMin.value)‰），\(best.fit.equation)",
            "beside the curve of \(input.otherOutlet) \(lag) h earlier: \(best.fit.count) h in common, determination "
                + "\(best.fit.permille) ‰ (at least \(input.figures.determinationPermilleMin.value) ‰), "
                + best.fit.equation)
        guard best.fit.isRising, best.fit.permille >= input.figures.determinationPermilleMin.value else {
            return .nothing(words)
        }
        let sign = FoundSign(
            firstHour: input.curve.hour(best.first), lastHour: input.curve.hour(best.last),
            figures: [
                "otherOutlet": input.otherOutlet.text, "lag_h": "\(lag)", "hours": "\(best.fit.count)",
                "determination_permille": "\(best.fit.permille)", "line": best.fit.equation,
            ])
        return Ruling(outcome: Outcome(sign: sign), steps: [words])
    }
}
