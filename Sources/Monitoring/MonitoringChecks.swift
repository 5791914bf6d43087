import Facts
import HJ212
import Kernel
import Persistence

/// What Monitoring knows must hold.
struct MonitoringChecks: SelfChecking {
    let parameters: JudgingParameters
    let now: Instant

    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        [try frames(access), try batches(access), try hours(access), try episodes(access)]
    }

    /// Each frame's bytes give the SHA-256 it is filed under.
    private func frames(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("frames keep the bytes they were filed with")
        try FrameStore.forEach(access) { frame in
            tally.examine(
                Digest256(of: frame.raw) == frame.digest ? nil : "frame \(frame.digest) of \(frame.outlet) has changed")
        }
        return tally.report
    }

    /// Each journalled batch root covers exactly the frames of its batch.
    private func batches(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("journalled batch roots cover the stored frames")
        try Journal.forEachEntry(access) { entry in
            guard let batch = try entry.fact(FramesReceived.self) else { return }
            let digests = try FrameStore.digests(ofBatch: entry.sequence, in: access)
            let agrees = digests.count == batch.count && MerkleRoot.over(digests) == batch.root
            tally.examine(agrees ? nil : "batch \(entry.sequence) no longer has the frames it was journalled with")
        }
        return tally.report
    }

    /// The effective hours are what the greatest versions among the frames say.
    private func hours(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("effective hourly values follow from the frames")
        try FrameStore.forEach(access) { stored in
            guard let frame = Frame(stored.raw), let filing = try? FrameFiling(frame) else { return }
            let version = FrameVersion(requestNumber: filing.requestNumber, digest: stored.digest)
            for (pollutant, reading) in HourReading.readings(of: frame, filing: filing, digest: stored.digest) {
                let effective = try HourStore.effective(
                    outlet: stored.outlet, pollutant: pollutant, hour: reading.hour, in: access)
                let name = "\(stored.outlet) \(pollutant) \(reading.hour.civil.minuteText)"
                switch effective {
                case nil:
                    tally.examine("\(name) is missing among the effective values")
                case .some(let (standing, value)) where standing == version:
                    tally.examine(value == reading ? nil : "\(name) differs from its frame")
                case .some(let (standing, _)):
                    tally.examine(standing > version ? nil : "\(name) does not follow its greatest version")
                }
            }
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
            let readings = try HourStore.judgeable(
                outlet: outlet, pollutant: .sulphurDioxide, leadMinutes: parameters.clockLeadMinutesMax, in: access)
            let limits = try LimitStore.limits(outlet: outlet, pollutant: .sulphurDioxide, in: access)
            let found = ExceedanceSpans.find(in: readings, limits: limits, parameters: parameters, now: now)
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
