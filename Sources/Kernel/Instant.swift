/// A moment: milliseconds since 1970-01-01T00:00:00Z. All storage and arithmetic use it; civil time is only a way to
/// show it.
public struct Instant: Hashable, Sendable, Codable {
    /// Milliseconds since the Unix epoch, UTC.
    public let milliseconds: Int64

    /// The moment that many milliseconds after the Unix epoch.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    /// The moment this many milliseconds later (earlier when negative).
    public func adding(milliseconds delta: Int64) -> Instant {
        Instant(milliseconds: milliseconds + delta)
    }

    /// The moment this many seconds later (earlier when negative).
    public func adding(seconds: Int64) -> Instant {
        adding(milliseconds: seconds * 1_000)
    }

    /// The moment this many minutes later (earlier when negative).
    public func adding(minutes: Int64) -> Instant {
        adding(seconds: minutes * 60)
    }

    /// The moment this many hours later (earlier when negative).
    public func adding(hours: Int64) -> Instant {
        adding(minutes: hours * 60)
    }

    /// How many milliseconds lie between an earlier moment and this one.
    public func milliseconds(since earlier: Instant) -> Int64 {
        milliseconds - earlier.milliseconds
    }
}

extension Instant: Comparable {
    public static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }
}

/// Where the present moment comes from; injected, so that decisions can be replayed and the demonstration can live a
/// day in a second.
public protocol WallClock: Sendable {
    /// The present moment.
    func now() -> Instant
}

/// Where unpredictable bytes come from; injected, so that the demonstration is the same city for the same seed.
public protocol EntropySource: Sendable {
    /// `count` bytes that nobody can foretell.
    func bytes(_ count: Int) -> [UInt8]
}
