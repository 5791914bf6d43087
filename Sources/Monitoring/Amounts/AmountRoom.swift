public import Facts
public import Kernel
public import Persistence
public import Standards

/// Actual amounts (实际排放量) of outlets: a facade beside `MonitoringRoom`, over the same hours.
public struct AmountRoom: Sendable {
    let database: any Database
    let directory: any OutletDirectory
    let clock: any WallClock
    let source: AmountSource
    /// Records months that are over; one task of the program.
    public let watch: AmountWatch

    /// Over the hours of a monitoring room.
    public init(beside monitoring: MonitoringRoom, decisions: DecisionLog, figures: JudgingFigures) {
        database = monitoring.database
        directory = monitoring.directory
        clock = monitoring.clock
        source = AmountSource(factors: monitoring.factors, figures: figures)
        let recorder = AmountRecorder(decisions: decisions)
        watch = AmountWatch(
            database: monitoring.database, clock: monitoring.clock, source: source, recorder: recorder,
            revising: AmountRevising(
                database: monitoring.database, journal: monitoring.journal, source: source, recorder: recorder))
    }

    /// The tables.
    public static let schema = Schema(
        tables: [
            TableDeclaration("monitoring_amount", .register), TableDeclaration("monitoring_amount_look", .register),
            TableDeclaration("monitoring_amount_revision", .register),
        ],
        migrations: [
            .monitoring0007CreateAmounts, .monitoring0015ReviseAmounts, .monitoring0018CountMarkedHours,
            .monitoring0025LookForSkippedMonths,
        ])

    /// The rules, for replay.
    public static let rules: [ReplayableRule] = [
        ReplayableRule(StackMonthAmount.self), ReplayableRule(WaterMonthAmount.self),
        ReplayableRule(StackMarkedMonthAmount.self), ReplayableRule(WaterMarkedMonthAmount.self),
    ]

    /// What `jianhu verify` examines.
    public static var checks: any SelfChecking { AmountChecks() }

    /// What `jianhu verify` examines by the table of factors: that no month was passed over.
    public func monthChecks() -> any SelfChecking { SkippedMonthChecks(source: source) }

    /// The recorded amounts of an outlet's year, for the permit: by factor and month, months without a record left out.
    public func amounts(
        of outlet: OutletID, year: Int, scope: Scope, in access: any ReadAccess
    ) throws -> [MonthlyAmount] {
        try AmountStore.amounts(of: outlet, year: year, scope: scope, in: access).map { MonthlyAmount($0) }
    }
}
