import Facts
import Kernel
import Persistence
import Synchronization

/// Keeps the figures of the devices' hours up to date, and finds what is wrong.
///
/// Each look takes the hours that have news, and goes round: a slice of the devices with their last hours, so that
/// hours nobody told of (after a crash, after set-aside bytes were processed again) are found too.
public struct HealthWatch: Sendable {
    let database: any Database
    let journal: Journal
    let directory: any DeviceDirectory
    let sources: any HealthSources
    let clock: any WallClock
    let inbox: HealthInbox
    let limits: HealthLimits
    let round = HealthRound()

    /// Devices of one look, and changed hours of one look. Design values.
    static let devicesOfLook = 200
    static let changedOfLook = 1_000
    /// Hours up to the present one that the round goes through: at each visit the present and one other. Design value.
    static let hoursOfRound: Int64 = 48

    /// Looks once; returns how many devices were looked at.
    @discardableResult
    public func look() async throws -> Int {
        let now = clock.now()
        let notes = inbox.take(Self.changedOfLook)
        let (after, lap) = round.place
        if after == nil {
            round.deliver(
                try await database.read { [sources] in
                    HealthRound.Secrets(
                        withDefaultPassword: try sources.devicesWithDefaultPassword(in: $0),
                        keysInForce: try sources.keysInForce(in: $0))
                })
        }
        let stations = try await database.read { [directory] access in
            try directory.stations(after: after, limit: Self.devicesOfLook, in: access)
        }
        let isLast = stations.count < Self.devicesOfLook
        try await refresh(notes, stations, lap: lap, now: now)
        let evaluation = HealthEvaluation(
            sources: sources, journal: journal, limits: limits, secrets: round.secrets,
            now: now)
        try await database.write { access in
            for station in stations { try evaluation.evaluate(station, in: access) }
        }
        round.go(to: isLast ? nil : stations.last?.outlet)
        return stations.count
    }

    /// Looks until the task is cancelled; a look that fails is reported, and the next one is taken all the same.
    public func run(every interval: Duration, reporting report: @Sendable (any Error) -> Void) async throws {
        while !Task.isCancelled {
            do { try await look() } catch {
                try Task.checkCancellation()
                report(error)
            }
            try await Task.sleep(for: interval)
        }
    }

    /// Reads the hours in question in a snapshot, so that frames go on being stored meanwhile, and saves their figures.
    private func refresh(
        _ notes: HealthInbox.Notes, _ stations: [DeviceStation], lap: Int64, now: Instant
    ) async throws {
        let (directory, sources) = (directory, sources)
        let found = try await database.read { access in
            var places: [OutletID: (station: DeviceStation, hours: Set<Instant>)] = [:]
            for station in stations {
                let isKnown = try DeviceHealthStore.standing(of: station.outlet, scope: .city, in: access) != nil
                let hours = Self.hours(lap: lap, isKnown: isKnown, now: now)
                places[station.outlet] = (station, hours)
            }
            for place in notes.changed {
                guard let station = try directory.station(of: place.device, in: access) else { continue }
                places[station.outlet, default: (station, [])].hours.insert(place.hour)
            }
            return try places.values.flatMap { station, hours in
                try hours.map { hour in
                    let frames = try sources.frames(of: station.outlet, hour: hour, in: access)
                        .compactMap { ReadFrame($0.bytes, receivedAt: $0.receivedAt) }
                    return FoundHour(
                        station: station, hour: DeviceHour(hour: hour, frames: frames),
                        identity: DeviceIdentity.said(in: frames))
                }
            }
        }
        guard !found.isEmpty || !notes.repeats.isEmpty else { return }
        try await database.write { access in
            for found in found where found.hour.frames > 0 {
                try DeviceHourStore.save(found.hour, of: found.station, in: access)
                for identity in found.identity {
                    try DeviceNoteStore.say(identity, outlet: found.station.outlet, in: access)
                }
            }
            for (place, times) in notes.repeats {
                try DeviceNoteStore.addRepeats(times, of: place.device, hour: place.hour, in: access)
            }
        }
    }

    private struct FoundHour: Sendable {
        let station: DeviceStation
        let hour: DeviceHour
        let identity: [DeviceIdentity]
    }

    /// The hours of one visit: the present and one other; all of them at the first visit.
    private static func hours(lap: Int64, isKnown: Bool, now: Instant) -> Set<Instant> {
        let present = now.startOfHour
        let back: [Int64] = isKnown ? [0, 1 + lap % (hoursOfRound - 1)] : Array(0..<hoursOfRound)
        return Set(back.map { present.adding(hours: -$0) })
    }
}

/// How far the round of the watch is.
final class HealthRound: Sendable {
    /// Guarded by the mutex.
    private let state = Mutex<(after: OutletID?, lap: Int64)>((nil, 0))
    /// Guarded by the mutex; read at the beginning of a lap, because every password must be unsealed for it.
    private let delivered = Mutex(Secrets())

    /// What is known of the devices' secrets, without any of them.
    struct Secrets: Sendable {
        var withDefaultPassword: Set<DeviceNumber> = []
        var keysInForce: [DeviceNumber: Instant] = [:]
    }

    var secrets: Secrets { delivered.withLock { $0 } }

    func deliver(_ secrets: Secrets) { delivered.withLock { $0 = secrets } }

    var place: (after: OutletID?, lap: Int64) { state.withLock { $0 } }

    /// Goes on behind a device; nil begins the next lap.
    func go(to outlet: OutletID?) {
        state.withLock { state in
            state.after = outlet
            if outlet == nil { state.lap += 1 }
        }
    }
}
