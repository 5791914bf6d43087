/// What stands between BeginTime and EndTime. The standard's own examples have both.
public enum RangeSeparator: String, Sendable, Hashable, CaseIterable {
    case comma = ","
    case semicolon = ";"

    /// What the examples show: a comma throughout 2005, and later for running times and raw records; else a semicolon.
    public static func usual(for kind: HistoryKind, in edition: Edition) -> RangeSeparator {
        edition == .hjt2005 || kind == .runTimes || kind == .alarms ? .comma : .semicolon
    }
}
