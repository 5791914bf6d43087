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
    private let book = SourceBook()

    init(journal: Journal, judge: Judge, directory: any OutletDirectory, factors: DeviceFactors) {
        self.journal = journal
        self.judge = judge
        self.directory = directory
        self.factors = factors
    }

    /// Stores arrivals in a transaction of their own; verdicts come in the same order.
    func receive(_ arrivals: [FrameArrival], now: Instant, in database: any Database) async throws -> [FrameVerdict] {
        do {
            return try await database.write { access in try store(arrivals, now: now, in: access) }
        } catch {
            book.forget()
            throw error
        }
    }

    /// Stores arrivals within somebody else's transaction. Whether that is committed is not known here, so nothing that
    /// was learnt in it is kept.
    func receive(_ arrivals: [FrameArrival], now: Instant, in access: any WriteAccess) throws -> [FrameVerdict] {
        defer { book.forget() }
        return try store(arrivals, now: now, in: access)
    }

    private func store(
        _ arrivals: [FrameArrival], now: Instant, in access: any WriteAccess
    ) throws -> [FrameVerdict] {
        let last = try Journal.lastSequence(access)
        let arrivals = try arrivals.map { try DeviceCheckStore.believed($0, in: access) }
        var batch = Batch()
        var verdicts = [FrameVerdict](repeating: .stored, count: arrivals.count)
        let areNew = try book.consult { known in
            try known.refresh(with: directory, lastSequence: last, in: access)
            for (index, arrival) in arrivals.enumerated() {
                guard let refused = try take(arrival, index, into: &batch, &known, access) else { continue }
                verdicts[index] = refused
            }
            return try FrameStore.insert(
                batch.arriving, batch: last + 1,
                layouts: { source in
                    try LayoutStore.layouts(of: source, in: access).reduce(into: [:]) { $0[$1.number] = $1.layout }
                }, in: access)
        }
        for (position, index) in batch.indices.enumerated() where !areNew[position] {
            verdicts[index] = .alreadyStored
        }
        try settle(batch, arrivals, areNew, sequence: last + 1, now: now, access)
        return verdicts
    }

    /// What a batch brings: the frames to be stored, with the arrivals they came as.
    private struct Batch {
        var arriving: [FrameStore.Arriving] = []
        var indices: [Int] = []
        var sources: [KnownSources.Source] = []
    }

    /// Files an arrival, or sets it aside; returns a verdict only then.
    private func take(
        _ arrival: FrameArrival, _ index: Int, into batch: inout Batch, _ known: inout KnownSources,
        _ access: any WriteAccess
    ) throws -> FrameVerdict? {
        switch arrival.event {
        case .quarantined(let stretch):
            return try setAside(stretch.bytes, stretch.reason.code, arrival, access)
        case .accepted(let frame):
            do {
                let (arriving, source) = try file(frame, arrival, &known, access)
                batch.arriving.append(arriving)
                batch.indices.append(index)
                batch.sources.append(source)
                return nil
            } catch let refusal as FrameFiling.Refusal {
                return try setAside(frame.bytes, refusal.rawValue, arrival, access)
            }
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
        _ frame: Frame, _ arrival: FrameArrival, _ known: inout KnownSources, _ access: any WriteAccess
    ) throws -> (FrameStore.Arriving, KnownSources.Source) {
        let latest = arrival.receivedAt.adding(hours: FrameFiling.aheadHoursMax)
        let bytes = frame.bytes
        if let found = known.recognise(bytes) {
            guard found.place.dataTime <= latest else { throw FrameFiling.Refusal.aheadOfTime }
            let arriving = FrameStore.Arriving(
                source: found.source.number, place: found.place, packed: found.packed, bytes: bytes,
                receivedAt: arrival.receivedAt)
            return (arriving, found.source)
        }
        let filing = try FrameFiling(frame)
        guard filing.dataTime <= latest else { throw FrameFiling.Refusal.aheadOfTime }
        // Unknown devices and wrong passwords cost the same, so that time does not tell which devices there are.
        let registered = try known.source(of: filing.device, directory: directory, in: access)
        let isProven = Station.isProven(filing.password, of: registered?.station)
        guard let source = registered else { throw FrameFiling.Refusal.unknownDevice }
        guard isProven else { throw FrameFiling.Refusal.wrongPassword }
        let arriving = FrameStore.Arriving(
            source: source.number, place: filing.place, packed: try known.pack(bytes, filing, in: access), bytes: bytes,
            receivedAt: arrival.receivedAt)
        return (arriving, source)
    }

    /// Journals what is new, brings its hourly values in, and judges what they change.
    private func settle(
        _ batch: Batch, _ arrivals: [FrameArrival], _ areNew: [Bool], sequence: Int64, now: Instant,
        _ access: any WriteAccess
    ) throws {
        var digests: [[UInt8]] = []
        var hours = HourIntake(clockLead: judge.parameters.clockLead, now: now)
        for (position, arriving) in batch.arriving.enumerated() where areNew[position] {
            let digest = Digest256(of: arriving.bytes)
            digests.append(digest.bytes)
            let arrival = arrivals[batch.indices[position]]
            guard case .accepted(let frame) = arrival.event else { continue }
            let source = batch.sources[position]
            try factors.notice(frame, at: arriving.place, of: source, receivedAt: arrival.receivedAt, in: access)
            if arriving.place.command == .minuteValues {
                hours.noteMinutes(at: arriving.place.dataTime, of: source.station, now: now)
            }
            if [.minuteValues, .furnaceTemperature].contains(arriving.place.command) {
                hours.noteFurnace(at: arriving.place.dataTime, of: source.station, now: now)
            }
            guard HourReading.period(of: arriving.place.command) != nil else { continue }
            try hours.take(
                frame, digest, at: source.station, receivedAt: arrival.receivedAt,
                interpretation: try factors.interpretation(of: source.device, in: access), access)
        }
        guard !digests.isEmpty else { return }
        try hours.recount(by: judge.matter.counting, access)
        try hours.forgetFurnaces(access)
        try hours.noteLateArrivals(access)
        let journalled = try journal.append(
            FramesReceived(count: digests.count, root: MerkleRoot.over(digests)), about: .city,
            by: .system("gateway"), occurredAt: now, in: access)
        precondition(journalled == sequence, "nothing else is journalled while a batch is taken in")
        for change in hours.changes {
            try judge.judge(
                change.pollutant, at: change.place, around: change.hours, period: change.period, now: now,
                in: access)
        }
    }
}
