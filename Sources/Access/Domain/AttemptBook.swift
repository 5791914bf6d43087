import Kernel

/// Counts attempts to sign in, by a digest of the login that was tried: five in ten minutes without success close a
/// login for thirty (GB/T 22239-2019, control A2 of our table).
///
/// An attempt counts from its beginning, so that guesses sent at once are counted before the first is refused.
/// The book lives in memory, is bounded, and forgets with the process; unknown logins are treated as known ones are.
struct AttemptBook {
    static let attemptsMax = 5
    static let windowMinutes: Int64 = 10
    static let lockMinutes: Int64 = 30
    /// How many logins are remembered. Each attempt costs a hashing, so filling the book takes an attacker hours.
    static let entriesMax = 10_000

    private struct Entry {
        var attempts: [Instant] = []
        var lockedUntil: Instant?
        var journalledAt: Instant?

        var lastTouched: Instant { lockedUntil ?? attempts.last ?? journalledAt ?? Instant(milliseconds: 0) }
    }

    private var entries: [Digest256: Entry] = [:]

    /// Counts an attempt; tells until when the login is closed, if it is.
    mutating func begin(_ login: Digest256, at now: Instant) -> Instant? {
        var entry = entries[login] ?? Entry()
        if let lockedUntil = entry.lockedUntil {
            if now < lockedUntil { return lockedUntil }
            entry.lockedUntil = nil
            entry.attempts = []
        }
        entry.attempts.removeAll { $0 <= now.adding(minutes: -Self.windowMinutes) }
        entry.attempts.append(now)
        if entry.attempts.count >= Self.attemptsMax {
            entry.lockedUntil = now.adding(minutes: Self.lockMinutes)
        }
        store(entry, for: login)
        return nil
    }

    /// The attempt succeeded: everything is forgotten.
    mutating func succeed(_ login: Digest256) {
        entries[login] = nil
    }

    /// Until when a login is closed; nil when it is open.
    func lockedUntil(_ login: Digest256, at now: Instant) -> Instant? {
        entries[login]?.lockedUntil.flatMap { now < $0 ? $0 : nil }
    }

    /// The attempt was not looked at: it does not count.
    mutating func withdraw(_ login: Digest256, begunAt: Instant) {
        guard var entry = entries[login], let index = entry.attempts.lastIndex(of: begunAt) else { return }
        entry.attempts.remove(at: index)
        entry.lockedUntil = nil
        store(entry, for: login)
    }

    /// Whether a refusal may be journalled: one a minute for each key, so that nobody can flood the journal.
    mutating func mayJournal(_ key: Digest256, at now: Instant) -> Bool {
        var entry = entries[key] ?? Entry()
        if let last = entry.journalledAt, now < last.adding(minutes: 1) { return false }
        entry.journalledAt = now
        store(entry, for: key)
        return true
    }

    private mutating func store(_ entry: Entry, for key: Digest256) {
        entries[key] = entry
        guard entries.count > Self.entriesMax else { return }
        let oldest = entries.filter { $0.key != key }.min { $0.value.lastTouched < $1.value.lastTouched }
        if let oldest { entries[oldest.key] = nil }
    }

    /// How many logins are remembered.
    var count: Int { entries.count }
}
