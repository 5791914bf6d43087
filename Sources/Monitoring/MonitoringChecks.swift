import Facts
import HJ212
import Kernel
import Persistence

/// What Monitoring knows must hold.
struct MonitoringChecks: SelfChecking {
    let factors: DeviceFactors
    let parameters: JudgingParameters
    let now: Instant

    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        try frames(access) + [try batches(access), try episodes(access), try FactorCheck.report(access)]
    }

    /// Each frame's bytes give the SHA-256 and the place it is filed under, and the effective hours are what the
    /// greatest versions among the frames say.
    private func frames(_ access: any ReadAccess) throws -> [CheckReport] {
        var filed = CheckTally("frames keep the bytes and the place they were filed with")
        var hours = CheckTally("effective hourly values follow from the frames")
        var founded = 0
        var readers = try FactorReaders(factors, in: access)
        try FrameStore.forEach(access) { stored in
            guard Digest256(of: stored.raw) == stored.digest, let frame = Frame(stored: stored.raw),
                let filing = try? FrameFiling(frame), stored.lies(at: filing)
            else { return filed.examine("frame \(stored.digest) of \(stored.outlet) has changed") }
            filed.examine(nil)
            guard !readers.isWaiting(stored.outlet, at: filing.dataTime) else { return }
            let interpretation = try readers.interpretation(of: filing.device, in: access)
            let readings = HourReading.readings(
                of: frame, filing: filing, digest: stored.digest, interpretation: interpretation)
            for (pollutant, reading) in readings {
                let effective = try HourStore.effective(
                    outlet: stored.outlet, pollutant: pollutant, hour: reading.hour, in: access)
                let version = FrameVersion(requestNumber: filing.requestNumber, digest: stored.digest)
                if effective?.version == version { founded += 1 }
                let difference = Self.difference(of: effective, from: reading, version)
                let name = "\(stored.outlet) \(pollutant) \(reading.hour.civil.minuteText)"
                hours.examine(difference.map { "\(name) \($0)" })
            }
        }
        let unfounded = try HourStore.count(access) - founded - readers.waitingCount(in: access)
        if unfounded > 0 { hours.examine("\(unfounded) effective values stand on no frame") }
        return [filed.report, hours.report]
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

    /// Each journalled batch root covers exactly the frames of its batch.
    private func batches(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("journalled batch roots cover the stored frames")
        try Journal.forEachEntry(access) { entry in
            guard entry.kind == FramesReceived.kind, entry.payload != nil else { return }
            let digests = try FrameStore.digests(ofBatch: entry.sequence, in: access)
            let journalled = try? entry.fact(FramesReceived.self)
            let agrees = journalled == FramesReceived(count: digests.count, root: MerkleRoot.over(digests))
            tally.examine(agrees ? nil : "batch \(entry.sequence) no longer has the frames it was journalled with")
        }
        return tally.report
    }

    /// The standing episodes are what the rule finds in the effective hours. (Whether one has ended depends on the
    /// moment, so it is not compared.)
    private func episodes(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("exceedance episodes follow from the effective hourly values")
        var standing: [OutletID: Set<EpisodeSpan>] = [:]
        try EpisodeStore.forEach(access) { episode in
            guard !episode.isWithdrawn else { return }
            standing[episode.outlet, default: []].insert(EpisodeSpan(episode.extent))
        }
        for outlet in try LimitStore.outlets(limiting: .sulphurDioxide, in: access) {
            let readings = try HourStore.readings(
                outlet: outlet, pollutant: .sulphurDioxide, from: Instant(milliseconds: .min),
                to: Instant(milliseconds: .max), in: access)
            let limits = try LimitStore.limits(outlet: outlet, pollutant: .sulphurDioxide, in: access)
            // An hour that was not over when its value came is judged when the watch comes back to it.
            let waiting = try WaitingHourStore.hours(outlet: outlet, pollutant: .sulphurDioxide, in: access)
            let found = ExceedanceSpans.find(
                in: readings.filter { !waiting.contains($0.hour) }, limits: limits, parameters: parameters, now: now)
            let known = standing.removeValue(forKey: outlet) ?? []
            for span in Set(found.map(EpisodeSpan.init)).symmetricDifference(known) {
                tally.examine("\(outlet): the episode from \(span.first.civil.minuteText) is not what the values say")
            }
            tally.examine(nil)
        }
        for outlet in standing.keys.sorted() { tally.examine("\(outlet) has episodes but no limit") }
        return tally.report
    }

    /// What must agree of an episode.
    private struct EpisodeSpan: Hashable {
        let first: Instant
        let last: Instant
        let hours: Int
        let peak: DecimalNumber

        init(_ extent: ExceedanceExtent) {
            (first, last, hours, peak) = (extent.firstHour, extent.lastHour, extent.hours, extent.peak)
        }
    }
}
