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
