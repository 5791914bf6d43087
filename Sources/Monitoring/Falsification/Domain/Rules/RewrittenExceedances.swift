import Facts
import FoundationEssentials
import Kernel
import Standards

/// MON-26, version 2: hours were sent again with a lower value, or one that broke its limit with one that keeps it.
///
/// One or two hours that are sent again lower are common: loggers repeat what got lost, and round. One whose exceedance
/// is gone is a sign by itself, however little it was changed.
enum RewrittenExceedances: DecisionRule {
    typealias Input = RewrittenHours.Input
    typealias Outcome = SignOutcome

    static let descriptor = RuleDescriptor(
        code: "MON-26", version: 2,
        title: Phrase(
            "改写历史：同一小时再次上传且更低，或由超标改为达标",
            "rewritten history: an hour is sent again, lower, or no longer above its limit"),
        basis: RewrittenHours.descriptor.basis, validFrom: CivilDate(dayNumber: 18_262), validTo: nil,
        certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let figures = input.figures
        let lowered = input.hours.filter { RewrittenHours.isLowered($0, by: figures.lowerPercentMin.value) }
        let cleared = input.hours.filter { isCleared($0, of: input.limits, by: figures) }
        let words = Phrase(
            "有多个版本的小时 \(input.hours.count) 个；调低至少 \(figures.lowerPercentMin.value) % 的 \(lowered.count) 个"
                + "（达到 \(figures.hoursMin.value) 个为迹象）；由超标改为达标的 \(cleared.count) 个（有 1 个即为迹象）",
            "\(input.hours.count) hours with several versions; \(lowered.count) lowered by at least "
                + "\(figures.lowerPercentMin.value) % (\(figures.hoursMin.value) are a sign); \(cleared.count) that "
                + "broke their limit and no longer do (one is a sign)")
        let seen = (lowered + cleared).map(\.hour)
        guard let first = seen.min(), let last = seen.max(),
            lowered.count >= figures.hoursMin.value || !cleared.isEmpty
        else { return .nothing(words) }
        let sign = FoundSign(
            firstHour: first, lastHour: last,
            figures: ["lowered": "\(lowered.count)", "fromAboveLimit": "\(cleared.count)"])
        return Ruling(outcome: Outcome(sign: sign), steps: [words])
    }

    /// Whether an earlier version broke the limit of its day, and the one that stands does not. One that is the same
    /// value rounded was not rewritten.
    private static func isCleared(_ hour: Input.Hour, of limits: [DatedLimit], by figures: RewrittenHoursFigures)
        -> Bool
    {
        guard let limit = limits.inForce(on: hour.hour.civil.date), let last = hour.versions.last?.value,
            limit.broken(by: last) == nil
        else { return false }
        return hour.versions.contains { version in
            limit.broken(by: version.value) != nil
                && !isRounded(version.value, to: last, percentMax: figures.roundedPercentMax?.value ?? 0)
        }
    }

    /// Whether a value is another one rounded, and that by little.
    private static func isRounded(_ value: DecimalNumber, to other: DecimalNumber, percentMax: Int) -> Bool {
        let parts = other.description.split(separator: ".")
        let digits = parts.count == 2 ? parts[1].count : 0
        let difference = value.value - other.value
        return Rounding.gbt8170(value, fractionDigits: digits) == other
            && 100 * max(difference, 0 - difference) <= value.value * .init(percentMax)
    }
}
