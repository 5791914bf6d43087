import Facts
import HJ212
import Kernel
import Persistence

/// Takes arrivals in: files frames, keeps every version, sets aside what cannot be filed, journals the batch's root and
/// re-judges what changed, all in the one transaction whose commit allows the answers.
struct FrameReception: Sendable {
    let journal: Journal
    let judge: Judge
    let directory: any OutletDirectory
    let factors: DeviceFactors

    func receive(_ arrivals: [FrameArrival], now: Instant, in access: any WriteAccess) throws -> [FrameVerdict] {
        var batch = Batch(sequence: try Journal.lastSequence(access) + 1)
        let verdicts = try arrivals.map { try take($0, into: &batch, access) }
        if !batch.digests.isEmpty {
            let root = MerkleRoot.over(batch.digests.map(\.bytes))
            let sequence = try journal.append(
                FramesReceived(count: batch.digests.count, root: root), about: .city, by: .system("gateway"),
                occurredAt: now, in: access)
            precondition(sequence == batch.sequence, "nothing else is journalled while a batch is taken in")
        }
        for (key, hours) in batch.changed.sorted(by: { $0.key < $1.key }) {
            guard let station = batch.stations[key.outlet], let first = hours.min(), let last = hours.max() else {
                continue
            }
            try judge.judge(key.pollutant, at: station.place, around: first...last, now: now, in: access)
        }
        return verdicts
    }

    /// What a batch brought so far.
    private struct Batch {
        let sequence: Int64
        var digests: [Digest256] = []
        var stations: [OutletID: Station] = [:]
        var changed: [Judged: Set<Instant>] = [:]
    }

    /// What is judged together.
    private struct Judged: Hashable, Comparable {
        let outlet: OutletID
        let pollutant: PollutantCode

        static func < (left: Judged, right: Judged) -> Bool {
            (left.outlet, left.pollutant) < (right.outlet, right.pollutant)
        }
    }

    private func take(_ arrival: FrameArrival, into batch: inout Batch, _ access: any WriteAccess) throws
        -> FrameVerdict
    {
        switch arrival.event {
        case .quarantined(let stretch):
            if let frame = try DeviceCheckStore.frame(believing: stretch, in: access) {
                return try fileOrSetAside(frame, arrival, into: &batch, access)
            }
            return try setAside(stretch.bytes, stretch.reason.code, arrival, access)
        case .accepted(let frame):
            return try fileOrSetAside(frame, arrival, into: &batch, access)
        }
    }

    private func fileOrSetAside(
        _ frame: Frame, _ arrival: FrameArrival, into batch: inout Batch, _ access: any WriteAccess
    ) throws -> FrameVerdict {
        do {
            return try file(frame, arrival, into: &batch, access)
        } catch let refusal as FrameFiling.Refusal {
            return try setAside(frame.bytes, refusal.rawValue, arrival, access)
        }
    }

    private func setAside(
        _ bytes: [UInt8], _ reason: String, _ arrival: FrameArrival, _ access: any WriteAccess
    ) throws -> FrameVerdict {
        try QuarantineStore.set(
            aside: bytes, reason: reason, remote: arrival.remote, at: arrival.receivedAt, directory: directory,
            in: access)
        return .quarantined(reason: reason)
    }

    private func file(
        _ frame: Frame, _ arrival: FrameArrival, into batch: inout Batch, _ access: any WriteAccess
    ) throws -> FrameVerdict {
        let filing = try FrameFiling(frame)
        guard filing.dataTime <= arrival.receivedAt.adding(hours: FrameFiling.aheadHoursMax) else {
            throw FrameFiling.Refusal.aheadOfTime
        }
        // Unknown devices and wrong passwords cost the same, so that time does not tell which devices there are.
        let known = try directory.station(of: filing.device, in: access)
        let isProven = SecretComparison.isExpected(filing.password, known?.password)
        guard let station = known else { throw FrameFiling.Refusal.unknownDevice }
        guard isProven else { throw FrameFiling.Refusal.wrongPassword }
        let digest = Digest256(of: frame.bytes)
        let isNew = try FrameStore.insert(
            FrameStore.StoredFrame(
                filing: filing, digest: digest, station: station, receivedAt: arrival.receivedAt, raw: frame.bytes),
            at: FrameStore.BatchPlace(sequence: batch.sequence, position: batch.digests.count), in: access)
        guard isNew else { return .alreadyStored }
        batch.digests.append(digest)
        batch.stations[station.outlet] = station
        let version = FrameVersion(requestNumber: filing.requestNumber, digest: digest)
        let interpretation = try factors.interpretation(of: filing.device, in: access)
        try factors.notice(
            frame, filing, of: station, receivedAt: arrival.receivedAt, interpretation: interpretation, in: access)
        let readings = HourReading.readings(
            of: frame, filing: filing, digest: digest, interpretation: interpretation)
        for (pollutant, reading) in readings {
            let before = try HourStore.effective(
                outlet: station.outlet, pollutant: pollutant, hour: reading.hour, in: access)
            let isEffective = try HourStore.offer(
                reading, version: version, pollutant: pollutant, station: station, in: access)
            let isNews = isEffective && !(before?.reading.saysTheSame(as: reading) ?? false)
            if isNews, station.isStack, pollutant == .sulphurDioxide {
                batch.changed[Judged(outlet: station.outlet, pollutant: pollutant), default: []].insert(reading.hour)
                // An hour that is not over yet cannot be judged; the watch comes back to it.
                if reading.hour.adding(hours: 1) > arrival.receivedAt.adding(minutes: judge.parameters.clockLead) {
                    try WaitingHourStore.insert(
                        WaitingHour(place: station.place, pollutant: pollutant, hour: reading.hour), in: access)
                }
            }
        }
        return .stored
    }
}
