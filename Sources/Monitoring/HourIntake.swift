import Facts
import HJ212
import Kernel
import Persistence

/// Brings the hourly values of a batch's frames in, and collects what they change for the judge.
struct HourIntake {
    /// How far a device's clock may run ahead before an hour counts as not over.
    let clockLead: Int64
    /// When the batch is taken in.
    private let now: Instant
    private var changed: [Judged: Set<Instant>] = [:]
    private var places: [OutletID: JudgedPlace] = [:]
    private var late: [LateHour: Station] = [:]
    private var lateFurnaces: Set<OutletID> = []
    private var lateArrivals: LateArrivals
    /// What was looked up once for this batch: a batch may bring hundreds of hours of one factor, and no limit changes
    /// within it.
    private var known = Known()

    init(clockLead: Int64, now: Instant) {
        (self.clockLead, self.now) = (clockLead, now)
        lateArrivals = LateArrivals(at: now)
    }

    /// An outlet's factor with the hours around which it must be judged again.
    struct Change {
        let pollutant: PollutantCode
        let place: JudgedPlace
        let period: MeanPeriod
        let hours: ClosedRange<Instant>
    }

    /// What is judged together.
    private struct Judged: Hashable, Comparable {
        let outlet: OutletID
        let pollutant: PollutantCode
        let period: MeanPeriod

        static func < (left: Judged, right: Judged) -> Bool {
            (left.outlet, left.pollutant, left.period.hours) < (right.outlet, right.pollutant, right.period.hours)
        }
    }

    /// An hour of which minutes came when it may have been judged.
    private struct LateHour: Hashable, Comparable {
        let outlet: OutletID
        let hour: Instant

        static func < (left: LateHour, right: LateHour) -> Bool {
            (left.outlet, left.hour) < (right.outlet, right.hour)
        }
    }

    /// Notes minutes of an hour that may have been judged by now.
    mutating func noteMinutes(at time: Instant, of station: Station, now: Instant) {
        let hour = time.startOfHour
        lateArrivals.noteMinutes(hour, at: station.outlet)
        guard station.isStack, hour.adding(hours: 1) <= now.adding(minutes: clockLead) else { return }
        late[LateHour(outlet: station.outlet, hour: hour)] = station
    }

    /// Notes a mean or a minute of a furnace's day that its watch will not take again by itself.
    mutating func noteFurnace(at time: Instant, of station: Station, now: Instant) {
        guard station.isStack, time.civil.date <= now.civil.date.adding(days: -FurnaceWatch.daysAgain) else { return }
        lateFurnaces.insert(station.outlet)
    }

    /// Has the furnaces of which such values came looked at anew, as far back as a first look goes.
    func forgetFurnaces(_ access: any WriteAccess) throws {
        for outlet in lateFurnaces.sorted() { try FurnaceLookStore.forget(outlet, in: access) }
    }

    /// Has days and months looked at again whose look was due before their values came.
    func noteLateArrivals(_ access: any WriteAccess) throws {
        try lateArrivals.settle(now: now, in: access)
    }

    /// Counts the minutes of such hours again, and collects what that changes.
    mutating func recount(by counting: MinuteCounting, _ access: any WriteAccess) throws {
        for (late, station) in late.sorted(by: { $0.key < $1.key }) {
            try ChangedHourStore.note(late.hour...late.hour, atStack: station.place, in: access)
            // Behind the term for marks minutes say nothing of an hour any more.
            guard now <= counting.term.deadline(of: late.hour) else { continue }
            for factor in try counting.recount(late.hour, of: station.outlet, in: access) {
                guard try known.isLimited(factor, at: station.outlet, access) else { continue }
                places[station.outlet] = station.place
                let hour = Judged(outlet: station.outlet, pollutant: factor, period: .hour)
                changed[hour, default: []].insert(late.hour)
                for (other, day) in try StoredDays.bearing(late.hour, of: factor, at: station, in: access) {
                    changed[Judged(outlet: station.outlet, pollutant: other, period: .day), default: []].insert(day)
                }
            }
        }
    }

    private struct Known {
        var limited: [Factor: Bool] = [:]
        /// The hours of stacks that were looked through for their alerts.
        var looked: [OutletID: Range<Instant>?] = [:]
        /// By factor and day; forgotten when a day of the outlet comes.
        var days: [Factor: [CivilDate: [PollutantCode]]] = [:]

        struct Factor: Hashable {
            let outlet: OutletID
            let pollutant: PollutantCode
        }

        mutating func lookedThrough(_ station: Station, _ access: any ReadAccess) throws -> Range<Instant>? {
            guard station.isStack else { return nil }
            if let known = looked[station.outlet] { return known }
            let hours = try HoleLookStore.hours(of: station.outlet, in: access)
            looked[station.outlet] = .some(hours)
            return hours
        }

        mutating func isLimited(_ pollutant: PollutantCode, at outlet: OutletID, _ access: any ReadAccess) throws
            -> Bool
        {
            let factor = Factor(outlet: outlet, pollutant: pollutant)
            if let known = limited[factor] { return known }
            let isLimited = try LimitStore.isLimited(outlet: outlet, pollutant: pollutant, in: access)
            limited[factor] = isLimited
            return isLimited
        }

