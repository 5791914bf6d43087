public import Kernel
public import Persistence

extension MonitoringRoom {
    /// As many hours are read at most. Design value: a month.
    private static let replacedHoursMax: Int64 = 744

    /// The hours of a factor whose value is another than the one sent before it, in order; of more than 744 hours the
    /// first.
    public func replacedHours(
        of pollutant: PollutantCode, at outlet: OutletID, in hours: ClosedRange<Instant>, _ access: any ReadAccess
    ) throws -> [ReplacedHour] {
        let read = hours.lowerBound...min(hours.upperBound, hours.lowerBound.adding(hours: Self.replacedHoursMax - 1))
        let sent = try SentHours(of: outlet, hours: read, day: read, factors: factors, in: access)
        return (sent.versions[pollutant] ?? []).compactMap { hour in
            guard read.contains(hour.hour), let after = hour.versions.last,
                let before = hour.versions.last(where: { $0.value != after.value }),
                let receivedAt = sent.arrivals[after.frame]
            else { return nil }
            return ReplacedHour(
                hour: hour.hour, before: before.value, beforeFrame: before.frame, after: after.value,
                afterFrame: after.frame, receivedAt: receivedAt)
        }
    }
}
