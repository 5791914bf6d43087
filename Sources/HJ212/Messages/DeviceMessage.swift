/// What a device tells the platform: every command of the three editions that goes from field to host, answers apart
/// (see `Answer` and `Frame.qnRtn`).
///
/// `frame(…)` writes it, `init?(reading:)` reads it back; for canonical frames one undoes the other. Items without a
/// known suffix are left out of a report: they stand in `Frame.items`.
public enum DeviceMessage: Sendable, Hashable {
    /// 1001, edition 2025: the hardware of a logger without a device number.
    case registration(LoggerHardware)
    /// 1011: the clock of the device, or of one analyser.
    case time(CivilStamp, factor: String? = nil)
    /// 1013: the device asks to be told the time.
    case wantsTime(factor: String? = nil)
    /// 1014, edition 2025: the device asks for a new key; when the one in use was made.
    case wantsKey(created: CivilStamp)
    /// 1021, edition 2005.
    case alarmLimits([AlarmLimit])
    /// 1031, edition 2005.
    case platformAddress(String)
    /// 1041, edition 2005.
    case reportTime(ClockTime)
    /// 1061. Seconds.
    case realTimeInterval(s: Int)
    /// 1063. Minutes.
    case minuteInterval(min: Int)
    /// Values: 2011, 2013, 2021, 2031, 2041, 2051, 2052, 2061, 2062, 2071, 2111.
    case report(ValueReport)
    /// 2072, edition 2005: a factor began (1) or ceased (0) to exceed the device's own limit.
    case alarm(factor: String, value: String, at: CivilStamp, isOver: Bool)
    /// 2081.
    case loggerStart(at: CivilStamp, restartedAt: CivilStamp)
    /// 3015: a sample stands in a bottle, 1 to 99.
    case keptSample(at: CivilStamp, bottle: Int)
    /// 3017. Hours between samples, 1 to 24.
    case samplingPeriod(factor: String, start: ClockTime, hours: Int)
    /// 3018. Minutes from sample to result, at most 120.
    case resultDelay(factor: String, min: Int)
    /// 3019. 24 hexadecimal digits; the moment of change, when the instrument was replaced.
    case instrumentNumber(factor: String, serial: String, at: CivilStamp? = nil)
    /// 3020: logs, states and parameters, by `PolId` where they are of one analyser.
    case siteInformation(at: CivilStamp, [FactorReading])
    /// 9015.
    case heartbeat
    /// 9021, a log-in that many vendors send after connecting; no edition knows it, and nobody owes it an answer.
    case vendorLogin
}
