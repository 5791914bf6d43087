import Facts
public import Kernel
public import Persistence

extension MonitoringRoom {
    /// The marks by which hours of a factor may be out of judging, the first stated first: the newest of each hour,
    /// as far as the rules of its source excuse anything by what it says.
    public func countingMarks(
        of pollutant: PollutantCode, at outlet: OutletID, in hours: ClosedRange<Instant>, _ access: any ReadAccess
    ) throws -> [CountingMark] {
        let marks = try MarkStore.marks(outlet: outlet, from: hours.lowerBound, to: hours.upperBound, in: access)
        guard !marks.isEmpty else { return [] }
        let isIncinerator =
            try pollutant.text.hasPrefix("a")
            && LimitStore.limits(outlet: outlet, pollutant: pollutant, in: access).contains { $0.limits(.day) }
        var numbers: Set<Int64> = []
        var hour = hours.lowerBound
        while hour <= hours.upperBound {
            if let mark = marks.effective(at: hour, of: pollutant), mark.bears(isIncinerator: isIncinerator) {
                numbers.insert(mark.number)
            }
            hour = hour.adding(hours: 1)
        }
        return try numbers.sorted().compactMap { number in
            try MarkStore.mark(number, in: access).map { recorded in
                CountingMark(
                    number: number, firstHour: recorded.mark.firstHour, lastHour: recorded.mark.lastHour,
                    meaning: recorded.mark.meaning, reason: recorded.reason, name: recorded.name, at: recorded.at)
            }
        }
    }

    /// Until when the enterprise may still mark some of these hours; nil when all their marks are closed.
    public func marksOpenUntil(
        of hours: ClosedRange<Instant>, at outlet: OutletID, now: Instant, in access: any ReadAccess
    ) throws -> Instant? {
        let closings = try MarkStore.closings(
            outlet: outlet, from: hours.lowerBound, to: hours.upperBound, in: access)
        return MarkTerm(hourMax: judge.validity.markHourMax, closings: closings).openUntil(hours, at: now)
    }
}

extension EnterpriseMark {
    /// Whether what it says can take an hour out of judging at such a source.
    fileprivate func bears(isIncinerator: Bool) -> Bool {
        switch meaning {
        case .maintenance, .calibration, .deviceFault, .linkBroken, .standstill: true
        case .starting, .stopping: isIncinerator || window != nil
        case .fault, .accident, .warming, .cooling: isIncinerator
        case .normal: false
        }
    }
}
