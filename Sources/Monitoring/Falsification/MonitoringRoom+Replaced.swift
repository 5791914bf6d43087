public import Facts
public import Kernel
public import Persistence

extension MonitoringRoom {
    /// As many hours are read at most. Design value: a month.
    private static let replacedHoursMax: Int64 = 744

    /// The hours or days of a factor that begin in a time and of which another value, or the same with another mark,
    /// was sent later, in order; of more than 744 hours those of the first.
    public func replacedMeans(
        of pollutant: PollutantCode, at outlet: OutletID, by period: MeanPeriod, in hours: ClosedRange<Instant>,
        _ access: any ReadAccess
    ) throws -> [ReplacedMean] {
        let read = hours.lowerBound...min(hours.upperBound, hours.lowerBound.adding(hours: Self.replacedHoursMax - 1))
        let sent = try SentMeans(of: pollutant, at: outlet, period, in: read, factors: factors, access)
        return try sent.replaced.map { start, versions in
            ReplacedMean(
                start: start, period: period, versions: versions,
                sign: try SuspicionStore.newest(
                    .rewrittenHours, of: pollutant, at: outlet,
                    in: start...start.adding(hours: period.hours - 1), access))
        }
    }
}
