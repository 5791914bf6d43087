/// An hour that a firm of the demonstration sends again with another value.
struct DemoCorrection: Sendable, Equatable {
    /// How many whole hours before the present the hour lies.
    let hoursAgo: Int64
    /// By how much the new value exceeds the limit; below it when negative.
    let multiple: Double
    /// How many whole hours before the present it is sent again.
    let sentHoursAgo: Int64
}
