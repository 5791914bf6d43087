import Facts
import HJ212
import Kernel
import Persistence

/// Reads stored hour frames of an outlet again, by what is recorded now, and re-judges what came out otherwise, in the
/// transaction it is called in.
struct HourRereading: Sendable {
    let journal: Journal
    let judge: Judge
    let factors: DeviceFactors
    /// As many hours are read again in one transaction; the watch goes on with the others. Design value: 31 days.
    static let hoursMax: Int64 = 744

    /// Brings the effective values of these hours in line with the frames; tells how many changed, appeared or went.
    @discardableResult
    func reread(
        _ hours: Range<Instant>, of station: Station, now: Instant, in access: any WriteAccess
    ) throws -> Int {
        var changed = 0
        var judged: [(pollutant: PollutantCode, period: MeanPeriod, hours: [Instant])] = []
        for period in MeanPeriod.allCases {
            // A day that the range cuts into is read again as a whole.
            let first = period == .hour ? hours.lowerBound : Instant(startOf: hours.lowerBound.civil.date)
            let news = try replace(first..<hours.upperBound, period, of: station, now: now, in: access)
            changed += news.changed
            judged += news.judged.sorted { $0.key < $1.key }.map { ($0.key, period, $0.value) }
            judged += news.days.sorted { $0.key < $1.key }.map { ($0.key, .day, $0.value) }
        }
        if changed > 0 {
            try journal.append(
                HoursReread(
                    outlet: station.outlet, from: hours.lowerBound, until: hours.upperBound, changed: changed),
                about: FactSubject(
                    enterprise: station.enterprise, region: station.region, reference: station.outlet.text),
                by: .system("rereading"), occurredAt: now, in: access)
        }
        if station.isStack {
            let last = hours.upperBound.adding(milliseconds: -1).startOfHour
            try ChangedHourStore.note(hours.lowerBound.startOfHour...last, atStack: station.place, in: access)
        }
        for (pollutant, period, hour) in try recounted(hours, of: station, in: access) {
            judged.append((pollutant, period, [hour]))
        }
        for (pollutant, period, hours) in judged {
            guard let first = hours.min(), let last = hours.max() else { continue }
            try judge.judge(
                pollutant, at: station.place, around: first...last, period: period, now: now,
                cause: .mapping, in: access)
        }
        return changed
    }

    /// The means that depend on hours whose minutes are read otherwise now, so that it matters.
    private func recounted(
        _ hours: Range<Instant>, of station: Station, in access: any WriteAccess
    ) throws -> [(PollutantCode, MeanPeriod, Instant)] {
        let counting = judge.matter.counting
        let counted = try MinuteCaptureStore.hours(
            of: station.outlet, hours.lowerBound...hours.upperBound.adding(milliseconds: -1), in: access)
        return try counted.keys.sorted().flatMap { hour in
            try counting.recount(hour, of: station.outlet, in: access).filter { factor in
                try LimitStore.isLimited(outlet: station.outlet, pollutant: factor, in: access)
            }.flatMap { factor in
                let days = try StoredDays.bearing(hour, of: factor, at: station, in: access)
                return [(factor, MeanPeriod.hour, hour)] + days.map { ($0.factor, MeanPeriod.day, $0.day) }
            }
        }
    }

