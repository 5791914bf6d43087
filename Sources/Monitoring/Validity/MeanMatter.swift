import Facts
import Kernel
import Persistence
import Standards

/// Gathers what the rules read of an outlet's factor beside its values: what was marked and closed, what is possible,
/// how many hours of its days may be used.
struct MeanMatter {
    let rules: ValidityRules
    let parameters: JudgingParameters
    let counting: MinuteCounting
    /// To which reference oxygen limits are.
    let furnaces: ReferenceFurnaces
    /// When the texts were in force.
    let timeline: LegalTimeline

    /// The code of particulate matter, which bounds the exemptions of incinerators.
    static let particulate = PollutantCode(checked: "a34013")

    /// The input for values of a window, with the minutes on which it depends.
    func input(
        _ pollutant: PollutantCode, of outlet: OutletID, _ period: MeanPeriod, readings: [HourReading],
        limits: [DatedLimit], adoptions: [RuleAdoption]?, now: Instant, cause: JudgingCause,
        in access: any ReadAccess
    ) throws -> MeanInput {
        try counted(
            plain(
                pollutant, of: outlet, period, readings: readings, limits: limits, adoptions: adoptions, now: now,
                cause: cause, in: access), in: access)
    }

    /// The hours whose minutes bear on the episodes of an input. Waste water is not judged by its minutes.
    func hours(of plain: MeanInput) -> [Instant] {
        guard plain.pollutant.text.hasPrefix("a") else { return [] }
        return plain.bearing.flatMap { start in (0..<plain.period.hours).map { start.adding(hours: $0) } }
    }

    /// The same input with the minutes of these hours, or with the hours of its days counted by their minutes.
    func counted(_ plain: MeanInput, in access: any ReadAccess) throws -> MeanInput {
        let hours = hours(of: plain)
        guard !hours.isEmpty else { return plain }
        let minutes = try counting.captures(plain.pollutant, of: plain.outlet, hours, in: access)
        guard !minutes.isEmpty else { return plain }
        var input = plain
        if plain.period == .hour {
            input.minutes = minutes
        } else {
            let days = Set(plain.bearing)
            let (first, last) = (plain.readings.first?.hour ?? plain.now, plain.readings.last?.hour ?? plain.now)
            let marks = try MarkStore.marks(
                outlet: plain.outlet, from: first.adding(hours: -Int64(EnterpriseMark.rowHoursMax)),
                to: last.adding(hours: MeanPeriod.day.hours - 1), in: access)
            let counted = try captures(
                plain.pollutant, of: plain.outlet, days.sorted(), marks, plain.limits, plain.bounds, minutes, in: access
            )
            input.captures = (plain.captures.filter { !days.contains($0.day) } + counted).sorted { $0.day < $1.day }
        }
        return input
    }

    /// The input for values of a window, without minutes.
    func plain(
        _ pollutant: PollutantCode, of outlet: OutletID, _ period: MeanPeriod, readings: [HourReading],
        limits: [DatedLimit], adoptions: [RuleAdoption]?, now: Instant, cause: JudgingCause,
        in access: any ReadAccess
    ) throws -> MeanInput {
        let unit = limits.first { $0.limits(period) }?.unit ?? "mg/m3"
        let bounds = rules.bounds.bounds(of: pollutant, unit: unit)
        let (first, last) = (readings.first?.hour ?? now, readings.last?.hour ?? now)
        let from = first.adding(hours: -Int64(EnterpriseMark.rowHoursMax))
        let to = last.adding(hours: period.hours - 1)
        let marks = lawful(try MarkStore.marks(outlet: outlet, from: from, to: to, in: access), limits)
        let captures =
            period == .day
            ? try captures(pollutant, of: outlet, readings.map(\.hour), marks, limits, bounds, [], in: access) : []
        return MeanInput(
            outlet: outlet, pollutant: pollutant, period: period, readings: readings, limits: limits,
            parameters: parameters, now: now, marks: period == .hour ? marks : [],
            term: MarkTerm(
                hourMax: rules.markHourMax,
                closings: try MarkStore.closings(outlet: outlet, from: first, to: to, in: access)),
            windows: period == .hour ? windows(of: marks) : [], bounds: bounds, captures: captures,
            figures: rules.figures.validity,
            waterReadingsMin: period == .day ? rules.waterReadingsMin : nil, adoptions: adoptions, cause: cause,
            conversion: try conversion(pollutant, of: outlet, readings, period, in: access))
    }

