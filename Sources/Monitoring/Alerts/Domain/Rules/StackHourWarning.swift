import Facts
import Kernel

/// MON-06: an hour of a stack without a value that may decide warns when what the platform computes for it breaks the
/// limit. It is no exceedance and opens no case; what is uploaded later decides.
struct StackHourWarning: DecisionRule {
    struct Input: Codable, Sendable, Equatable {
        /// The outlet.
        let outlet: OutletID
        /// The factor.
        let pollutant: PollutantCode
        /// The computed values as they are shown, each with the Merkle root over the frames it stands on.
        let readings: [HourReading]
        /// How each of them came about.
        let grounds: [ComputedGround]
        /// What was uploaded of the hours around; it decides, or is marked.
        let uploaded: [HourReading]
        /// The limits of the hour.
        let limits: [DatedLimit]
        /// The figures of spans.
        let parameters: JudgingParameters
        /// When it was looked at.
        let now: Instant
    }

    /// The spans of hours that warn, oldest first.
    typealias Outcome = StackHourExceedance.Outcome

    static let descriptor = RuleDescriptor(
        code: "MON-06", version: 1,
        title: Phrase(
            "废气：缺小时值或缺折算值而计算值超过限值的，只作预警，不构成超标判定",
            "stack emissions: an hour without its uploaded or converted value warns when the computed one breaks the "
                + "limit; it is no exceedance"),
        basis: Phrase(
            "上传值用于判定（浙江省大气污染防治条例第十七条），计算值只作预警；预警与时限为设计值",
            "what is uploaded decides (Zhejiang air pollution regulation art. 17), what is computed only warns; the "
                + "warning and its term are design values"),
        validFrom: StackHourExceedance.descriptor.validFrom, validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let spans = ExceedanceSpans.find(
            in: input.readings, limits: input.limits, parameters: input.parameters, now: input.now)
        let steps =
            input.readings.map { ($0.hour, computed($0, input)) } + input.uploaded.map { ($0.hour, uploaded($0)) }
        let count = spans.reduce(0) { $0 + $1.hours }
        let conclusion =
            spans.isEmpty
            ? Phrase("结论：无预警", "conclusion: nothing to warn of")
            : Phrase(
                "结论：\(count) 小时计算值超过限值，预警；不构成超标，不立案",
                "conclusion: \(count) h computed beyond the limit: a warning, no exceedance, no case")
        return Ruling(
            outcome: Outcome(episodes: spans), steps: steps.sorted { $0.0 < $1.0 }.map(\.1) + [conclusion])
    }

    private static func computed(_ reading: HourReading, _ input: Input) -> Phrase {
        let at = reading.hour.civil.minuteText
        let ground = input.grounds.first { $0.hour == reading.hour }?.phrase ?? Phrase("计算值", "computed")
        let judged = JudgedHour(reading, limits: input.limits, parameters: input.parameters, now: input.now)
        guard let value = reading.judged, let limit = judged.limit else {
            return Phrase("\(at)：当日无小时限值，不预警", "\(at): no hourly limit in force, no warning")
        }
        let beside = Phrase(
            "\(at)：\(ground.zh)，得 \(value)\(limit.unitBehind)，限值 \(limit.text)（\(limit.sourceText.zh)）",
            "\(at): \(ground.en), gives \(value)\(limit.unitBehind), limit \(limit.text) (\(limit.sourceText.en))")
        switch judged.verdict {
        case .exceeds: return Phrase("\(beside.zh)，预警", "\(beside.en), warns")
        case .complies, .unjudged: return Phrase("\(beside.zh)，在限值内", "\(beside.en), within the limit")
        }
    }

    private static func uploaded(_ reading: HourReading) -> Phrase {
        let at = reading.hour.civil.minuteText
        let value = reading.judged?.description ?? "–"
        return Phrase("\(at)：已上传小时值 \(value)，以上传值为准", "\(at): \(value) was uploaded, which is what counts")
    }
}
