public import Facts
public import HJ212
public import Kernel
public import Persistence
public import Standards

/// Automatic monitoring of outlets: frames, effective values, limits, exceedance episodes.
public struct MonitoringRoom: Sendable {
    let database: any Database
    let directory: any OutletDirectory
    let clock: any WallClock
    let parameters: JudgingParameters
    /// How means are computed where none was uploaded.
    let judgingFigures: JudgingFigures
    let journal: Journal
    let reception: FrameReception
    let judge: Judge
    let factors: DeviceFactors
    /// The tables of standards from which officers may adopt limits.
    let standards: StandardLimits
    let newestHours = NewestHours()
    /// The keys of encrypted data areas, for set-aside bytes.
    let keys: (any AreaKeys)?

    /// A room over this database; the rule's figures come from `share/rules/stack-hour-exceedance.json`.
    public init(
        database: any Database, journal: Journal, decisions: DecisionLog, directory: any OutletDirectory,
        clock: any WallClock, entropy: any EntropySource, judgingParameters: [UInt8], judgingFigures: JudgingFigures,
        factors: FactorTable, standards: StandardLimits, validity: ValidityRules, furnaces: ReferenceFurnaces,
        timeline: LegalTimeline, keys: (any AreaKeys)? = nil
    ) throws {
        self.database = database
        self.directory = directory
        self.clock = clock
        self.journal = journal
        self.keys = keys
        self.standards = standards
        self.judgingFigures = judgingFigures
        parameters = try CanonicalJSON.value(RuleParameters.self, from: judgingParameters).judging
        self.factors = DeviceFactors(table: factors)
        judge = Judge(
            journal: journal, decisions: decisions, parameters: parameters, entropy: entropy, validity: validity,
            factors: self.factors, furnaces: furnaces, timeline: timeline)
        reception = FrameReception(
            journal: journal, judge: judge, directory: directory, factors: self.factors)
    }

    /// The room's tables.
    public static let schema = Schema(
        tables: [
            TableDeclaration("monitoring_source", .register),
            TableDeclaration("monitoring_layout", .evidence),
            TableDeclaration("monitoring_packed_frame", .evidence),
            TableDeclaration("monitoring_quarantine", .register),
            TableDeclaration("monitoring_hour", .derived),
            TableDeclaration("monitoring_day", .derived),
            TableDeclaration("monitoring_outlet_limit", .register),
            TableDeclaration("monitoring_episode", .derived),
            TableDeclaration("monitoring_waiting_hour", .derived),
            TableDeclaration("monitoring_waiting_day", .derived),
            TableDeclaration("monitoring_rejudging", .register),
            TableDeclaration("monitoring_rule_adoption", .register),
            TableDeclaration("monitoring_mark", .evidence),
            TableDeclaration("monitoring_mark_closing", .evidence),
            TableDeclaration("monitoring_rule_adoption_end", .register),
            TableDeclaration("monitoring_quarantine_load", .derived),
            TableDeclaration("monitoring_quarantine_total", .derived),
            TableDeclaration("monitoring_quarantine_drop", .register),
            TableDeclaration("monitoring_device_check", .register),
            TableDeclaration("monitoring_factor_mapping", .evidence),
            TableDeclaration("monitoring_raw_code", .ephemeral),
            TableDeclaration("monitoring_rereading", .register),
            TableDeclaration("monitoring_changed_hour", .derived),
            TableDeclaration("monitoring_furnace_look", .register),
            TableDeclaration("monitoring_hour_alert", .derived),
            TableDeclaration("monitoring_furnace_day", .derived),
            TableDeclaration("monitoring_minute_capture", .derived),
            TableDeclaration("monitoring_late_hour", .register),
            TableDeclaration("monitoring_hole_look", .register),
            TableDeclaration("monitoring_late_day", .register),
            TableDeclaration("monitoring_late_month", .register),
        ],
        migrations: [
            .monitoring0001CreateFrames, .monitoring0002PackFrames, .monitoring0003CreateFactorMappings,
            .monitoring0004BoundQuarantine, .monitoring0005RecordLimits, .monitoring0006RecordMarks,
            .monitoring0007EndAdoptions, .monitoring0012NoteChangedHours, .monitoring0013CreateMeans,
            .monitoring0016CountMinutes, .monitoring0017NoteLateHours,
            .monitoring0019LookForHoles, .monitoring0020WarnOfDays, .monitoring0023LimitBySeason,
            .monitoring0024NoteLateDays,
        ])