    /// What is known of converting those means of a stack that came as measured only; nil where none did or no limit
    /// of the factor tells a reference oxygen.
    func conversion(
        _ pollutant: PollutantCode, of outlet: OutletID, _ readings: [HourReading], _ period: MeanPeriod,
        in access: any ReadAccess
    ) throws -> ConversionGround? {
        let bare = readings.filter { $0.converted == nil && $0.average != nil }.map(\.hour)
        guard pollutant.text.hasPrefix("a"), let first = bare.min(), let last = bare.max() else { return nil }
        let references = try LimitStore.history(of: outlet, of: pollutant, in: access).compactMap { recorded in
            furnaces.reference(table: recorded.table, source: recorded.limit.source).map {
                ConversionGround.DatedReference(
                    validFrom: recorded.limit.validFrom, validTo: recorded.limit.validTo, reference: $0)
            }
        }
        guard !references.isEmpty else { return nil }
        let oxygen = try HourStore.readings(
            outlet: outlet, pollutant: .oxygen, from: first, to: last.adding(hours: period.hours - 1), in: access
        ).filter(\.isValid).compactMap { reading in
            reading.average.map { ConversionGround.OxygenHour(hour: reading.hour, percent: $0) }
        }
        return ConversionGround(references: references, oxygen: oxygen, figures: rules.figures.conversion)
            .restricted(to: readings, period: period)
    }

    /// What holds for hours of a stack or of waste water, for pages and for counting days.
    ///
    /// - Parameter readings: The hours for which a missing conversion is looked for.
    func validity(
        _ pollutant: PollutantCode, of outlet: OutletID, from: Instant, to: Instant, limits: [DatedLimit],
        readings: [HourReading] = [], in access: any ReadAccess
    ) throws -> HourValidity {
        let marks = lawful(
            try MarkStore.marks(
                outlet: outlet, from: from.adding(hours: -Int64(EnterpriseMark.rowHoursMax)), to: to, in: access),
            limits)
        let counted = try MinuteCaptureStore.hours(of: outlet, from...to, in: access).values
        return HourValidity(
            pollutant: pollutant, marks: marks, windows: windows(of: marks),
            bounds: rules.bounds.bounds(of: pollutant, unit: limits.first?.unit ?? "mg/m3"),
            exemptions: try exemptions(pollutant, of: outlet, from: from, to: to, marks, limits, in: access),
            minutes: counted.compactMap { $0[pollutant] }, figures: counting.figures,
            conversion: try conversion(pollutant, of: outlet, readings, .hour, in: access), limits: limits)
    }

    /// The marks of hours for which the marking rules were in force: before, a mark decides nothing. Incinerators were
    /// marked by an order of their own before that.
    private func lawful(_ marks: [EnterpriseMark], _ limits: [DatedLimit]) -> [EnterpriseMark] {
        guard let rules = timeline.text("mark-rules"), !limits.contains(where: { $0.limits(.day) }) else {
            return marks
        }
        return marks.filter { $0.firstHour.civil.date >= rules.from }
    }

    private func windows(of marks: [EnterpriseMark]) -> [StartStopWindows.Row] {
        let claimed = Set(marks.compactMap(\.window))
        return rules.windows.rows.filter { claimed.contains($0.markCode) }
    }

    private func captures(
        _ pollutant: PollutantCode, of outlet: OutletID, _ days: [Instant], _ marks: [EnterpriseMark],
        _ limits: [DatedLimit], _ bounds: ValueBounds?, _ minutes: [MinuteCapture], in access: any ReadAccess
    ) throws -> [DayCapture] {
        guard let first = days.first, let last = days.last else { return [] }
        let end = last.adding(hours: MeanPeriod.day.hours - 1)
        let hours = try HourStore.readings(outlet: outlet, pollutant: pollutant, from: first, to: end, in: access)
        let byDay = Dictionary(grouping: hours) { Instant(startOf: $0.hour.civil.date) }
        let validity = HourValidity(
            pollutant: pollutant, marks: marks, windows: windows(of: marks), bounds: bounds,
            exemptions: try exemptions(pollutant, of: outlet, from: first, to: end, marks, limits, in: access),
            minutes: minutes, figures: counting.figures)
        return days.compactMap { DayCapture(day: $0, hours: byDay[$0] ?? [], validity: validity) }
    }

