import Kernel

/// Counts what strangers send, by a digest of the address that they send from and in all, so that nobody fills the
/// journal: as guesses at passwords are counted, in memory, bounded, and forgotten with the process.
struct PostBook {
    /// How many senders are remembered.
    static let sendersMax = 10_000

    let limits: SurveyFigures.FeedbackLimits
    private var bySender: [Digest256: [Instant]] = [:]
    private var all: [Instant] = []

    init(limits: SurveyFigures.FeedbackLimits) { self.limits = limits }

    /// Counts a post; tells from when on the next one may come, if this one may not.
    mutating func begin(_ sender: Digest256, at now: Instant) -> Instant? {
        all.removeAll { $0 <= now.adding(minutes: -60) }
        var own = bySender[sender] ?? []
        own.removeAll { $0 <= now.adding(minutes: -limits.window_minutes) }
        if own.count >= limits.posts_per_sender_max, let first = own.first {
            return first.adding(minutes: limits.window_minutes)
        }
        if all.count >= limits.posts_per_hour_max, let first = all.first { return first.adding(minutes: 60) }
        own.append(now)
        all.append(now)
        bySender[sender] = own
        if bySender.count > Self.sendersMax {
            let oldest = bySender.min { ($0.value.last ?? now) < ($1.value.last ?? now) }
            if let oldest { bySender[oldest.key] = nil }
        }
        return nil
    }

    /// How many senders are remembered.
    var count: Int { bySender.count }
}
