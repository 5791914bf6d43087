/// What the platform asks of a device: every command of the three editions that goes from host to field.
///
/// `frame(…)` writes it, `init?(reading:)` reads it back; for canonical frames one undoes the other. Which commands
/// exist in which edition: `editions`. How the device answers: `kind`. Times are local times of UTC+8; only whole
/// seconds are written. Bounds are checked when a frame is written, so that a value read from a foreign frame can be
/// shown.
public enum PlatformRequest: Sendable, Hashable {
    /// 1000. Seconds until an answer counts as missing, 1 to 99 (2005: to 86,400), and how often to send again, 1 to
    /// 99.
    case setTimeouts(overTimeS: Int, reCount: Int)
    /// 1011. The clock of the device, or of one analyser.
    case readTime(factor: String? = nil)
    /// 1012. Sets the clock of the device, or of one analyser.
    case setTime(CivilStamp, factor: String? = nil)
    /// 1061.
    case readRealTimeInterval
    /// 1062. 30 to 3600 s.
    case setRealTimeInterval(s: Int)
    /// 1063.
    case readMinuteInterval
    /// 1064. 1, 2, 3, 4, 5, 6, 10, 12, 15, 20 or 30 min.
    case setMinuteInterval(min: Int)
    /// 1072. One to six letters and digits.
    case setPassword(String)
    /// 2011. The device uploads real-time values until told to stop.
    case startRealTime
    /// 2012. A notification: the device answers 9013.
    case stopRealTime
    /// 2021. The device uploads equipment states until told to stop.
    case startEquipmentState
    /// 2022. A notification: the device answers 9013.
    case stopEquipmentState
    /// 2013, 2031, 2041, 2051, 2052, 2061, 2062, 2071, and 2011 for stored values. Both ends are included and name
    /// starts of periods.
    case history(HistoryKind, from: CivilStamp, to: CivilStamp, separator: RangeSeparator)
    /// 3011. The calibrated point is named since 2025, before it cannot be.
    case calibrate(factor: String, type: CalibrationType? = nil)
    /// 3012.
    case sampleNow(factor: String)
    /// 3013 since 2017: cleaning or blow-back.
    case startCleaning(factor: String)
    /// 3014 since 2017.
    case compareSample(factor: String)
    /// 3015. Keep the sample taken at the exceedance; the device uploads its bottle.
    case retainSample
    /// 3016. First sample of the day and hours between samples, 1 to 24.
    case setSamplingPeriod(factor: String, start: ClockTime, hours: Int)
    /// 3017.
    case readSamplingPeriod(factor: String)
    /// 3018. Minutes from sample to result.
    case readResultDelay(factor: String)
    /// 3019.
    case readInstrumentNumber(factor: String)
    /// 3020. Logs, states or parameters by InfoId; logs of a range of time.
    case readSiteInformation(factor: String?, item: String, range: ClosedRange<CivilStamp>? = nil)
    /// 3021.
    case setSiteParameter(factor: String, item: String, value: String)
    /// 3022, edition 2025: keep a sample at once.
    case retainSampleNow(factor: String? = nil)
    /// 3024, edition 2025.
    case standardCheck(factor: String)
    /// 1002, edition 2025: 24 digits and capital letters (the standard says hexadecimal, its example has a G).
    case setDeviceNumber(String)
    /// 1014, edition 2025: 16 characters. The data area must be encrypted before it leaves.
    case setKey(created: CivilStamp, key: String)

    // MARK: - Edition 2005 only

    /// 1001. How long a limit must be exceeded before the device tells; the unit is the device's, 1 to 99,999.
    case setWarnTime(Int)
    /// 1021.
    case readAlarmLimits(factors: [String])
    /// 1022.
    case setAlarmLimits([AlarmLimit])
    /// 1031.
    case readPlatformAddress
    /// 1032. A telephone number or address, at most 40 characters (design value).
    case setPlatformAddress(String)
    /// 1041.
    case readReportTime
    /// 1042. Hour and minute count.
    case setReportTime(ClockTime)
    /// 3013 in 2005.
    case operateEquipment(factor: String)
    /// 3014 in 2005: the hours of the day, 0 to 23, at which samples are taken.
    case setSamplingHours(factor: String, hours: [Int])
}
