import Devices
import Gateway
import HJ212
import Kernel
import Monitoring
import Persistence

/// The gateway's intake: Monitoring makes frames durable. Frames without a device number are shown to Devices first:
/// a logger may be registering.
struct GatewayWiring: FrameIntake {
    let database: any Database
    let monitoring: MonitoringRoom
    let devices: DevicesRoom
    let health: HealthRoom
    let keyRing: DeviceKeyRing
    let clock: any WallClock

    func store(_ arrivals: [Arrival]) async throws -> [IntakeVerdict] {
        var verdicts = try await unnumbered(arrivals)
        let rest = arrivals.indices.filter { verdicts[$0] == nil }
        let stored = try await file(rest.map { arrivals[$0] })
        for (index, verdict) in zip(rest, stored) { verdicts[index] = verdict }
        return verdicts.compactMap(\.self)
    }

    private func file(_ arrivals: [Arrival]) async throws -> [IntakeVerdict] {
        guard !arrivals.isEmpty else { return [] }
        let verdicts = try await monitoring.store(
            arrivals.map { arrival in
                FrameArrival(event: arrival.event, receivedAt: arrival.receivedAt, remote: arrival.remote)
            })
        DevicesWiring.tell(devices, of: arrivals, verdicts)
        HealthWiring.tell(health, of: arrivals, verdicts)
        let isStored = zip(arrivals, verdicts).filter { $1 == .stored || $1 == .alreadyStored }
        try await confirm(isStored.compactMap { $0.0.heard })
        return verdicts.map { verdict in
            switch verdict {
            case .stored: .stored
            case .alreadyStored: .alreadyStored
            case .quarantined(let reason): .quarantined(reason: reason)
            }
        }
    }

    /// A frame that rests on a new number, password or key confirms it. Lost between the two transactions, the next
    /// frame does.
    private func confirm(_ heard: [HeardFrame]) async throws {
        guard keyRing.awaitsUse else { return }
        let (keyRing, now) = (keyRing, clock.now())
        let uses = heard.compactMap { keyRing.use(in: $0) }
        guard !uses.isEmpty else { return }
        try await database.write { try keyRing.confirm(uses, at: now, in: $0) }
    }

    /// Verdicts on frames that Devices knows what to do with; nil for all others.
    private func unnumbered(_ arrivals: [Arrival]) async throws -> [IntakeVerdict?] {
        var verdicts = [IntakeVerdict?](repeating: nil, count: arrivals.count)
        let found = arrivals.enumerated().compactMap { index, arrival -> (Int, UnnumberedFrame)? in
            // The dialect was read with the frame; most frames need no second look.
            guard case .accepted = arrival.event, let heard = arrival.heard, heard.dialect != .hj2017,
                heard.dialect != .hjt2005, heard.mn == nil,
                heard.flag?.versionBits == Flag.versionBits2025
            else { return nil }
            return (index, UnnumberedFrame(heard, receivedAt: arrival.receivedAt, remote: arrival.remote))
        }
        guard !found.isEmpty else { return verdicts }
        for ((index, _), verdict) in zip(found, try await devices.take(found.map(\.1))) {
            switch verdict {
            case .registered(let registrant): verdicts[index] = .noted(registrant: registrant)
            case .answered: verdicts[index] = .noted(registrant: nil)
            case .unknown: continue
            }
        }
        return verdicts
    }
}
