/// Values of one period or moment: what 2011 to 2062, 2071 and 2111 carry.
public struct ValueReport: Sendable, Hashable {
    /// 2011 instantaneous, 2021 states, 2051 minutes, 2061 hours, 2031 days, 2041 running times, 2013, 2052, 2062,
    /// 2071, 2111.
    public let command: Command
    /// Start of the period (2031, 2041, 2051, 2061, 2111), else the moment of acquisition; whole seconds are written.
    public let dataTime: CivilStamp
    /// The values by factor; states and running times of equipment stand under `SB1`, `SB2`, …
    public let readings: [FactorReading]

    /// The commands that carry such a report.
    public static let commands: Set<Command> = [
        2011, 2013, 2021, 2031, 2041, 2051, 2052, 2061, 2062, 2071, 2111,
    ]

    /// A report; nil when the command carries none.
    public init?(_ command: Command, at dataTime: CivilStamp, _ readings: [FactorReading]) {
        guard Self.commands.contains(command) else { return nil }
        self.command = command
        self.dataTime = dataTime
        self.readings = readings
    }

    var area: [[Item]] { [[Item(key: "DataTime", value: dataTime.text14)]] + readings.map(\.group) }
}
