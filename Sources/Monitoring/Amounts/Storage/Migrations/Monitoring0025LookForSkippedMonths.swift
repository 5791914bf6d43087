import Persistence

extension Migration {
    /// Months that earlier programs passed over: each outlet is looked at anew. What is recorded stays.
    static let monitoring0025LookForSkippedMonths = Migration(
        "monitoring-0025-look-for-skipped-months", ["DELETE FROM monitoring_amount_look"])
}
