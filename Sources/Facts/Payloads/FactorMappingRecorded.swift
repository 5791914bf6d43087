public import Kernel

/// It was recorded as what a code that a device sends is read. Never edited: the newest for a day holds.
public struct FactorMappingRecorded: Fact {
    public static let kind = "monitoring.factor-mapping-recorded"
    /// The mapping's number.
    public let mapping: Int64
    /// The device.
    public let device: DeviceNumber
    /// The code as the device spells it.
    public let sentCode: PollutantCode
    /// `factor`, `set-aside` or `by-table`.
    public let reading: String
    /// The factor it is read as.
    public let target: PollutantCode?
    /// The code of the unit the device sends.
    public let unit: String?
    /// What a sent value is multiplied with before.
    public let multiplier: DecimalNumber?
    /// The first day of data times it holds.
    public let validFrom: CivilDate
    /// The last day; nil while it holds.
    public let validTo: CivilDate?
    /// Why.
    public let reason: String

    /// A recorded mapping.
    public init(
        mapping: Int64, device: DeviceNumber, sentCode: PollutantCode, reading: String, target: PollutantCode?,
        unit: String?, multiplier: DecimalNumber?, validFrom: CivilDate, validTo: CivilDate?, reason: String
    ) {
        self.mapping = mapping
        self.device = device
        self.sentCode = sentCode
        self.reading = reading
        self.target = target
        self.unit = unit
        self.multiplier = multiplier
        self.validFrom = validFrom
        self.validTo = validTo
        self.reason = reason
    }
}

/// Stored hours of an outlet were read again after a mapping was recorded, and some came out otherwise.
public struct HoursReread: Fact {
    public static let kind = "monitoring.hours-reread"
    /// The outlet.
    public let outlet: OutletID
    /// The first hour that was read again.
    public let from: Instant
    /// The end of the hours that were read again.
    public let until: Instant
    /// How many effective values changed, appeared or went.
    public let changed: Int

    /// Hours read again.
    public init(outlet: OutletID, from: Instant, until: Instant, changed: Int) {
        self.outlet = outlet
        self.from = from
        self.until = until
        self.changed = changed
    }
}
