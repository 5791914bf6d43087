public import Facts
public import Kernel
public import Persistence
public import Standards

/// An effective mean, as it was uploaded.
public struct UploadedMean: Sendable, Equatable {
    /// Start of the hour or the day.
    public let start: Instant
    /// As measured, in the factor's unit.
    public let measured: DecimalNumber?
    /// Converted to reference oxygen by the device.
    public let converted: DecimalNumber?
    /// The device's mark, as sent.
    public let mark: String?
}

extension MonitoringRoom {
    /// The factors of an outlet of which means of this kind are stored, with name and unit, by their codes.
    public func factors(
        of outlet: OutletID, period: MeanPeriod, in access: any ReadAccess
    ) throws -> [Pollutant] {
        try HourStore.factors(of: outlet, period: period, in: access).map(pollutant)
    }

    /// At most `limit` effective means that begin within `window`, in order of time.
    public func means(
        of pollutant: PollutantCode, at outlet: OutletID, period: MeanPeriod, within window: ClosedRange<Instant>,
        newestFirst: Bool, limit: Int, scope: Scope, in access: any ReadAccess
    ) throws -> [UploadedMean] {
        try HourStore.readings(
            outlet: outlet, pollutant: pollutant, within: window, newestFirst: newestFirst, limit: limit, scope: scope,
            period: period, in: access
        ).map { UploadedMean(start: $0.hour, measured: $0.average, converted: $0.converted, mark: $0.mark) }
    }
}

/// The newest effective mean of a limited factor, as it is shown to the public: the uploaded figure beside its limit,
/// with the device's mark. It is no verdict.
public struct PublishedMean: Sendable, Equatable {
    /// The factor.
    public let factor: Pollutant
    /// The mean and its start.
    public let period: MeanPeriod
    /// Start of the hour or the day.
    public let start: Instant
    /// The uploaded value, the converted one first; nil when the device sent none.
    public let value: DecimalNumber?
    /// The limit in force with its unit, `≤ 35 mg/m³`; nil without one on that day.
    public let limit: String?
    /// Whether the value lies beyond the limit; nil when they cannot be compared.
    public let isBeyond: Bool?
    /// The device's mark, as sent; nil when it sent none or N.
    public let mark: String?
    /// What the mark says; nil without one and when no edition knows it.
    public var markWords: Phrase? { mark.flatMap(DeviceMarkWords.word) }
}

extension MonitoringRoom {
    /// What the public may see of an outlet: of each limited factor the newest mean of the kind that is judged.
    public func publishedMeans(of outlet: OutletID, in access: any ReadAccess) throws -> [PublishedMean] {
        try LimitStore.factors(of: outlet, in: access).compactMap { code in
            let limits = try LimitStore.limits(outlet: outlet, pollutant: code, in: access)
            let period: MeanPeriod = limits.inForce(on: clock.now().civil.date) == nil ? .day : .hour
            guard
                let newest = try HourStore.newestHour(outlet: outlet, pollutant: code, period: period, in: access),
                let reading = try HourStore.effective(
                    outlet: outlet, pollutant: code, hour: newest, period: period, in: access)?.reading
            else { return nil }
            let limit = limits.inForce(on: newest.civil.date, of: period)
            let isUnmarked = reading.mark == nil || reading.mark == "N"
            let isBeyond = limit.flatMap { limit in reading.judged.map { limit.broken(by: $0) != nil } }
            return PublishedMean(
                factor: pollutant(code), period: period, start: newest, value: reading.judged, limit: limit?.text,
                isBeyond: isUnmarked ? isBeyond : nil, mark: isUnmarked ? nil : reading.mark)
        }
    }
}
