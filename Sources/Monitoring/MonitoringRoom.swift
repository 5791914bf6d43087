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
    let journal: Journal
    let reception: FrameReception
    private let judge: Judge
    let factors: DeviceFactors
    let newestHours = NewestHours()
    /// The keys of encrypted data areas, for set-aside bytes.
    let keys: (any AreaKeys)?

    /// A room over this database; the rule's figures come from `share/rules/stack-hour-exceedance.json`.
    public init(
        database: any Database, journal: Journal, decisions: DecisionLog, directory: any OutletDirectory,
        clock: any WallClock, entropy: any EntropySource, judgingParameters: [UInt8], factors: FactorTable,
        keys: (any AreaKeys)? = nil
    ) throws {
        self.database = database
        self.directory = directory
        self.clock = clock
        self.journal = journal
        self.keys = keys
        parameters = try CanonicalJSON.value(RuleParameters.self, from: judgingParameters).judging
        self.factors = DeviceFactors(table: factors)
        judge = Judge(journal: journal, decisions: decisions, parameters: parameters, entropy: entropy)
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
            TableDeclaration("monitoring_limit", .register),
            TableDeclaration("monitoring_episode", .derived),
            TableDeclaration("monitoring_waiting_hour", .derived),
            TableDeclaration("monitoring_quarantine_load", .derived),
            TableDeclaration("monitoring_quarantine_total", .derived),
            TableDeclaration("monitoring_quarantine_drop", .register),
            TableDeclaration("monitoring_device_check", .register),
            TableDeclaration("monitoring_factor_mapping", .evidence),
            TableDeclaration("monitoring_raw_code", .ephemeral),
            TableDeclaration("monitoring_rereading", .register),
        ],
        migrations: [
            .monitoring0001CreateFrames, .monitoring0002PackFrames, .monitoring0003CreateFactorMappings,
            .monitoring0004BoundQuarantine,
        ])

    /// The room's rules, for replay.
    public static let rules: [ReplayableRule] = [ReplayableRule(StackHourExceedance.self)]

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

    /// Records a limit of an outlet in mg/m³, above zero, with the days it holds and the place it is written.
    /// Hours that are stored already are not judged again.
    public func recordLimit(
        _ fact: LimitRecorded, about subject: FactSubject, by author: FactAuthor, in access: any WriteAccess
    ) throws {
        precondition(fact.limit > DecimalNumber(0), "a limit is a concentration above zero")
        try LimitStore.insert(
            DatedLimit(limit: fact.limit, validFrom: fact.validFrom, validTo: fact.validTo, source: fact.source),
            outlet: fact.outlet, pollutant: fact.pollutant, in: access)
        try journal.append(fact, about: subject, by: author, in: access)
    }

    /// The newest hour of which the judged factor's value is stored.
    public func newestHour(of outlet: OutletID, in access: any ReadAccess) throws -> Instant? {
        try HourStore.newestHour(outlet: outlet, pollutant: .sulphurDioxide, in: access)
    }
}

/// The resource file of rule MON-01: its figures, each with its source.
private struct RuleParameters: Decodable {
    let judging: JudgingParameters
}
