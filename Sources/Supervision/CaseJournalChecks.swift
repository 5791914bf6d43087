import Facts
import Kernel
import Persistence

/// What the tables of cases hold beside steps and duties is what the journal tells: their exceedances as they were last
/// told, and when a case is to be told that its clock is running.
enum CaseJournalChecks {
    /// What is known of an exceedance.
    private struct Told: Equatable {
        let pollutant: PollutantCode
        var extent: ExceedanceExtent
        var isWithdrawn = false
        var mergedInto: EpisodeID?
    }

    /// Each exceedance of a case is as Monitoring told it last, up to the subscriber's cursor or since: a step that
    /// sets a mark aside does not wait for the subscriber. A withdrawn one keeps the extent it had, and counts as it
    /// was first told where a step says so.
    static func exceedances(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("what cases know of their exceedances is what was journalled")
        let cursor = try JournalDelivery.cursor(of: "supervision.exceedances", in: access)
        var (told, delivered): ([EpisodeID: Told], [EpisodeID: Told]) = ([:], [:])
        var (isDelivered, upheld) = (true, [EpisodeID: FirstTold]())
        try Journal.forEachEntry(access) { entry in
            if isDelivered, entry.sequence > cursor { (isDelivered, delivered) = (false, told) }
            // What cannot be read is the business of the check that looks for each exceedance's case.
            if let fact = try? entry.fact(ExceedanceFound.self) {
                told[fact.episode] = told[fact.episode] ?? Told(pollutant: fact.pollutant, extent: fact.extent)
            } else if let fact = try? entry.fact(ExceedanceChanged.self), let known = told[fact.episode] {
                told[fact.episode] = Told(pollutant: known.pollutant, extent: fact.extent)
            } else if let fact = try? entry.fact(ExceedanceWithdrawn.self) {
                told[fact.episode]?.isWithdrawn = true
                told[fact.episode]?.mergedInto = fact.mergedInto
            } else if let fact = try? entry.fact(CaseEvidenceChanged.self), let episode = fact.episode {
                upheld[episode] = fact.upheld
            }
        }
        try CaseStore.forEach(access) { subject in
            for episode in subject.episodes {
                if episode.upheld != upheld[episode.episode] {
                    tally.examine("case \(subject.id): \(episode.episode) counts as was not journalled")
                }
                let known = (isDelivered ? told : delivered)[episode.episode]
                guard let known, let newest = told[episode.episode] else { continue }
                let isNewest = difference(of: episode, newest, in: subject.id) == nil
                tally.examine(isNewest ? nil : difference(of: episode, known, in: subject.id))
            }
        }
        return tally.report
    }

    private static func difference(of episode: CaseEpisode, _ told: Told, in id: CaseID) -> String? {
        let name = "case \(id): exceedance \(episode.episode)"
        if episode.pollutant != told.pollutant { return "\(name) is of another factor than was journalled" }
        if episode.isWithdrawn != told.isWithdrawn {
            return "\(name) \(episode.isWithdrawn ? "is withdrawn" : "stands"), which was not journalled"
        }
        if episode.mergedInto != told.mergedInto {
            return "\(name) has grown into \(episode.mergedInto?.text ?? "none"), journalled was "
                + (told.mergedInto?.text ?? "none")
        }
        return episode.extent == told.extent ? nil : "\(name) has another extent than was journalled"
    }

    /// Each case is to be told that its clock is running when the fact that began the clock says so. Facts of earlier
    /// programs do not say: there the moment lies between the beginning of the state and its end.
    static func warnings(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("warnings before a clock runs out wait as was journalled")
        let waiting = try CaseStore.warnings(access)
        try CaseStore.forEach(access) { subject in
            let entries = try Journal.timeline(of: subject.id.text, scope: .city, limit: .max, in: access)
            let moment = waiting[subject.id]
            let agrees =
                switch expected(entries.sorted { $0.sequence < $1.sequence }) {
                case .told(let warns): moment == warns
                case .notTold: moment.map { subject.since <= $0 && $0 <= subject.due ?? $0 } ?? true
                }
            tally.examine(
                agrees
                    ? nil
                    : "case \(subject.id): its warning waits for \(moment?.civil.minuteText ?? "nothing"), which was "
                        + "not journalled")
        }
        return tally.report
    }

    private enum Expected {
        case told(Instant?)
        case notTold
    }

    /// What the facts of a case say of its warning, the oldest first.
    private static func expected(_ entries: [JournalEntry]) -> Expected {
        entries.reduce(.told(nil)) { known, entry in
            if let fact = try? entry.fact(CaseStepTaken.self), fact.from != fact.to {
                let isEnd = fact.to == CaseState.closed.rawValue
                return fact.due == nil && !isEnd ? .notTold : .told(fact.warns)
            }
            // Evidence that began no clock tells none; what began one in earlier programs cannot be told from it.
            if let fact = try? entry.fact(CaseEvidenceChanged.self) {
                return fact.due == nil ? known : .told(fact.warns)
            }
            let ends = [CaseClockWarned.kind, CaseReopened.kind, CaseMerged.kind]
            return ends.contains(entry.kind) ? .told(nil) : known
        }
    }
}
