import Facts
import Kernel

/// MON-07: where the day decides, an hour beyond the hourly limit warns, and so does a day without its uploaded mean
/// when its hours give one beyond the daily limit. Neither is an exceedance, and neither opens a case.
struct IncineratorWarning: DecisionRule {
    struct Input: Codable, Sendable, Equatable {
        /// The outlet.
        let outlet: OutletID
        /// The factor.
        let pollutant: PollutantCode
        /// Hours, or days.
        let period: MeanPeriod
        /// The hours, uploaded or computed; or the computed means of days.
        let readings: [HourReading]
        /// How each of them came about.
        let grounds: [ComputedGround]
        /// The uploaded means around that warn of nothing.
        let uploaded: [HourReading]
        /// The limits of such means.
        let limits: [DatedLimit]
        /// The figures of spans.
        let parameters: JudgingParameters
        /// When it was looked at.
        let now: Instant
    }

    /// The spans that warn, oldest first.
    typealias Outcome = StackHourExceedance.Outcome

    static let descriptor = RuleDescriptor(
        code: "MON-07", version: 1,
        title: Phrase(
            "焚烧炉：小时值高于小时限值，或缺日均值而由小时值计算的日均值超过限值的，只作预警，不构成超标判定",
            "incinerators: an hour beyond the hourly limit warns, and so does a day without its uploaded mean when its "
                + "hours give one beyond the limit; neither is an exceedance"),
        basis: Phrase(
            "以上传的日均值判定（部令第10号、GB 18485-2014、GB 18484-2020），小时值和计算值只作预警；预警与时限为设计值",
            "the uploaded daily mean decides (Order 10, GB 18485-2014, GB 18484-2020), hours and what is computed only "
                + "warn; the warning and its term are design values"),
        validFrom: StackHourExceedance.descriptor.validFrom, validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let spans = ExceedanceSpans.find(
            in: input.readings, limits: input.limits, parameters: input.parameters, now: input.now,
            period: input.period)
        let steps =
            input.readings.map { ($0.hour, warned($0, input)) }
            + input.uploaded.map { ($0.hour, uploaded($0, input.period)) }
        let count = spans.reduce(0) { $0 + $1.hours }
        let length = input.period == .day ? Phrase("\(count) 天", "\(count) d") : Phrase("\(count) 小时", "\(count) h")
        let conclusion =
            spans.isEmpty
            ? Phrase("结论：无预警", "conclusion: nothing to warn of")
            : Phrase(
                "结论：\(length.zh)超过限值，预警；以上传的日均值判定，不构成超标，不立案",
                "conclusion: \(length.en) beyond the limit: a warning; the uploaded daily mean decides, no exceedance, "
                    + "no case")
        return Ruling(
            outcome: Outcome(episodes: spans), steps: steps.sorted { $0.0 < $1.0 }.map(\.1) + [conclusion])
    }

    private static func name(_ start: Instant, _ period: MeanPeriod) -> String {
        period == .day ? start.civil.date.description : start.civil.minuteText
    }

    private static func warned(_ reading: HourReading, _ input: Input) -> Phrase {
        let at = name(reading.hour, input.period)
        let ground = input.grounds.first { $0.hour == reading.hour }?.phrase ?? Phrase("计算值", "computed")
        let judged = JudgedHour(
            reading, limits: input.limits, parameters: input.parameters, now: input.now, period: input.period)
        guard let value = reading.judged, let limit = judged.limit else {
            return Phrase("\(at)：当日无此类限值或尚未结束，不预警", "\(at): no such limit in force, or not over yet: no warning")
        }
        let beside = Phrase(
            "\(at)：\(ground.zh)，\(value)\(limit.unitBehind)，限值 \(limit.text)（\(limit.sourceText.zh)）",
            "\(at): \(ground.en), \(value)\(limit.unitBehind), limit \(limit.text) (\(limit.sourceText.en))")
        switch judged.verdict {
        case .exceeds: return Phrase("\(beside.zh)，预警", "\(beside.en), warns")
        case .complies, .unjudged: return Phrase("\(beside.zh)，在限值内", "\(beside.en), within the limit")
        }
    }

    private static func uploaded(_ reading: HourReading, _ period: MeanPeriod) -> Phrase {
        let (at, value) = (name(reading.hour, period), reading.judged?.description ?? "–")
        return period == .day
            ? Phrase("\(at)：已上传日均值 \(value)，以上传值为准", "\(at): \(value) was uploaded, which is what counts")
            : Phrase("\(at)：上传值 \(value)，已标记或无效，不预警", "\(at): \(value) was uploaded, marked or not valid: no warning")
    }
}
