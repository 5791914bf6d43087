import Kernel
import Persistence
import Standards

/// The temperature of a furnace, hour by hour: it comes as five-minute means or minutes, never as an hour.
extension StateLook {
    /// What came of it, with what it was read from.
    struct FurnaceCurve {
        let curve: StateCurve
        let frames: [Instant: Digest256]
    }

    /// The hours of a furnace whose temperature is limited; nil at other outlets.
    ///
    /// An hour is there when any of its means is; one in which the outlet is marked as standing still, or the
    /// enterprise marked the furnace out, asks for none.
    func furnaceCurve(from: Instant, in access: any ReadAccess) throws -> FurnaceCurve? {
        guard let furnaces,
            try !LimitStore.limits(outlet: place.outlet, pollutant: .furnaceTemperature, in: access).isEmpty
        else { return nil }
        let (first, last) = (from.civil.date, horizon.adding(hours: -1).civil.date)
        let kept = try FurnaceDayStore.days(of: place.outlet, first...last, in: access)
        let looked = try FurnaceLookStore.newest(of: place.outlet, in: access)
        let sequence = try Journal.lastSequence(access)
        let still = try hoursStandingStill(from: from, in: access)
        var hours = [SentHour?](repeating: nil, count: Int(horizon.milliseconds(since: from) / 3_600_000))
        var frames: [Instant: Digest256] = [:]
        for number in first.dayNumber...last.dayNumber {
            let date = CivilDate(dayNumber: number)
            // Days behind the furnace's own look are read as they are by now.
            let isBehind = looked.map { number > $0 } ?? true
            let read =
                try kept.first { $0.day == date }
                ?? (isBehind && number >= last.dayNumber - 1
                    ? furnaces.day(date, of: place.outlet, upTo: sequence, in: access) : nil)
            for place in 0..<24 {
                let hour = Instant(startOf: date).adding(hours: Int64(place))
                let index = Int(hour.milliseconds(since: from) / 3_600_000)
                guard hour >= from, hours.indices.contains(index) else { continue }
                let came = read.map { Self.hasCome(place, of: $0) } ?? false
                guard came || still.contains(hour) else { continue }
                hours[index] = SentHour(mark: nil, hasNumber: true)
                frames[hour] = came ? read?.framesRoot : nil
            }
        }
        return FurnaceCurve(
            curve: StateCurve(.furnaceTemperature, start: from, hours: hours), frames: frames)
    }

    /// Whether an hour of a furnace's day has a mean, or is taken out by a mark.
    private static func hasCome(_ hour: Int, of day: FurnaceDay) -> Bool {
        let windows = hour * 12..<(hour + 1) * 12
        return windows.contains { day.means.indices.contains($0) && day.means[$0] != nil }
            || windows.allSatisfy { day.exempt.contains($0) }
    }

    /// The hours in which everything that the outlet sent is marked as standing still.
    private func hoursStandingStill(from: Instant, in access: any ReadAccess) throws -> Set<Instant> {
        var (still, running): (Set<Instant>, Set<Instant>) = ([], [])
        let last = horizon.adding(hours: -1)
        for pollutant in try HourStore.factors(of: place.outlet, from: from, to: last, in: access) {
            for reading in try HourStore.readings(
                outlet: place.outlet, pollutant: pollutant, from: from, to: last, in: access)
            {
                let sign = SentHour(mark: reading.mark, hasNumber: reading.judged != nil).sign
                if sign == .state(.stopped) { still.insert(reading.hour) } else { running.insert(reading.hour) }
            }
        }
        return still.subtracting(running)
    }
}
