import Kernel

/// What the day before holds for a firm of the demonstration.
enum DemoStory: Sendable, Equatable {
    /// Well below its limit.
    case steady
    /// Somebody plays the values of one day again each day, to the last digit.
    case replayed
    /// High values marked as maintenance: shown, never judged.
    case maintenance
    /// Hours above the limit by this multiple; the case then comes this many steps far.
    case steps(Int, multiple: Double)

    /// How long each step takes in the demonstration, from the one before, in minutes.
    static let stepMinutes: [Int64] = [9, 75, 32, 190, 45, 260, 120, 60]

    /// How many whole hours before the present the first exceeding hour lies, so that the case comes as far as told by
    /// now; a case that nobody has touched is fresh.
    var exceedanceHoursAgo: Int64? {
        guard case .steps(let count, _) = self else { return nil }
        return count == 0 ? 1 : Self.stepMinutes.prefix(count).reduce(0, +) / 60 + 2
    }
}
