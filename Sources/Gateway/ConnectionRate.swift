import Kernel

/// New lines of each sender in the minute that runs: a device that reconnects in a loop costs a handshake and nothing
/// more. Minutes are the clock's, so that a minute needs no list of moments.
struct ConnectionRate {
    /// Senders counted one by one; all beyond share one count. Design value: a city's loggers a few times over.
    static let sendersMax = 16_384

    private let perMinuteMax: Int
    private var minute: Int64 = .min
    private var counts: [IPAddress: Int] = [:]
    private var countOfOthers = 0

    init(perMinuteMax: Int) {
        self.perMinuteMax = perMinuteMax
    }

    /// Counts a new line; false when the sender had as many as it may in this minute.
    mutating func admits(_ sender: IPAddress?, at now: Instant) -> Bool {
        let minute = now.milliseconds / 60_000
        // Not merely a later one: a clock that was set back must not keep everybody out.
        if minute != self.minute {
            self.minute = minute
            counts.removeAll(keepingCapacity: false)
            countOfOthers = 0
        }
        guard let sender, counts[sender] != nil || counts.count < Self.sendersMax else {
            countOfOthers += 1
            return countOfOthers <= perMinuteMax
        }
        let count = counts[sender, default: 0] + 1
        counts[sender] = min(count, perMinuteMax + 1)
        return count <= perMinuteMax
    }
}
