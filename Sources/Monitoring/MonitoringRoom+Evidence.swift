import Facts
public import Kernel
public import Persistence

extension MonitoringRoom {
    /// What an episode rests on, when it is in sight: read from its newest decision, so that it is what was decided on.
    public func evidence(
        of episode: EpisodeID, scope: Scope, in access: any ReadAccess
    ) throws -> EpisodeEvidence? {
        guard let known = try EpisodeStore.episode(episode, scope: scope, in: access),
            let decision = try DecisionLog.decision(known.decision, scope: scope, in: access)
        else { return nil }
        let input = try CanonicalJSON.value(StackHourExceedance.Input.self, from: decision.input)
        let hours = input.readings.sorted { $0.hour < $1.hour }.map { reading in
            let judged = JudgedHour(reading, limits: input.limits, parameters: input.parameters, now: input.now)
            return EpisodeEvidence.Hour(
                hour: reading.hour, value: reading.judged,
                limit: input.limits.inForce(on: reading.hour.civil.date)?.limit, mark: reading.mark,
                exceeds: judged.excess != nil, frame: reading.frame)
        }
        return EpisodeEvidence(decision: decision.id, hours: hours)
    }

    /// The newest uploaded value of each outlet's judged factor, real-time or hourly, for the live desk.
    public func newestReading(
        of outlet: OutletID, scope: Scope, in access: any ReadAccess
    ) throws -> NewestReading? {
        let newest = try FrameStore.newestReading(
            outlet: outlet, scope: scope, now: clock.now(), memory: newestHours, in: access)
        return try newest.map { time, value, mark in
            let limits = try LimitStore.limits(outlet: outlet, pollutant: .sulphurDioxide, in: access)
            return NewestReading(
                time: time, value: value, limit: limits.inForce(on: time.civil.date)?.limit, mark: mark)
        }
    }

    /// Every stored frame as it was received, batch by batch: for whoever compares with what was sent. Throws when a
    /// row is damaged.
    public static func forEachFrame(_ access: any ReadAccess, _ body: ([UInt8]) throws -> Void) throws {
        try FrameStore.forEachInBatchOrder(access) { stored in
            guard let bytes = stored.bytes else {
                throw FrameStore.DamagedRow(
                    description: "a frame of source \(stored.source), batch \(stored.batch), cannot be unpacked")
            }
            try body(bytes)
        }
    }

    /// The invariants this room can examine.
    public func checks() -> any SelfChecking {
        MonitoringChecks(factors: factors, parameters: parameters, now: clock.now())
    }
}

/// The newest real-time value of an outlet's judged factor.
public struct NewestReading: Sendable, Equatable {
    /// The data time.
    public let time: Instant
    /// The value, converted first, mg/m³; nil when the device sent none.
    public let value: DecimalNumber?
    /// The limit in force, mg/m³. A real-time value is never judged by it; it is shown beside.
    public let limit: DecimalNumber?
    /// The data mark as sent.
    public let mark: String?
}
