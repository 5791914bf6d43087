import Facts
import Kernel
import Persistence
import Standards

extension MonitoringRoom {
    /// Hours without an uploaded value that a page fills from minutes, the newest first. Design value.
    private static let holesMax = 24
    /// Alerts and furnace days that a page shows. Design values.
    private static let alertsMax = 10
    private static let furnaceDaysShown: Int64 = 7

    /// What a page of an outlet shows beside the judged means of a factor.
    ///
    /// - Parameters:
    ///   - known: The hours of the factor that were uploaded.
    ///   - hours: The hours that the page shows.
    func means(
        of outlet: OutletSummary, _ factor: PollutantCode?, known: Set<Instant>, hours: Range<Instant>, scope: Scope,
        now: Instant, in access: any ReadAccess
    ) throws -> OutletMeans {
        let today = now.civil.date
        return OutletMeans(
            holes: try factor.map { try holes(of: outlet.outlet, $0, known, hours, access) } ?? [],
            alerts: try AlertStore.newest(outlet: outlet.outlet, scope: scope, limit: Self.alertsMax, in: access),
            furnaceDays: try furnaceLines(
                of: outlet.outlet, today.adding(days: -Self.furnaceDaysShown)...today, scope: scope, in: access),
            name: pollutant, now: now, parameters: parameters,
            limits: try LimitStore.limits(outlet: outlet.outlet, in: access))
    }

    /// The days of a furnace with their counts, the newest first; none where its temperature has no limit.
    func furnaceLines(
        of outlet: OutletID, _ days: ClosedRange<CivilDate>, scope: Scope, in access: any ReadAccess
    ) throws -> [OutletMeans.FurnaceLine] {
        let limits = try LimitStore.limits(outlet: outlet, pollutant: .furnaceTemperature, in: access)
        guard !limits.isEmpty else { return [] }
        return try FurnaceDayStore.days(of: outlet, days, scope: scope, in: access).reversed().map { day in
            OutletMeans.FurnaceLine(
                day: day.day,
                counted: LowFurnaceTemperature.count(day, limits: limits, figures: judgingFigures.furnace)?.outcome)
        }
    }

    private func holes(
        of outlet: OutletID, _ factor: PollutantCode, _ known: Set<Instant>, _ hours: Range<Instant>,
        _ access: any ReadAccess
    ) throws -> [ComputedHour] {
        var missing: [Instant] = []
        var hour = hours.upperBound.startOfHour.adding(hours: -1)
        while hour >= hours.lowerBound, missing.count < Self.holesMax {
            if !known.contains(hour) { missing.append(hour) }
            hour = hour.adding(hours: -1)
        }
        return try missing.compactMap { hour in
            let minutes = try SentMinutes(
                of: outlet, hours: hour..<hour.adding(hours: 1), only: [factor], factors: factors, in: access)
            return ComputedHour(hour, of: minutes.values[factor] ?? [], figures: judgingFigures.validity)
        }
    }
}

extension Decision {
    /// What a decision on means read: as hours and days are read, whatever rule it was. A furnace's five-minute means
    /// have a page of their own.
    func meansRead() throws -> StackHourExceedance.Input {
        guard ruleCode == LowFurnaceTemperature.descriptor.code else {
            return try CanonicalJSON.value(StackHourExceedance.Input.self, from: input)
        }
        let read = try furnaceRead()
        return StackHourExceedance.Input(
            outlet: read.outlet, pollutant: read.pollutant, readings: [], limits: read.limits,
            parameters: read.parameters, now: read.now)
    }

    /// What a decision on a furnace read of its days, in whatever version.
    func furnaceRead() throws -> LowFurnaceTemperature.Input {
        ruleVersion == LowFurnaceTemperature.descriptor.version
            ? try CanonicalJSON.value(LowFurnaceTemperature.Input.self, from: input)
            : try CanonicalJSON.value(MarkedFurnaceTemperature.Input.self, from: input).furnace
    }
}
