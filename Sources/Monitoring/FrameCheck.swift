import Facts
import HJ212
import Kernel
import Persistence

/// One pass over all frames, batch by batch: each can be unpacked, is a frame, and lies where it says; each batch has
/// the root it was journalled with; the effective hours are what the greatest versions among the frames say.
struct FrameCheck {
    private let access: any ReadAccess
    private var filed = CheckTally("frames keep the bytes and the place they were filed with")
    private var hours = CheckTally("effective hourly and daily values follow from the frames")
    private var batches = CheckTally("journalled batch roots cover the stored frames")
    /// Where each source stands, and its device unless that was never kept.
    private var sources: [Int64: (outlet: OutletID, device: DeviceNumber?)] = [:]
    /// How many effective values stand on a frame that was seen.
    private var founded = 0
    /// The batch that is being read, and those that were.
    private var batch: (sequence: Int64, digests: [[UInt8]])?
    private var seen: Set<Int64> = []

    /// How each device's frames are read.
    private var readers: FactorReaders

    private init(_ access: any ReadAccess, _ factors: DeviceFactors) throws {
        self.access = access
        readers = try FactorReaders(factors, in: access)
    }

    /// What the pass finds.
    static func reports(_ access: any ReadAccess, _ factors: DeviceFactors) throws -> [CheckReport] {
        var check = try FrameCheck(access, factors)
        try FrameSourceStore.forEach(access) { check.sources[$0] = ($1, $2) }
        try FrameStore.forEachInBatchOrder(access) { try check.examine($0) }
        try check.closeBatch()
        try check.examineEmptyBatches()
        let stored = try MeanPeriod.allCases.reduce(0) { try $0 + HourStore.count(access, period: $1) }
        let unfounded = try stored - check.founded - check.readers.waitingCount(in: access)
        if unfounded > 0 { check.hours.examine("\(unfounded) effective values stand on no frame") }
        return [check.filed.report, check.hours.report, check.batches.report]
    }

    private mutating func examine(_ stored: FrameStore.StoredFrame) throws {
        if batch?.sequence != stored.batch {
            try closeBatch()
            batch = (stored.batch, [])
        }
        let digest = Digest256(of: stored.bytes ?? [])
        batch?.digests.append(digest.bytes)
        let name = "\(stored.place.dataTime.civil.secondText) command \(stored.place.command.rawValue)"
        guard let source = sources[stored.source] else {
            return filed.examine("a frame of \(name) has no source \(stored.source)")
        }
        guard let frame = stored.bytes.flatMap({ Frame(stored: $0) }), let filing = try? FrameFiling(frame),
            filing.place == stored.place, source.device == nil || source.device == filing.device
        else { return filed.examine("a frame of \(source.outlet), \(name), has changed") }
        filed.examine(nil)
        if let period = HourReading.period(of: filing.command) {
            try examineMeans(frame, filing, digest, source.outlet, period)
        }
    }

    private mutating func examineMeans(
        _ frame: Frame, _ filing: FrameFiling, _ digest: Digest256, _ outlet: OutletID, _ period: MeanPeriod
    ) throws {
        guard !readers.isWaiting(outlet, at: filing.dataTime) else { return }
        let version = FrameVersion(requestNumber: filing.requestNumber, digest: digest)
        let interpretation = try readers.interpretation(of: filing.device, in: access)
        let readings = HourReading.readings(
            of: frame, filing: filing, digest: digest, interpretation: interpretation)
        for (pollutant, reading) in readings {
            let effective = try HourStore.effective(
                outlet: outlet, pollutant: pollutant, hour: reading.hour, period: period, in: access)
            if effective?.version == version { founded += 1 }
            let difference = Self.difference(of: effective, from: reading, version)
            let name = "\(outlet) \(pollutant) \(reading.hour.civil.minuteText)"
            hours.examine(difference.map { "\(name) \($0)" })
        }
    }

    /// What is wrong with an effective value beside one frame that offers a value for its hour.
    private static func difference(
        of effective: (version: FrameVersion, reading: HourReading)?, from reading: HourReading,
        _ version: FrameVersion
    ) -> String? {
        guard let effective else { return "is missing among the effective values" }
        if effective.version == version { return effective.reading == reading ? nil : "differs from its frame" }
        return effective.version > version ? nil : "does not follow its greatest version"
    }

    private mutating func closeBatch() throws {
        guard let (sequence, digests) = batch else { return }
        seen.insert(sequence)
        let next = try Journal.entries(after: sequence - 1, kinds: [FramesReceived.kind], limit: 1, in: access).first
        guard let entry = next, entry.sequence == sequence else {
            return batches.examine("batch \(sequence) was never journalled")
        }
        guard entry.payload != nil else { return }
        let journalled = try? entry.fact(FramesReceived.self)
        let agrees = journalled == FramesReceived(count: digests.count, root: MerkleRoot.over(digests))
        batches.examine(agrees ? nil : "batch \(sequence) no longer has the frames it was journalled with")
    }

    private mutating func examineEmptyBatches() throws {
        var lost: [Int64] = []
        try Journal.forEachEntry(access) { entry in
            guard entry.kind == FramesReceived.kind, entry.payload != nil, !seen.contains(entry.sequence) else {
                return
            }
            lost.append(entry.sequence)
        }
        for sequence in lost { batches.examine("batch \(sequence) no longer has any of its frames") }
    }
}
