import Facts
import Kernel
import Standards

/// What the rules read that judge hourly and daily means by their validity: MON-01 from version 3 on, MON-02 and MON-04
/// from version 2 on.
struct MeanInput: Codable, Sendable, Equatable {
    /// The outlet judged.
    let outlet: OutletID
    /// The factor judged.
    let pollutant: PollutantCode
    /// The means judged.
    let period: MeanPeriod
    /// The effective uploaded values of the window.
    var readings: [HourReading]
    /// The limits recorded for this outlet and factor.
    var limits: [DatedLimit]
    /// The figures of the rule.
    let parameters: JudgingParameters
    /// When the decision was taken.
    let now: Instant
    /// What the enterprise marked of these hours; of days their hours are counted in `captures`.
    var marks: [EnterpriseMark]
    /// Until when hours may be marked.
    var term: MarkTerm
    /// The allowed lengths that the marks claim.
    let windows: [StartStopWindows.Row]
    /// Between which figures a value can lie; nil where none are known.
    let bounds: ValueBounds?
    /// The hours of the days, where something is known of them.
    var captures: [DayCapture]
    /// How many minutes an hour and how many hours a day need; nil for hours of the time before minutes were counted.
    let figures: ValidityFigures?
    /// How many readings a day of waste water expects at least; nil for hours.
    let waterReadingsMin: RuleFigure<Int>?
    /// What the authority adopted; nil where the rule needs no adoption.
    let adoptions: [RuleAdoption]?
    /// Why it was judged.
    let cause: JudgingCause
    /// The minutes of hours that bear on an episode; of days they are counted in `captures`. Nil in decisions of the
    /// time before minutes were counted.
    var minutes: [MinuteCapture]?
    /// What is known of converting means that came as measured only; nil where none did or no limit asks for it, and in
    /// decisions of the time before that was looked at.
    var conversion: ConversionGround?

    /// Whether waste water is judged.
    private var isWater: Bool { pollutant.text.hasPrefix("w") }

    /// What the rules that read it rest on beside their own clauses.
    static let basis = Phrase(
        "有效性与标记：HJ 212-2017、标记规则（公告2022年第21号）", "validity and marks: HJ 212-2017, notice 2022 no. 21")

    /// What the enterprise and the device say of hours.
    var validity: HourValidity {
        HourValidity(
            pollutant: pollutant, marks: marks, windows: windows, bounds: bounds, exemptions: nil,
            minutes: minutes ?? [], figures: figures, conversion: conversion, limits: limits)
    }

    /// Whether a mean may decide, and why not.
    func finding(_ reading: HourReading) -> HourValidity.Finding {
        guard period == .day else { return validity.finding(reading) }
        return dayFinding(reading).heeding(conversion?.finding(reading, limits: limits, period: .day))
    }

    private func dayFinding(_ reading: HourReading) -> HourValidity.Finding {
        if let unused = HourValidity.deviceFinding(reading, bounds) { return unused }
        guard let figures, let waterReadingsMin, let capture = captures.first(where: { $0.day == reading.hour }) else {
            return .usable(nil)
        }
        let ruling = capture.ruling(isWater: isWater, figures: figures, readingsMin: waterReadingsMin)
        guard let words = ruling.steps.first else { return .usable(nil) }
        return ruling.outcome == .valid ? .usable(words) : .unused(.tooFewHours, words)
    }

    /// Whether a rule that needs an adoption decides on a day.
    func isAdopted(_ reading: HourReading) -> Bool {
        adoptions.map { adoptions in adoptions.contains { $0.holds(on: reading.hour.civil.date) } } ?? true
    }

    /// The means that may decide.
    var usable: [HourReading] { readings.filter { isAdopted($0) && finding($0).isUsable } }

    /// The episodes in them; provisional while some of their hours may be marked.
    var episodes: [ExceedanceExtent] {
        ExceedanceSpans.find(in: usable, limits: limits, parameters: parameters, now: now, period: period).map {
            $0.provisional(openUntil($0) != nil)
        }
    }

    /// Until when some hours of an episode may be marked; nil when all marks are closed.
    func openUntil(_ extent: ExceedanceExtent) -> Instant? {
        term.openUntil(extent.firstHour...extent.lastHour.adding(hours: period.hours - 1), at: now)
    }

    /// Whether a mean exceeds and may decide.
    func exceeds(_ reading: HourReading) -> Bool {
        guard isAdopted(reading), finding(reading).isUsable else { return false }
        return JudgedHour(reading, limits: limits, parameters: parameters, now: now, period: period).excess != nil
    }

    /// The means on whose minutes an episode depends: those that exceed, and those near enough to one to part or end
    /// it.
    var bearing: [Instant] {
        let reach = parameters.reach(of: period)
        let exceeding = readings.filter(exceeds).map(\.hour)
        guard !exceeding.isEmpty else { return [] }
        return readings.map(\.hour).filter { hour in
            exceeding.contains { $0.adding(hours: -reach) <= hour && hour <= $0.adding(hours: reach) }
        }
    }

    /// The same of fewer readings, with what bears on them.
    func restricted(to readings: [HourReading]) -> MeanInput {
        var input = self
        input.readings = readings
        input.limits = limits.read(with: readings)
        guard let first = readings.first?.hour, let last = readings.last?.hour else { return input }
        let from = first.adding(hours: -Int64(EnterpriseMark.rowHoursMax))
        let end = last.adding(hours: period.hours)
        input.marks = marks.filter { from <= $0.lastHour && $0.firstHour < end }
        input.minutes = minutes?.filter { first <= $0.hour && $0.hour <= last }
        input.captures = captures.filter { first <= $0.day && $0.day <= last }
        input.term = MarkTerm(
            hourMax: term.hourMax, closings: term.closings.filter { first < $0.until && $0.from < end })
        input.conversion = conversion.flatMap { $0.restricted(to: readings, period: period) }
        return input
    }

    /// What came of each mean, and what follows.
    var steps: [Phrase] {
        let reasons = [Phrase("本次判定起因：\(cause.phrase.zh)", "why it was judged: \(cause.phrase.en)")]
        let papers = (adoptions ?? []).map(\.step)
        let found = episodes
        let means = readings.sorted { $0.hour < $1.hour }.map(step)
        return reasons + papers + means + [MeanSteps.conclusion(found, period: period)] + found.map(standing)
    }

    private func step(_ reading: HourReading) -> Phrase {
        let at = period == .hour ? reading.hour.civil.minuteText : reading.hour.civil.date.description
        guard isAdopted(reading) else {
            return Phrase("\(at)：当日未采用本规则，不作判定", "\(at): the rule was not adopted for this day, not judged")
        }
        switch finding(reading) {
        case .unused(_, let why):
            return Phrase("\(at)：\(why.zh)，不作判定", "\(at): \(why.en), not judged")
        case .usable(let note):
            let judged = MeanSteps.step(
                for: reading, limits: limits, parameters: parameters, now: now, period: period)
            return note.map { judged.joined(with: $0) } ?? judged
        }
    }

    private func standing(_ extent: ExceedanceExtent) -> Phrase { term.standing(openUntil(extent)) }
}

extension ExceedanceExtent {
    /// The same, said to be provisional or not.
    func provisional(_ isProvisional: Bool) -> ExceedanceExtent {
        ExceedanceExtent(
            firstHour: firstHour, lastHour: lastHour, hours: hours, peak: peak, limit: limit, multiple: multiple,
            level: level, ended: ended, unit: unit, averaging: averaging,
            provisional: isProvisional ? true : nil)
    }
}
