import Facts
import Kernel
import Standards

/// What the received minutes of an hour say of one factor: how many came, and how many of them cannot be used.
struct MinuteCapture: Codable, Hashable, Sendable {
    /// The start of the hour.
    let hour: Instant
    /// Minutes of which a value or a mark came.
    let sent: Int
    /// Those of them whose mark takes them out.
    let invalid: Int

    /// What the rules that read it rest on beside their own clauses.
    static let basis = Phrase("小时有效分钟数：HJ 75、HJ 212-2017", "valid minutes of an hour: HJ 75, HJ 212-2017")

    init(hour: Instant, sent: Int, invalid: Int) {
        (self.hour, self.sent, self.invalid) = (hour, sent, invalid)
    }

    /// Counts the periods that begin in the hour; nil when there is none, or nobody can say how many minutes they stand
    /// for.
    ///
    /// What came unmarked and without a number says nothing: it may be a unit that is not understood here.
    init?(_ hour: Instant, of values: [MinuteValue]) {
        let periods = values.filter { $0.start.startOfHour == hour }
        guard let length = ComputedHour.length(of: periods.map(\.start)) else { return nil }
        let invalid = periods.count { !$0.isValid }
        let valid = periods.count { $0.isValid && $0.average != nil }
        self.hour = hour
        sent = min(60, (invalid + valid) * length)
        self.invalid = min(60, invalid * length)
    }

    /// Whether the hour can still have enough valid minutes when each that did not come is taken for valid. So only
    /// what is known takes an hour out, and what was lost on its way excuses nobody.
    func ruling(_ figures: ValidityFigures) -> Ruling<CaptureRate.Outcome> {
        let most = CaptureRate.hour(validMinutes: 60 - invalid, figures: figures)
        let known = Phrase(
            "已收分钟值 \(sent) 分钟，其中标记无效 \(invalid) 分钟，至多 \(60 - invalid) 分钟有效",
            "minutes received: \(sent), marked as not valid: \(invalid), so at most \(60 - invalid) are valid")
        return Ruling(outcome: most.outcome, steps: [most.steps.reduce(known) { $0.joined(with: $1) }])
    }
}