    /// At an incinerator (a stack with a daily limit): what holds for its marked hours, counted over their years. Nil
    /// elsewhere.
    private func exemptions(
        _ pollutant: PollutantCode, of outlet: OutletID, from: Instant, to: Instant, _ marks: [EnterpriseMark],
        _ limits: [DatedLimit], in access: any ReadAccess
    ) throws -> [Instant: IncineratorExemptions.Answer]? {
        guard pollutant.text.hasPrefix("a"), limits.contains(where: { $0.limits(.day) }) else { return nil }
        guard !marks.isEmpty else { return [:] }
        return try counted(pollutant, of: outlet, from: from, to: to, in: access)
    }

    /// The hours of a furnace that its marks take out of judging, within their allowed lengths.
    func exemptHours(
        of outlet: OutletID, within hours: Range<Instant>, in access: any ReadAccess
    ) throws -> [Instant] {
        let last = hours.upperBound.adding(hours: -1)
        let marks = try MarkStore.marks(outlet: outlet, from: hours.lowerBound, to: last, in: access)
        guard !marks.isEmpty else { return [] }
        return try counted(.furnaceTemperature, of: outlet, from: hours.lowerBound, to: last, in: access)
            .filter { hours.contains($0.key) && $0.value.refusal == nil }.keys.sorted()
    }

    /// What holds for the marked hours up to `to`, counted over the years that they lie in.
    private func counted(
        _ pollutant: PollutantCode, of outlet: OutletID, from: Instant, to: Instant, in access: any ReadAccess
    ) throws -> [Instant: IncineratorExemptions.Answer] {
        let standard = try LimitStore.incineratorStandard(of: outlet, of: pollutant, on: to.civil.date, in: access)
        let answers = IncineratorExemptions.judge(
            try markedHours(pollutant, of: outlet, from: from, to: to, in: access),
            figures: rules.figures.exemptions(under: standard))
        return Dictionary(answers.outcome.map { ($0.hour, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// How much of its year's hours an incinerator has marked by now; nil elsewhere.
    func exemptionUse(
        of outlet: OutletID, now: Instant, in access: any ReadAccess
    ) throws -> ExemptionUse? {
        let factors = try LimitStore.factors(of: outlet, in: access).filter { $0.text.hasPrefix("a") }
        let limited = try factors.first { factor in
            try LimitStore.limits(outlet: outlet, pollutant: factor, in: access).contains { $0.limits(.day) }
        }
        guard let limited else { return nil }
        let standard = try LimitStore.incineratorStandard(of: outlet, of: limited, on: now.civil.date, in: access)
        let hours = try markedHours(.furnaceTemperature, of: outlet, from: now, to: now.startOfHour, in: access)
        return ExemptionUse(hours, figures: rules.figures.exemptions(under: standard))
    }

    /// The hours up to `to` that are marked as what exempts, of the years from that of `from` on.
    private func markedHours(
        _ pollutant: PollutantCode, of outlet: OutletID, from: Instant, to: Instant, in access: any ReadAccess
    ) throws -> [IncineratorExemptions.MarkedHour] {
        let years = (from.civil.date.parts.year, to.civil.date.parts.year)
        let start = CivilDate(year: years.0, month: 1, day: 1).map { Instant(startOf: $0) } ?? from
        let all = try MarkStore.marks(outlet: outlet, from: start, to: to, in: access)
        let particulates = try HourStore.readings(
            outlet: outlet, pollutant: Self.particulate, from: start, to: to, in: access)
        let dust = Dictionary(particulates.map { ($0.hour, $0.judged) }, uniquingKeysWith: { first, _ in first })
        var marked: [Instant: IncineratorExemptions.MarkedHour] = [:]
        for mark in all {
            var hour = max(mark.firstHour, start)
            while hour <= min(mark.lastHour, to) {
                let condition = all.effective(at: hour, of: pollutant)?.meaning.exempted
                marked[hour] = condition.map {
                    IncineratorExemptions.MarkedHour(
                        hour: hour, condition: $0, particulate: dust[hour] ?? nil)
                }
                hour = hour.adding(hours: 1)
            }
        }
        return Array(marked.values)
    }
}

extension MarkMeaning {
    /// As what the rules of incinerators count it; nil for what they do not count.
    var exempted: IncineratorExemptions.Condition? {
        switch self {
        case .starting: .starting
        case .stopping: .stopping
        case .fault: .fault
        case .accident: .accident
        case .warming: .warming
        case .cooling: .cooling
        case .maintenance: .maintenance
        case .calibration, .deviceFault, .linkBroken, .standstill, .normal: nil
        }
    }
}
