/// Values of the past that can be asked for with BeginTime and EndTime, both inclusive.
public enum HistoryKind: String, Sendable, Hashable, CaseIterable {
    /// 2051.
    case minutes
    /// 2061.
    case hours
    /// 2031.
    case days
    /// 2041: daily running times of equipment.
    case runTimes
    /// 2013: raw measurements of periodic analysers, edition 2025.
    case raw
    /// 2052: single noise measurements, edition 2025.
    case noise
    /// 2062: results of standard checks, edition 2025.
    case standardChecks
    /// 2011 with a range: stored real-time values of electricity monitoring (ST=44), edition 2025.
    case storedRealTime
    /// 2071: alarm records, edition 2005.
    case alarms

    /// The command that asks for them and brings them.
    public var command: Command {
        switch self {
        case .minutes: .minuteValues
        case .hours: .hourValues
        case .days: .dayValues
        case .runTimes: .equipmentRunTime
        case .raw: 2013
        case .noise: 2052
        case .standardChecks: 2062
        case .storedRealTime: .realTime
        case .alarms: 2071
        }
    }

    /// The editions that know them.
    public var editions: ClosedRange<Edition> {
        switch self {
        case .minutes, .hours, .days, .runTimes: .all
        case .raw, .noise, .standardChecks, .storedRealTime: .only2025
        case .alarms: .only2005
        }
    }

    /// Seconds on which both ends must lie, so that they name the start of a period.
    var alignmentS: Int64 {
        switch self {
        case .minutes: 60
        case .hours: 3600
        case .days, .runTimes: 86400
        case .raw, .noise, .standardChecks, .storedRealTime, .alarms: 1
        }
    }
}
