import Facts
import FoundationEssentials
import Kernel
import Standards

/// MON-26: hours were sent again with a lower value. `RewrittenExceedances` is its second version.
struct RewrittenHours: DecisionRule {
    struct Input: Codable, Sendable, Equatable {
        /// The outlet looked at.
        let outlet: OutletID
        /// The factor.
        let pollutant: PollutantCode
        /// Each hour that has more than one version, in order.
        let hours: [Hour]
        /// The limits recorded for outlet and factor.
        let limits: [DatedLimit]
        /// From when it is a sign.
        let figures: RewrittenHoursFigures

        /// One hour in all its versions.
        struct Hour: Codable, Sendable, Equatable {
            /// The start of the hour.
            let hour: Instant
            /// The values, in the order in which versions count: the last one stands.
            let versions: [Version]
        }

        /// One sent value.
        struct Version: Codable, Sendable, Equatable {
            /// As judged: converted first.
            let value: DecimalNumber
            /// The frame it came in.
            let frame: Digest256
        }
    }

    typealias Outcome = SignOutcome

    static let descriptor = RuleDescriptor(
        code: "MON-26", version: 1,
        title: Phrase("改写历史：同一小时再次上传且更低", "rewritten history: an hour is sent again, lower"),
        basis: Phrase(
            "自动监测数据造假迹象；无公开阈值，均为设计值", "a sign of made values; no public source fixes a threshold"),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let figures = input.figures
        let lowered = input.hours.filter { isLowered($0, by: figures.lowerPercentMin.value) }
        let saved = lowered.filter { hour in
            guard let limit = input.limits.inForce(on: hour.hour.civil.date)?.limit,
                let highest = hour.versions.map(\.value).max(), let last = hour.versions.last?.value
            else { return false }
            return highest > limit && last <= limit
        }
        let words = Phrase(
            "有多个版本的小时 \(input.hours.count) 个；调低至少 \(figures.lowerPercentMin.value) % 的 \(lowered.count) 个，"
                + "其中由超标改为达标 \(saved.count) 个",
            "\(input.hours.count) hours with several versions; \(lowered.count) lowered by at least "
                + "\(figures.lowerPercentMin.value) %, \(saved.count) of them from above the limit to below")
        guard let first = lowered.first, let last = lowered.last,
            lowered.count >= figures.hoursMin.value || !saved.isEmpty
        else { return .nothing(words) }
        let sign = FoundSign(
            firstHour: first.hour, lastHour: last.hour,
            figures: ["lowered": "\(lowered.count)", "fromAboveLimit": "\(saved.count)"])
        return Ruling(outcome: Outcome(sign: sign), steps: [words])
    }

    /// Whether the version that stands is so much lower than another.
    static func isLowered(_ hour: Input.Hour, by percent: Int) -> Bool {
        guard let last = hour.versions.last?.value.value, let highest = hour.versions.map(\.value).max()?.value,
            highest > 0
        else { return false }
        return 100 * (highest - last) >= highest * .init(percent)
    }
}
