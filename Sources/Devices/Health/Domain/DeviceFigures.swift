import HJ212
import Kernel

/// A device's health in figures: over the window of complete hours, and what is known of it besides.
struct DeviceFigures: Sendable, Equatable {
    /// When its last frame came; nil when none is known.
    let lastSeenAt: Instant?
    /// Receipt − QN in the newest hour that has any, milliseconds.
    let drift: Int64?
    /// Minute periods of the window; nil for a device that sends none.
    let minutes: Capture?
    /// Minutes between two of them.
    let minuteStep: Int
    /// Hours of the window; nil for a device that sends none.
    let hours: Capture?
    /// Frames stored in the window.
    let frames: Int
    /// Stretches with a wrong CRC that claimed this device in the window.
    let failures: Int
    /// Frames of the window that came again with the same bytes.
    let repeated: Int
    let resent: Int
    let lowered: Int
    let rewriting: Rewriting?
    let hasDefaultPassword: Bool
    /// When the SM4 key in force was made; nil without one.
    let keyMadeAt: Instant?
    let dialect: String?

    /// What is known beside the hours.
    struct Surroundings: Sendable {
        var failures = 0
        var repeated = 0
        var hasDefaultPassword = false
        /// MinInterval as the device answered it last, minutes.
        var minuteInterval: Int?
        /// When the SM4 key in force was made; nil without one.
        var keyMadeAt: Instant?
        /// The first hour that any frame of the device stands in; periods before it are not expected.
        var firstHour: Instant?
        /// The first hour that any minute frame stands in; minutes before it are not expected. Nil for a device that
        /// never sent one.
        var firstMinutesHour: Instant?
        var everSentHours = false
        /// When the last frame came, whatever its data time.
        var lastSeenAt: Instant?
    }

    /// The figures at a moment. Hours outside the window are passed over, but for the drift of the newest.
    init(hours all: [DeviceHour], _ known: Surroundings, limits: HealthLimits, now: Instant) {
        let window = Self.window(limits, now: now)
        let inside = all.filter { window.contains($0.hour) }
        let newest = all.filter { $0.drift != nil }.max { $0.hour < $1.hour }
        let hoursExpected = Self.hoursExpected(since: known.firstHour, in: window)
        let hoursOfMinutes = Self.hoursExpected(since: known.firstMinutesHour, in: window)
        let step =
            known.minuteInterval
            ?? Capture.step(shown: inside.compactMap(\.minuteStep), otherwise: limits.minuteStepDefault)
        lastSeenAt = known.lastSeenAt
        drift = newest?.drift
        minuteStep = step
        minutes =
            hoursOfMinutes > 0
            ? Capture(
                received: inside.map { min($0.minutePeriods, 60 / step) }.reduce(0, +),
                expected: hoursOfMinutes * 60 / step) : nil
        hours =
            known.everSentHours && hoursExpected > 0
            ? Capture(received: inside.count { $0.hasHourValue }, expected: hoursExpected) : nil
        frames = inside.map(\.frames).reduce(0, +)
        failures = known.failures
        repeated = known.repeated
        resent = inside.map(\.resent).reduce(0, +)
        lowered = inside.map(\.lowered).reduce(0, +)
        rewriting = inside.filter { $0.rewriting != nil }.max { $0.hour < $1.hour }?.rewriting
        hasDefaultPassword = known.hasDefaultPassword
        keyMadeAt = known.keyMadeAt
        dialect = Self.dialect(in: all)
    }

    /// The edition of the newest hour that shows one; an hour of few signs does not take it back.
    private static func dialect(in hours: [DeviceHour]) -> String? {
        let told = hours.filter { $0.dialect != nil }.sorted { $0.hour < $1.hour }
        return (told.last { $0.dialect != Dialect.unknown.jsonName } ?? told.last)?.dialect
    }

    /// Wrong frames in a thousand that came.
    var failurePermille: Int { failures * 1_000 / max(1, frames + failures) }

    /// The starts of the hours looked at: complete, and over for the grace.
    static func window(_ limits: HealthLimits, now: Instant) -> Range<Instant> {
        let end = now.startOfHour.adding(hours: -limits.graceHours)
        return end.adding(hours: -limits.windowHours)..<end
    }

    private static func hoursExpected(since first: Instant?, in window: Range<Instant>) -> Int {
        guard let first else { return 0 }
        let start = max(first, window.lowerBound)
        return max(0, Int(window.upperBound.milliseconds(since: start) / 3_600_000))
    }
}
