/// How much one device, and the platform in all, may be asked. Design values; the page shows them.
enum StormLimits {
    /// Requests of all kinds to one device in a civil day; each kind has a limit of its own (`CommandTrait`).
    static let perDeviceAndDayMax = 240
    /// Requests that wait for one device.
    static let queuedPerDeviceMax = 20
    /// Requests that wait in all.
    static let queuedMax = 5_000
    /// Conversations that run at once in all.
    static let runningMax = 2_000

    /// Refuses a request that would be one too many.
    static func check(
        _ kind: RequestKind, askedToday: [RequestKind: Int], queuedForDevice: Int, queued: Int
    ) throws(CommandRefusal) {
        guard (askedToday[kind] ?? 0) < kind.trait.perDayMax else { throw .dayLimit(max: kind.trait.perDayMax) }
        guard askedToday.values.reduce(0, +) < perDeviceAndDayMax else {
            throw .deviceDayLimit(max: perDeviceAndDayMax)
        }
        guard queuedForDevice < queuedPerDeviceMax else { throw .queueFull(max: queuedPerDeviceMax) }
        guard queued < queuedMax else { throw .queueFull(max: queuedMax) }
    }
}
