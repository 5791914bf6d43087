import Facts
import Kernel
import Standards

/// MON-28: what a device uploads as the mean of an hour or a day is not the mean of its own smaller values.
struct ComputedDifference: DecisionRule {
    struct Input: Codable, Sendable, Equatable {
        /// The outlet looked at.
        let outlet: OutletID
        /// The factor.
        let pollutant: PollutantCode
        /// Each hour of the day that has both, in order.
        let hours: [Pair]
        /// The day, when both are there.
        let day: Pair?
        /// Merkle root over the SHA-256 of each frame of the uploaded values, in their order, the day last.
        let framesRoot: Digest256
        /// From when it is a sign.
        let figures: ComputedDifferenceFigures

        /// An uploaded mean beside the computed one.
        struct Pair: Codable, Sendable, Equatable {
            /// The start of the hour or day.
            let start: Instant
            /// As uploaded: converted where both are.
            let uploaded: DecimalNumber
            /// From the minutes of the hour, or the hours of the day.
            let computed: ComputedMean
        }
    }

    typealias Outcome = SignOutcome

    static let descriptor = RuleDescriptor(
        code: "MON-28", version: 1,
        title: Phrase(
            "上传值与计算值不符：小时值或日均值不是其分钟值、小时值的均值",
            "uploaded and computed means differ: an hour or a day is not the mean of its minutes or hours"),
        basis: Phrase(
            "上传值用于判定，计算值只作核对；无公开阈值，均为设计值",
            "what is uploaded decides, what is computed checks; no public source fixes a threshold"),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let differing = input.hours.filter { differs($0, input.figures) }
        let day = input.day.flatMap { differs($0, input.figures) ? $0 : nil }
        let tolerance = tolerance(input.figures)
        let words = Phrase(
            "可比较 \(input.hours.count) 小时，差异超过\(tolerance.zh)的 \(differing.count) 小时"
                + "（至少 \(input.figures.hoursMin.value) 小时）",
            "\(input.hours.count) h can be compared; \(differing.count) differ by more than \(tolerance.en) (at least "
                + "\(input.figures.hoursMin.value))")
        let dayWords = dayStep(input.day, isDiffering: day != nil)
        let isSign = differing.count >= input.figures.hoursMin.value || day != nil
        let starts = differing.map(\.start) + (day.map { [$0.start, $0.start.adding(hours: 23)] } ?? [])
        guard isSign, let first = starts.min(), let last = starts.max() else { return .nothing(words, dayWords) }
        let sign = FoundSign(
            firstHour: first, lastHour: last,
            figures: [
                "hours": "\(differing.count)", "compared": "\(input.hours.count)",
                "largest_percent": largest(differing + (day.map { [$0] } ?? [])),
                "day": day.map { "\($0.uploaded) / \($0.computed.shown)" } ?? "–",
            ])
        return Ruling(outcome: Outcome(sign: sign), steps: [words, dayWords])
    }

    /// Whether a pair lies too far apart.
    static func differs(_ pair: Input.Pair, _ figures: ComputedDifferenceFigures) -> Bool {
        pair.computed.differs(
            from: pair.uploaded, percentMax: figures.differencePercentMax.value, stepsMax: figures.stepsMax.value)
    }

    private static func largest(_ pairs: [Input.Pair]) -> String {
        let percents = pairs.compactMap { $0.computed.percent(from: $0.uploaded) }
        return percents.max { abs($0.value) < abs($1.value) }?.description ?? "–"
    }

    private static func tolerance(_ figures: ComputedDifferenceFigures) -> Phrase {
        let (percent, steps) = (figures.differencePercentMax.value, figures.stepsMax.value)
        return Phrase(" \(percent) % 且超过末位 \(steps) 个单位", "\(percent) % and \(steps) of the last digit")
    }

    private static func dayStep(_ day: Input.Pair?, isDiffering: Bool) -> Phrase {
        guard let day else { return Phrase("日均值无可比较", "no daily mean to compare") }
        let verdict = isDiffering ? Phrase("不符", "they differ") : Phrase("一致", "they agree")
        return Phrase(
            "上传日均值 \(day.uploaded)，计算日均值 \(day.computed.shown)：\(verdict.zh)",
            "daily mean uploaded \(day.uploaded), computed \(day.computed.shown): \(verdict.en)")
    }
}
