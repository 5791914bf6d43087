import Facts
import Kernel
import Standards

/// MON-05, version 2: what version 1 finds, provisional while the enterprise may mark hours of it, and red from the
/// third day on.
struct MarkedFurnaceTemperature: DecisionRule {
    struct Input: Codable, Sendable, Equatable {
        /// What version 1 reads.
        let furnace: LowFurnaceTemperature.Input
        /// Until when hours may be marked.
        let term: MarkTerm
        /// Why it was judged.
        let cause: JudgingCause

        /// The same of fewer days, with the closings that bear on them.
        init(_ furnace: LowFurnaceTemperature.Input, term: MarkTerm, cause: JudgingCause) {
            self.furnace = furnace
            self.cause = cause
            guard let first = furnace.days.map(\.day).min(), let last = furnace.days.map(\.day).max() else {
                self.term = term
                return
            }
            let (from, end) = (Instant(startOf: first), Instant(startOf: last.adding(days: 1)))
            self.term = MarkTerm(
                hourMax: term.hourMax, closings: term.closings.filter { from < $0.until && $0.from < end })
        }
    }

    typealias Outcome = StackHourExceedance.Outcome

    static let descriptor = RuleDescriptor(
        code: LowFurnaceTemperature.descriptor.code, version: 2, title: LowFurnaceTemperature.descriptor.title,
        basis: LowFurnaceTemperature.descriptor.basis.joined(with: MeanInput.basis),
        validFrom: LowFurnaceTemperature.descriptor.validFrom, validTo: nil,
        // The violation itself is verified; noon of the next day and the third day are not.
        certainty: .fromMemory)

    /// From so many violating days on an episode warns red: the third exceedance within 30 days. There is no multiple
    /// that could tell another level. Design value.
    static let redFromDays = 3

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let base = LowFurnaceTemperature.decide(input.furnace)
        let episodes = base.outcome.episodes.map { marked($0, term: input.term, now: input.furnace.now) }
        let cause = Phrase("本次判定起因：\(input.cause.phrase.zh)", "why it was judged: \(input.cause.phrase.en)")
        return Ruling(
            outcome: Outcome(episodes: episodes),
            steps: [cause] + base.steps + episodes.flatMap { standing($0, input) })
    }

    /// The episodes in days, as this version tells them.
    static func episodes(_ input: LowFurnaceTemperature.Input, term: MarkTerm) -> [ExceedanceExtent] {
        ExceedanceSpans.find(
            in: LowFurnaceTemperature.readings(input.days, input.figures), limits: input.limits,
            parameters: input.parameters, now: input.now, period: .day
        ).map { marked($0, term: term, now: input.now) }
    }

    /// Until when some hours of an episode may be marked; nil when all marks are closed.
    static func openUntil(_ extent: ExceedanceExtent, term: MarkTerm, now: Instant) -> Instant? {
        term.openUntil(extent.firstHour...extent.lastHour.adding(hours: MeanPeriod.day.hours - 1), at: now)
    }

    private static func marked(_ extent: ExceedanceExtent, term: MarkTerm, now: Instant) -> ExceedanceExtent {
        ExceedanceExtent(
            firstHour: extent.firstHour, lastHour: extent.lastHour, hours: extent.hours, peak: extent.peak,
            limit: extent.limit, multiple: extent.multiple,
            level: extent.hours >= redFromDays ? .red : extent.level, ended: extent.ended, unit: extent.unit,
            averaging: extent.averaging,
            provisional: openUntil(extent, term: term, now: now) == nil ? nil : true)
    }

    private static func standing(_ extent: ExceedanceExtent, _ input: Input) -> [Phrase] {
        let level =
            extent.hours >= redFromDays
            ? [
                Phrase(
                    "违法 \(extent.hours) 天，达 \(redFromDays) 天为红色预警（设计值）",
                    "\(extent.hours) violating days: red from \(redFromDays) days on (design value)")
            ] : []
        return level + [input.term.standing(openUntil(extent, term: input.term, now: input.furnace.now))]
    }
}
