public import Facts
import FoundationEssentials
import HJ212
public import Kernel
public import Persistence
public import Standards

extension MonitoringRoom {
    /// What an episode rests on, when it is in sight: read from its newest decision, so that it is what was decided on.
    ///
    /// - Parameters:
    ///   - former: An earlier decision about it to read instead; nil for the newest.
    ///   - extent: How far it reached by that decision; nil for what is known now.
    public func evidence(
        of episode: EpisodeID, decidedBy former: DecisionID? = nil, extent: ExceedanceExtent? = nil, scope: Scope,
        in access: any ReadAccess
    ) throws -> EpisodeEvidence? {
        guard let known = try EpisodeStore.episode(episode, scope: scope, in: access),
            let decision = try DecisionLog.decision(former ?? known.decision, scope: scope, in: access)
        else { return nil }
        let extent = extent ?? known.extent
        let day = extent.firstHour.civil.date
        let standard =
            extent.averaging == .day
            ? try LimitStore.incineratorStandard(of: known.outlet, of: known.pollutant, on: day, in: access) : nil
        return try EpisodeEvidence(
            decision, of: extent, factor: pollutant(known.pollutant).name, standard: standard)
    }

    /// What the newest real-time frame of an outlet says of the judged factor that lies nearest to its limit, or
    /// farthest beyond it, for the live desk.
    public func newestReading(
        of outlet: OutletID, scope: Scope, in access: any ReadAccess
    ) throws -> NewestReading? {
        guard
            let (time, frame) = try FrameStore.newestFrame(
                outlet: outlet, scope: scope, now: clock.now(), memory: newestHours, in: access)
        else { return nil }
        let device = frame.header.mn.flatMap { DeviceNumber($0) }
        let interpretation = try device.map { try factors.freshInterpretation(of: $0, in: access) }
        let dialect = frame.dialect
        let limits = try LimitStore.limits(outlet: outlet, in: access)
        let readings = frame.factorReadings.compactMap { sent -> NewestReading? in
            // A furnace's temperature has a lower limit, beside which "nearest to it" would mean the hottest.
            guard case .factor(let factor) = interpretation?.reading(of: sent.factor, in: dialect, at: time),
                factor.code != .furnaceTemperature,
                let limits = limits[factor.code]
            else { return nil }
            let day = time.civil.date
            return NewestReading(
                time: time, value: (sent[.zsRtd] ?? sent[.rtd]).flatMap(factor.value),
                limit: (limits.inForce(on: day) ?? limits.inForce(on: day, of: .day))?.limit, mark: sent.mark,
                factor: pollutant(factor.code))
        }
        return readings.max { $1.isNearer(than: $0) }
    }

    /// The factors that a limit holds today at some outlet, by code.
    public func limitedFactors(in access: any ReadAccess) throws -> [Pollutant] {
        try LimitStore.factors(on: clock.now().civil.date, in: access).map(pollutant)
    }

    /// Whether the tables of HJ 212 have a code.
    public func knows(factor code: String) -> Bool {
        switch factors.table.find(code) {
        case .one, .several: true
        case .none: false
        }
    }

    /// The outlets where a limit holds today for a factor, whoever may see them.
    public func outlets(limitedIn pollutant: PollutantCode, in access: any ReadAccess) throws -> Set<OutletID> {
        try LimitStore.outlets(limitedIn: pollutant, on: clock.now().civil.date, in: access)
    }

    /// A factor with its name and the symbol of its unit, as the tables tell them.
    func pollutant(_ code: PollutantCode) -> Pollutant {
        guard case .one(_, let entry) = factors.table.find(code.text) else { return Pollutant(code) }
        let known = Pollutant(code)
        let isNamed = known.name.zh != code.text
        return Pollutant(
            code: code, name: isNamed ? known.name : entry.name, unit: entry.unit?.symbol ?? "")
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
        MonitoringChecks(factors: factors, matter: judge.matter, directory: directory, now: clock.now())
    }
}

/// The newest real-time value of an outlet's judged factor.
public struct NewestReading: Sendable, Equatable {
    /// The data time.
    public let time: Instant
    /// The value, converted first, in the factor's unit; nil when the device sent none.
    public let value: DecimalNumber?
    /// The limit in force. A real-time value is never judged by it; it is shown beside.
    public let limit: DecimalNumber?
    /// The data mark as sent.
    public let mark: String?
    /// The factor.
    public let factor: Pollutant

    /// Whether it takes more of its limit than another; for choosing which factor is shown only. Without a value or a
    /// limit it takes least. Multiplied across: a division of decimals costs as much as reading the frame.
    fileprivate func isNearer(than other: NewestReading) -> Bool {
        guard let (value, limit) = comparable else { return false }
        guard let (otherValue, otherLimit) = other.comparable else { return true }
        return value * otherLimit > otherValue * limit
    }

    private var comparable: (value: Decimal, limit: Decimal)? {
        guard let value, let limit, limit > DecimalNumber(0) else { return nil }
        return (value.value, limit.value)
    }
}
