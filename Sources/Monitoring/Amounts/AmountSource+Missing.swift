import Kernel
import Persistence

extension AmountSource {
    /// An amount that is not recorded though hours are there.
    struct Missing: Hashable, Sendable {
        let pollutant: PollutantCode
        let month: AmountMonth
    }

    /// What is not recorded of an outlet though hours of it came, up to a month, by factor and month.
    func missing(of outlet: OutletID, until last: AmountMonth, _ access: any ReadAccess) throws -> [Missing] {
        let recorded = try AmountStore.recorded(of: outlet, in: access)
        var missing: [Missing] = []
        for pollutant in try HourStore.factors(of: outlet, in: access) where medium(of: pollutant) != nil {
            var from = Instant(milliseconds: 0)
            while let hour = try HourStore.firstHour(outlet: outlet, pollutant: pollutant, from: from, in: access) {
                let month = AmountMonth(of: hour.civil.date)
                guard month <= last else { break }
                let lacking = Missing(pollutant: pollutant, month: month)
                if !recorded.contains(lacking) { missing.append(lacking) }
                from = month.next.start
            }
        }
        return missing
    }
}
