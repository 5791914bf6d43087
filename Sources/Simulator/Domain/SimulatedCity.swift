/// An invented city of outlets: the same seed is the same city, outlet for outlet, byte for byte.
public struct SimulatedCity: Sendable {
    /// What decides everything.
    public let seed: UInt64
    /// The editions its loggers speak, dealt out in turn.
    public let editions: [LoggerEdition]
    /// Minutes of a minute report: 1 to 60, a divisor of 60.
    public let minuteInterval: Int

    /// A city. The mix of editions, when left out, has some loggers of 2005 and 2025 among many of 2017.
    ///
    /// - Precondition: There is at least one edition, and `minuteInterval` divides an hour.
    public init(seed: UInt64, editions: [LoggerEdition] = mixed, minuteInterval: Int = 10) {
        precondition(!editions.isEmpty, "a city needs at least one edition")
        precondition((1...60).contains(minuteInterval) && 60 % minuteInterval == 0, "minutes must divide an hour")
        self.seed = seed
        self.editions = editions
        self.minuteInterval = minuteInterval
    }

    /// One in ten speaks 2005, three speak 2025, the others 2017. Design values.
    public static let mixed: [LoggerEdition] = [
        .hj2017, .hj2025, .hj2017, .hj2017, .hj2025, .hj2017, .hjt2005, .hj2017, .hj2025, .hj2017,
    ]

    /// An outlet of the city; two of three are stacks.
    public func outlet(_ number: Int) -> SimulatedOutlet {
        precondition(number >= 0, "outlets are numbered from 0")
        return SimulatedOutlet(
            number: number, draw: Draw(seed: seed).of(Int64(number)),
            medium: number % 3 == 2 ? .wasteWater : .stack, edition: editions[number % editions.count],
            minuteInterval: minuteInterval)
    }
}
