import NIOCore

/// How long a logger waits before it tries to connect again: twice as long each time, up to half a minute, and drawn
/// by a half to either side, so that a city does not come back in one moment. Design values.
enum Backoff {
    static func delay(attempt: Int, _ draw: Draw) -> TimeAmount {
        let secondsMax = 30.0
        let seconds = min(secondsMax, 0.5 * Double(UInt64(1) << UInt64(min(attempt, 10))))
        return .nanoseconds(Int64(seconds * (0.5 + draw.of(.backoff).of(Int64(attempt)).share) * 1e9))
    }
}
