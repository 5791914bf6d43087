import Facts
import Kernel

/// MON-03: an hourly value of waste water beyond the daily limit warns. It is no exceedance, whatever was adopted, and
/// never opens a case.
struct WaterHourAlert: DecisionRule {
    /// With the limits of the day.
    typealias Input = StackHourExceedance.Input
    /// The spans of hours that warn, oldest first.
    typealias Outcome = StackHourExceedance.Outcome

    static let descriptor = RuleDescriptor(
        code: "MON-03", version: 1,
        title: Phrase(
            "废水：小时值高于日均限值只作预警，不构成超标判定",
            "waste water: an hourly value beyond the daily limit warns; it is no exceedance"),
        basis: Phrase(
            "废水以日均值判定（GB 18918-2002、GB 8978-1996）；小时值超限预警的规则凭记忆，条文未核对，仅预警",
            "the daily mean decides (GB 18918-2002, GB 8978-1996); that an hour warns is from memory, its clause not "
                + "checked: it only warns"),
        validFrom: StackHourExceedance.descriptor.validFrom, validTo: nil, certainty: .fromMemory)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let limits = input.limits.asHourly
        let alerts = ExceedanceSpans.find(
            in: input.readings, limits: limits, parameters: input.parameters, now: input.now)
        let hours = input.readings.sorted { $0.hour < $1.hour }.map { step(for: $0, limits, input) }
        let hoursCount = alerts.reduce(0) { $0 + $1.hours }
        let conclusion =
            alerts.isEmpty
            ? Phrase("结论：无预警", "conclusion: nothing to warn of")
            : Phrase(
                "结论：\(hoursCount) 小时高于日均限值，预警；不构成超标，不立案",
                "conclusion: \(hoursCount) h beyond the daily limit: a warning, no exceedance, no case")
        return Ruling(outcome: Outcome(episodes: alerts), steps: hours + [conclusion])
    }

    private static func step(for reading: HourReading, _ limits: [DatedLimit], _ input: Input) -> Phrase {
        let at = reading.hour.civil.minuteText
        let judged = JudgedHour(reading, limits: limits, parameters: input.parameters, now: input.now)
        guard let value = reading.judged, let limit = judged.limit else {
            return Phrase(
                "\(at)：无有效小时值、当日无日均限值或该小时尚未结束，不预警",
                "\(at): no valid value, no daily limit in force, or not over yet: no warning")
        }
        let source = limit.noted(Phrase(limit.source, limit.source))
        let beside = Phrase(
            "\(at)：\(value)\(limit.unitBehind)，日均限值 \(limit.text)（\(source.zh)）",
            "\(at): \(value)\(limit.unitBehind), daily limit \(limit.text) (\(source.en))")
        switch judged.verdict {
        case .exceeds: return Phrase("\(beside.zh)，预警", "\(beside.en), warns")
        case .complies, .unjudged: return Phrase("\(beside.zh)，在限值内", "\(beside.en), within the limit")
        }
    }
}
