import Persistence

extension Migration {
    /// From when and until when stacks were looked through for hours without a value that may decide. None was before
    /// this came, so nothing of the time before warns afterwards, but for the last two days.
    static let monitoring0019LookForHoles = Migration(
        "monitoring-0019-look-for-holes",
        [
            """
            CREATE TABLE monitoring_hole_look (
              outlet_id {text} NOT NULL PRIMARY KEY,
              from_ms {integer} NOT NULL,
              horizon_ms {integer} NOT NULL,
              CHECK (from_ms <= horizon_ms)
            )
            """
        ])
}