        /// The factors whose stored mean of an hour's day rests on it.
        mutating func bearing(
            _ hour: Instant, of pollutant: PollutantCode, at station: Station, _ access: any ReadAccess
        ) throws -> (factors: [PollutantCode], day: Instant) {
            let factor = Factor(outlet: station.outlet, pollutant: pollutant)
            let date = hour.civil.date
            let factors =
                try days[factor]?[date]
                ?? StoredDays.bearing(hour, of: pollutant, at: station, in: access).map(\.factor)
            days[factor, default: [:]][date] = factors
            return (factors, Instant(startOf: date))
        }

        mutating func forgetDays(of outlet: OutletID) {
            days = days.filter { $0.key.outlet != outlet }
        }
    }

    /// What has changed, in a fixed order.
    var changes: [Change] {
        changed.sorted { $0.key < $1.key }.compactMap { key, hours in
            guard let place = places[key.outlet], let first = hours.min(), let last = hours.max() else { return nil }
            return Change(pollutant: key.pollutant, place: place, period: key.period, hours: first...last)
        }
    }

    /// Offers the values of an hour or day frame, read as its device means them.
    mutating func take(
        _ frame: Frame, _ digest: Digest256, at station: Station, receivedAt: Instant,
        interpretation: FactorInterpretation, _ access: any WriteAccess
    ) throws {
        let filing = try FrameFiling(frame)
        guard let period = HourReading.period(of: filing.command) else { return }
        let version = FrameVersion(requestNumber: filing.requestNumber, digest: digest)
        let readings = HourReading.readings(
            of: frame, filing: filing, digest: digest, interpretation: interpretation)
        if period == .day { known.forgetDays(of: station.outlet) }
        for (pollutant, reading) in readings {
            let isNews = try Self.enter(reading, version, of: pollutant, at: station, period, access)
            if isNews {
                try ChangedHourStore.note(
                    reading.hour, of: pollutant, period, at: station, isBare: reading.needsWarning,
                    looked: try known.lookedThrough(station, access), in: access)
            }
            if isNews, period == .hour {
                try LateHourStore.note(reading.hour, of: station.outlet, now: receivedAt, in: access)
                lateArrivals.note(reading.hour, at: station.outlet)
                places[station.outlet] = station.place
                let (factors, day) = try known.bearing(reading.hour, of: pollutant, at: station, access)
                for factor in factors {
                    changed[Judged(outlet: station.outlet, pollutant: factor, period: .day), default: []].insert(day)
                }
                if pollutant == .oxygen, station.isStack { try noteOxygen(reading.hour, of: station, access) }
            }
            if isNews, period == .day, pollutant == .waterTemperature {
                try noteTemperature(of: reading.hour, at: station, access)
            }
            guard isNews, Judge.judges(period, at: station),
                try known.isLimited(pollutant, at: station.outlet, access)
            else { continue }
            places[station.outlet] = station.place
            let judged = Judged(outlet: station.outlet, pollutant: pollutant, period: period)
            changed[judged, default: []].insert(reading.hour)
            // What is not over yet cannot be judged; the watch comes back to it.
            if reading.hour.adding(hours: period.hours) > receivedAt.adding(minutes: clockLead) {
                try WaitingHourStore.insert(
                    WaitingHour(place: station.place, pollutant: pollutant, hour: reading.hour, period: period),
                    in: access)
            }
        }
    }

    /// Notes the factors whose limit hangs on the temperature of a day's water.
    private mutating func noteTemperature(of day: Instant, at station: Station, _ access: any WriteAccess) throws {
        for factor in try LimitStore.factorsByTemperature(of: station.outlet, in: access) {
            places[station.outlet] = station.place
            changed[Judged(outlet: station.outlet, pollutant: factor, period: .day), default: []].insert(day)
            try ChangedHourStore.widen(day...day.adding(hours: 23), of: factor, at: station.place, in: access)
        }
    }

    /// Notes the means whose missing conversion an hour's oxygen bears on.
    private mutating func noteOxygen(_ hour: Instant, of station: Station, _ access: any WriteAccess) throws {
        for bare in try UnconvertedMeanStore.bearing(hour, at: station.outlet, in: access) {
            let judged = Judged(outlet: station.outlet, pollutant: bare.pollutant, period: bare.period)
            changed[judged, default: []].insert(bare.start)
            if bare.period == .hour {
                try ChangedHourStore.note(hour...hour, of: bare.pollutant, atStack: station.place, in: access)
            }
        }
    }

    /// Stores a value unless a greater version stands there; tells whether it says anything new. Most values are the
    /// first of their hour, which one statement finds out.
    private static func enter(
        _ reading: HourReading, _ version: FrameVersion, of pollutant: PollutantCode, at station: Station,
        _ period: MeanPeriod, _ access: any WriteAccess
    ) throws -> Bool {
        let isFirst = try HourStore.insert(
            reading, version: version, pollutant: pollutant, station: station, period: period, in: access)
        guard !isFirst else { return true }
        let before = try HourStore.effective(
            outlet: station.outlet, pollutant: pollutant, hour: reading.hour, period: period, in: access)
        let isEffective = try HourStore.offer(
            reading, version: version, pollutant: pollutant, station: station, period: period, in: access)
        return isEffective && !(before?.reading.saysTheSame(as: reading) ?? false)
    }
}
