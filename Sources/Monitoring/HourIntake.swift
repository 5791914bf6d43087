import HJ212
import Kernel
import Persistence

/// Brings the hourly values of a batch's frames in, and collects what they change for the judge.
struct HourIntake {
    /// How far a device's clock may run ahead before an hour counts as not over.
    let clockLead: Int64
    private var changed: [Judged: Set<Instant>] = [:]
    private var places: [OutletID: JudgedPlace] = [:]

    init(clockLead: Int64) {
        self.clockLead = clockLead
    }

    /// An outlet's factor with the hours around which it must be judged again.
    struct Change {
        let pollutant: PollutantCode
        let place: JudgedPlace
        let hours: ClosedRange<Instant>
    }

    /// What is judged together.
    private struct Judged: Hashable, Comparable {
        let outlet: OutletID
        let pollutant: PollutantCode

        static func < (left: Judged, right: Judged) -> Bool {
            (left.outlet, left.pollutant) < (right.outlet, right.pollutant)
        }
    }

    /// What has changed, in a fixed order.
    var changes: [Change] {
        changed.sorted { $0.key < $1.key }.compactMap { key, hours in
            guard let place = places[key.outlet], let first = hours.min(), let last = hours.max() else { return nil }
            return Change(pollutant: key.pollutant, place: place, hours: first...last)
        }
    }

    /// Offers the values of an hour frame, read as its device means them.
    mutating func take(
        _ frame: Frame, _ digest: Digest256, at station: Station, receivedAt: Instant,
        interpretation: FactorInterpretation, _ access: any WriteAccess
    ) throws {
        let filing = try FrameFiling(frame)
        let version = FrameVersion(requestNumber: filing.requestNumber, digest: digest)
        let readings = HourReading.readings(
            of: frame, filing: filing, digest: digest, interpretation: interpretation)
        for (pollutant, reading) in readings {
            let before = try HourStore.effective(
                outlet: station.outlet, pollutant: pollutant, hour: reading.hour, in: access)
            let isEffective = try HourStore.offer(
                reading, version: version, pollutant: pollutant, station: station, in: access)
            let isNews = isEffective && !(before?.reading.saysTheSame(as: reading) ?? false)
            guard isNews, station.isStack,
                try LimitStore.isLimited(outlet: station.outlet, pollutant: pollutant, in: access)
            else { continue }
            places[station.outlet] = station.place
            changed[Judged(outlet: station.outlet, pollutant: pollutant), default: []].insert(reading.hour)
            // An hour that is not over yet cannot be judged; the watch comes back to it.
            if reading.hour.adding(hours: 1) > receivedAt.adding(minutes: clockLead) {
                try WaitingHourStore.insert(
                    WaitingHour(place: station.place, pollutant: pollutant, hour: reading.hour), in: access)
            }
        }
    }
}
