public import Kernel

/// How far an exceedance reaches, in event time.
public struct ExceedanceExtent: Codable, Sendable, Hashable {
    /// Start of the first exceeding hour.
    public let firstHour: Instant
    /// Start of the last exceeding hour.
    public let lastHour: Instant
    /// How many hours exceed.
    public let hours: Int
    /// The value of the hour furthest above its limit, in the unit of the limit (mg/m³).
    public let peak: DecimalNumber
    /// The limit it was compared with, in mg/m³, at the peak hour.
    public let limit: DecimalNumber
    /// (peak − limit) / limit, rounded by GB/T 8170 to two decimals.
    public let multiple: DecimalNumber
    /// The warning level of the peak.
    public let level: WarningLevel
    /// Whether a complying hour, or a silence longer than the allowed gap, followed the last exceeding hour.
    public let ended: Bool
    /// The code of the unit of peak and limit; nil for mg/m³.
    public let unit: String?
    /// The means that were judged; nil for hours. An episode of days names the starts of its days as its hours.
    public let averaging: MeanPeriod?
    /// Whether the enterprise may still mark a value in it; nil for no.
    public let provisional: Bool?

    /// Whether "times over" means anything: not for pH, degrees and other plain numbers, nor where a limit demands
    /// that nothing is detected, whose multiple is written 0. A multiple that rounds to 0 says nothing either.
    public var countsMultiple: Bool { unit != "1" && unit != "degC" && multiple > DecimalNumber(0) }

    /// An extent.
    public init(
        firstHour: Instant, lastHour: Instant, hours: Int, peak: DecimalNumber, limit: DecimalNumber,
        multiple: DecimalNumber, level: WarningLevel, ended: Bool, unit: String? = nil,
        averaging: MeanPeriod? = nil, provisional: Bool? = nil
    ) {
        self.unit = unit
        self.averaging = averaging
        self.provisional = provisional
        self.firstHour = firstHour
        self.lastHour = lastHour
        self.hours = hours
        self.peak = peak
        self.limit = limit
        self.multiple = multiple
        self.level = level
        self.ended = ended
    }
}
