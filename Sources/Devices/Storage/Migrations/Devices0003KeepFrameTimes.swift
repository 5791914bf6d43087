import Persistence

extension Migration {
    /// A received frame lies by its time, so a link to it names that. Exchanges of before have none; their links find
    /// what is three days old.
    static let devices0003KeepFrameTimes = Migration(
        "devices-0003-keep-frame-times", ["ALTER TABLE devices_exchange ADD COLUMN frame_time_ms {integer}"])
}