    /// Brings the effective means of one kind in line with the frames; tells how many changed, and which are to be
    /// judged.
    private func replace(
        _ hours: Range<Instant>, _ period: MeanPeriod, of station: Station, now: Instant, in access: any WriteAccess
    ) throws -> (changed: Int, judged: [PollutantCode: [Instant]], days: [PollutantCode: [Instant]]) {
        let before = try HourStore.all(outlet: station.outlet, hours: hours, period: period, in: access)
        let after = try readings(hours, period, of: station.outlet, in: access)
        let keys = Set(before.keys).union(after.keys).sorted().filter { key in
            before[key]?.version != after[key]?.version || before[key]?.reading != after[key]?.reading
        }
        var judged: [PollutantCode: [Instant]] = [:]
        var days: [PollutantCode: [Instant]] = [:]
        let looked = try HoleLookStore.hours(of: station.outlet, in: access)
        var lateArrivals = LateArrivals(at: now)
        for key in keys {
            try replace(key, by: after[key], period, of: station, in: access)
            if period == .hour {
                for (factor, day) in try StoredDays.bearing(key.hour, of: key.pollutant, at: station, in: access) {
                    days[factor, default: []].append(day)
                }
            }
            let isNews = after[key].map { !(before[key]?.reading.saysTheSame(as: $0.reading) ?? false) } ?? true
            if isNews {
                try ChangedHourStore.note(
                    key.hour, of: key.pollutant, period, at: station,
                    isBare: after[key]?.reading.needsWarning ?? true, looked: looked, in: access)
            }
            if isNews, period == .hour {
                try LateHourStore.note(key.hour, of: station.outlet, now: now, in: access)
                lateArrivals.note(key.hour, at: station.outlet)
            }
            if isNews, period == .hour, key.pollutant == .oxygen, station.isStack {
                for bare in try UnconvertedMeanStore.bearing(key.hour, at: station.outlet, in: access) {
                    if bare.period == .hour {
                        judged[bare.pollutant, default: []].append(bare.start)
                    } else {
                        days[bare.pollutant, default: []].append(bare.start)
                    }
                }
            }
            if isNews, period == .day, key.pollutant == .waterTemperature {
                for factor in try LimitStore.factorsByTemperature(of: station.outlet, in: access) {
                    days[factor, default: []].append(key.hour)
                    try ChangedHourStore.widen(
                        key.hour...key.hour.adding(hours: 23), of: factor, at: station.place, in: access)
                }
            }
            guard isNews, Judge.judges(period, at: station),
                try LimitStore.isLimited(outlet: station.outlet, pollutant: key.pollutant, in: access)
            else { continue }
            judged[key.pollutant, default: []].append(key.hour)
            let end = key.hour.adding(hours: period.hours)
            if after[key] != nil, end > now.adding(minutes: judge.parameters.clockLead) {
                try WaitingHourStore.insert(
                    WaitingHour(place: station.place, pollutant: key.pollutant, hour: key.hour, period: period),
                    in: access)
            }
        }
        try lateArrivals.settle(now: now, in: access)
        return (keys.count, judged, days)
    }

    private typealias Effective = (version: FrameVersion, reading: HourReading)

    /// The greatest version of each value among the stored frames.
    private func readings(
        _ hours: Range<Instant>, _ period: MeanPeriod, of outlet: OutletID, in access: any ReadAccess
    ) throws -> [HourStore.Key: Effective] {
        var interpretations: [DeviceNumber: FactorInterpretation] = [:]
        var found: [HourStore.Key: Effective] = [:]
        try FrameStore.forEachFrame(of: outlet, period, in: hours, access) { bytes in
            guard let frame = Frame(stored: bytes), let filing = try? FrameFiling(frame) else { return }
            let interpretation =
                try interpretations[filing.device] ?? factors.freshInterpretation(of: filing.device, in: access)
            interpretations[filing.device] = interpretation
            let digest = Digest256(of: bytes)
            let version = FrameVersion(requestNumber: filing.requestNumber, digest: digest)
            let readings = HourReading.readings(
                of: frame, filing: filing, digest: digest, interpretation: interpretation)
            for (pollutant, reading) in readings {
                let key = HourStore.Key(pollutant: pollutant, hour: reading.hour)
                if let known = found[key], known.version >= version { continue }
                found[key] = (version, reading)
            }
        }
        return found
    }

    private func replace(
        _ key: HourStore.Key, by effective: Effective?, _ period: MeanPeriod, of station: Station,
        in access: any WriteAccess
    ) throws {
        try HourStore.remove(key, outlet: station.outlet, period: period, in: access)
        guard let effective else { return }
        _ = try HourStore.offer(
            effective.reading, version: effective.version, pollutant: key.pollutant, station: station,
            period: period, in: access)
    }
}
