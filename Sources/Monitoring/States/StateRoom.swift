public import Facts
public import Kernel
public import Persistence

/// State episodes of outlets' monitoring: a facade beside `MonitoringRoom`, over the same hours.
public struct StateRoom: Sendable {
    let database: any Database
    let directory: any OutletDirectory
    let rules: StateRules
    /// Looks at the hours; one task of the program.
    public let watch: StateWatch

    var desk: StateDesk { watch.desk }

    /// Over the hours of a monitoring room; the figures come from `share/rules/state-episodes.json`, terms of days are
    /// counted on the calendar.
    public init(
        beside monitoring: MonitoringRoom, decisions: DecisionLog, entropy: any EntropySource, figures: [UInt8],
        calendar: any WorkingDays
    ) throws {
        database = monitoring.database
        directory = monitoring.directory
        rules = try StateRules(json: figures, calendar: calendar)
        let desk = StateDesk(journal: monitoring.journal, decisions: decisions, entropy: entropy, rules: rules)
        watch = StateWatch(
            database: monitoring.database, clock: monitoring.clock, desk: desk,
            furnaces: monitoring.furnaceReading)
    }

    /// The tables.
    public static let schema = Schema(
        tables: [
            TableDeclaration("monitoring_state", .derived), TableDeclaration("monitoring_state_step", .register),
            TableDeclaration("monitoring_state_look", .register),
        ], migrations: [.monitoring0010CreateStates, .monitoring0026LookAtHandSet])

    /// The rules, for replay.
    public static let rules: [ReplayableRule] = [
        ReplayableRule(SilentHours.self), ReplayableRule(InvalidHours.self), ReplayableRule(MaintenanceHours.self),
        ReplayableRule(StoppedHours.self), ReplayableRule(UnmeasuredHours.self),
        ReplayableRule(QuestionedHours.self), ReplayableRule(SilentOutlets.self),
    ]

    /// What `jianhu verify` examines.
    public func checks() -> any SelfChecking { StateChecks(rules: rules, furnaces: watch.furnaces) }

    /// The outlet of an episode in sight.
    public static func outlet(of episode: String, scope: Scope, in access: any ReadAccess) throws -> OutletID? {
        try StateEpisodeID(episode).flatMap { try StateStore.episode($0, scope: scope, in: access)?.outlet }
    }

    /// What a duty of this room asks for; nil for a duty of another room.
    public static func dutyPhrase(_ kind: String) -> Phrase? {
        guard kind.hasPrefix(StateAction.dutyPrefix) else { return nil }
        return StateAction(rawValue: String(kind.dropFirst(StateAction.dutyPrefix.count))).map(StateWords.name(of:))
    }

    /// What a kind of state is called; nil for a code that no kind has.
    public static func statePhrase(_ state: String) -> Phrase? { StateKind(rawValue: state).map(StateWords.name(of:)) }

    /// Whether a kind of duty is this room's: its reference is a state episode.
    public static func owns(dutyKind: String) -> Bool { dutyKind.hasPrefix(StateAction.dutyPrefix) }
}