    /// The room's rules, for replay.
    public static let rules: [ReplayableRule] = [
        ReplayableRule(StackHourExceedance.self), ReplayableRule(StackMeanExceedance.self),
        ReplayableRule(WaterDayExceedance.self), ReplayableRule(IncineratorDayExceedance.self),
        ReplayableRule(StackValidExceedance.self), ReplayableRule(WaterValidDayExceedance.self),
        ReplayableRule(IncineratorValidDayExceedance.self), ReplayableRule(StackCountedExceedance.self),
        ReplayableRule(IncineratorCountedDayExceedance.self), ReplayableRule(StackConvertedExceedance.self),
        ReplayableRule(IncineratorConvertedDayExceedance.self),
    ]

    /// Finds the hours of stacks that cannot decide.
    var hourHoles: HourHoles { HourHoles(matter: judge.matter, factors: factors, figures: judgingFigures) }

    /// Judges what only time changes.
    public var watch: EpisodeWatch { EpisodeWatch(database: database, judge: judge, clock: clock) }

    /// Carries recorded mappings into stored hours.
    public var rereadings: RereadingWatch {
        RereadingWatch(database: database, directory: directory, rereading: rereading, clock: clock)
    }

    private var rereading: HourRereading { HourRereading(journal: journal, judge: judge, factors: factors) }

    /// Records as what devices' codes are read.
    var factorDesk: FactorDesk {
        FactorDesk(journal: journal, directory: directory, factors: factors, rereading: rereading)
    }

    /// Makes arrivals durable in one transaction; verdicts come in the same order.
    public func store(_ arrivals: [FrameArrival]) async throws -> [FrameVerdict] {
        try await reception.receive(arrivals, now: clock.now(), in: database)
    }

    /// Records limits, ends them, and carries both into stored values.
    var limitDesk: LimitDesk { LimitDesk(journal: journal, judge: judge) }

    /// Records what enterprises mark and close, and has it judged.
    var markDesk: MarkDesk {
        MarkDesk(
            journal: journal, judge: judge, furnaces: FurnaceRereading(reading: furnaceReading, desk: furnaceDesk))
    }

    /// Reads furnaces' days, without the hours that marks exempt.
    var furnaceReading: FurnaceReading {
        FurnaceReading(factors: factors, exemptions: FurnaceExemptions(matter: judge.matter))
    }

    /// Keeps furnaces' days and settles their episodes.
    var furnaceDesk: FurnaceDesk {
        FurnaceDesk(
            journal: journal, decisions: judge.decisions, parameters: parameters, figures: judgingFigures.furnace,
            markHourMax: judge.validity.markHourMax, entropy: judge.entropy)
    }

    /// Carries changes of limits into older stored values.
    public var limitWatch: LimitWatch { LimitWatch(database: database, desk: limitDesk, clock: clock) }

    /// Enters a limit of an outlet that has no values yet, in the platform's unit, above zero, with the days it holds
    /// and the place it is written. Values that are stored already are not judged again; officers record by the page.
    public func recordLimit(
        _ fact: LimitRecorded, about subject: FactSubject, by author: FactAuthor, in access: any WriteAccess
    ) throws {
        precondition(fact.limit > DecimalNumber(0), "a limit is a concentration above zero")
        try limitDesk.enter(fact, about: subject, by: author, now: clock.now(), in: access)
    }

    /// Records that the authority adopts a rule that is known from memory.
    public func recordAdoption(
        _ fact: RuleAdopted, by author: FactAuthor, in access: any WriteAccess
    ) throws {
        try adoptionDesk.record(fact, by: author, now: clock.now(), in: access)
    }

    /// Records in which unit a device sends a factor whose unit the tables leave open, from a day on. Throws
    /// `FactorMappingRefusal`, for instance for a unit that does not lead into the platform's.
    public func recordUnit(
        _ unit: String, of factor: PollutantCode, sentBy device: DeviceNumber, from day: CivilDate,
        because reason: String, by actor: Actor, in access: any WriteAccess
    ) throws {
        let now = clock.now()
        let draft = FactorMappingOrder.Draft(target: factor.text, unit: unit, multiplier: "")
        let order = try FactorMappingOrder(
            sentCode: factor, reading: FactorMappingOrder.reading(of: draft, in: factors.table), validFrom: day,
            validTo: nil, reason: reason, today: now.civil.date)
        try factorDesk.record(order, for: device, by: actor, at: now, in: access)
    }

    var adoptionDesk: AdoptionDesk { AdoptionDesk(journal: journal) }

    /// The newest hour of which a value of a factor with a limit is stored.
    public func newestHour(of outlet: OutletID, in access: any ReadAccess) throws -> Instant? {
        try LimitStore.factors(of: outlet, in: access).compactMap {
            try HourStore.newestHour(outlet: outlet, pollutant: $0, in: access)
        }.max()
    }
}

/// The resource file of rule MON-01: its figures, each with its source.
private struct RuleParameters: Decodable {
    let judging: JudgingParameters
}
