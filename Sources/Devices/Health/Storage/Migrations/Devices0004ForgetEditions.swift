import Persistence

extension Migration {
    /// The edition of an hour was that of its last frame; it is now what the hour's frames together show. Hours of
    /// before tell none: those that lists look at are counted again by the watch within its round.
    static let devices0004ForgetEditions = Migration(
        "devices-0004-forget-editions", ["UPDATE devices_hour SET dialect = NULL"])
}
