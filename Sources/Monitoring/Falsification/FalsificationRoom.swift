public import Facts
public import Kernel
public import Persistence
public import Standards

/// Signs that values were made: a facade beside `MonitoringRoom`, over the same frames and hours.
public struct FalsificationRoom: Sendable {
    let database: any Database
    let directory: any OutletDirectory
    /// Looks at yesterday's values; one task of the program.
    public let watch: SignWatch

    /// Over the values of a monitoring room; the figures come from `share/rules/falsification-signs.json`, those
    /// of means and converting from `judging-values.json`.
    public init(
        beside monitoring: MonitoringRoom, decisions: DecisionLog, entropy: any EntropySource, figures: [UInt8],
        judging: JudgingFigures, furnaces: ReferenceFurnaces
    ) throws {
        database = monitoring.database
        directory = monitoring.directory
        watch = SignWatch(
            database: monitoring.database, journal: monitoring.journal, decisions: decisions, entropy: entropy,
            clock: monitoring.clock, factors: monitoring.factors,
            figures: try CanonicalJSON.value(SignFigures.self, from: figures), judging: judging, furnaces: furnaces)
    }

    /// The tables.
    public static let schema = Schema(
        tables: [
            TableDeclaration("monitoring_suspicion", .register), TableDeclaration("monitoring_shape", .derived),
            TableDeclaration("monitoring_sign_look", .register),
        ], migrations: [.monitoring0006CreateSuspicions, .monitoring0014WidenSigns])

    /// The rules, for replay.
    public static let rules: [ReplayableRule] = [
        ReplayableRule(FlatLine.self), ReplayableRule(RepeatedDigits.self), ReplayableRule(ClippedRange.self),
        ReplayableRule(CopiedCurve.self), ReplayableRule(TimelyCalibration.self),
        ReplayableRule(StoppingBelowLimit.self), ReplayableRule(RewrittenHours.self),
        ReplayableRule(RewrittenExceedances.self),
        ReplayableRule(DriftingClock.self), ReplayableRule(ComputedDifference.self),
        ReplayableRule(ConversionDifference.self), ReplayableRule(ConversionDoubt.self),
        ReplayableRule(HeedingMarks<FlatLine, FlatLineFigures>.self),
        ReplayableRule(HeedingMarks<RepeatedDigits, RepeatedDigitsFigures>.self),
        ReplayableRule(HeedingMarks<ClippedRange, ClippedRangeFigures>.self),
        ReplayableRule(HeedingMarks<TimelyCalibration, TimelyCalibrationFigures>.self),
        ReplayableRule(HeedingMarks<StoppingBelowLimit, BelowLimitFigures>.self),
    ]

    /// What `jianhu verify` examines.
    public static var checks: any SelfChecking { SuspicionChecks() }
}
