import Facts
import Kernel
import Persistence

/// What was journalled of cases and exemptions is still in the tables: a case cannot leave without a trace, nor can an
/// exemption be written in its place.
enum CaseRecordChecks {
    private struct Exemption: Equatable {
        let outlet: OutletID
        let reason: String
        let at: Instant
    }

    /// Each case that was opened stands at its outlet, under the number that its papers bear.
    static func openings(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("each case that was opened is kept under its number")
        var recounted: [CaseID: Int] = [:]
        try Journal.forEachEntry(access) { entry in
            if let fact = try? entry.fact(CaseRecounted.self) { recounted[fact.caseID] = fact.occurrence }
        }
        try Journal.forEachEntry(access) { entry in
            guard let opened = try? entry.fact(CaseOpened.self) else { return }
            let occurrence = recounted[opened.caseID] ?? opened.occurrence
            tally.examine(try difference(of: opened, occurrence, about: entry.subject, access))
        }
        return tally.report
    }

    /// Each exceedance of a case begins with the hour of its extent, and is toxic when it was taken up as such.
    static func columns(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("exceedances of cases begin, and are toxic, as was told")
        var toxic: [EpisodeID: Bool] = [:]
        try Journal.forEachEntry(access) { entry in
            if let fact = try? entry.fact(CaseOpened.self), let told = fact.isToxic { toxic[fact.episode] = told }
            if let fact = try? entry.fact(CaseEpisodeJoined.self), let told = fact.isToxic {
                toxic[fact.episode] = told
            }
        }
        let began = try EpisodeStore.firstHours(access)
        try CaseStore.forEach(access) { subject in
            for episode in subject.episodes {
                // Programs that did not tell it put the moment of the case in the place of the hour.
                guard let told = toxic[episode.episode] else { continue }
                let agrees = began[episode.episode] == episode.extent.firstHour && told == episode.traits.isToxic
                tally.examine(
                    agrees ? nil : "case \(subject.id): exceedance \(episode.episode) is not as it was taken up")
            }
        }
        return tally.report
    }

    /// Each exceedance stands in the case that took it up, in the order in which that took them, and at its outlet.
    static func members(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("exceedances stand in the cases that took them up")
        var told: [CaseID: [EpisodeID]] = [:]
        try Journal.forEachEntry(access) { entry in
            if let fact = try? entry.fact(CaseOpened.self) { told[fact.caseID, default: []].append(fact.episode) }
            if let fact = try? entry.fact(CaseEpisodeJoined.self) {
                told[fact.caseID, default: []].append(fact.episode)
            }
        }
        let astray = try EpisodeStore.atOtherOutlets(access)
        try CaseStore.forEach(access) { subject in
            let (held, taken) = (subject.episodes.map(\.episode), told[subject.id] ?? [])
            if held != taken {
                let (holds, took) = (held.map(\.text), taken.map(\.text))
                return tally.examine("case \(subject.id): it holds exceedances \(holds), journalled were \(took)")
            }
            let strays = held.filter(astray.contains).map(\.text)
            tally.examine(strays.isEmpty ? nil : "case \(subject.id): \(strays) stand at another outlet")
        }
        return tally.report
    }

    private static func difference(
        of opened: CaseOpened, _ occurrence: Int?, about told: FactSubject, _ access: any ReadAccess
    ) throws -> String? {
        guard let subject = try CaseStore.subject(opened.caseID, scope: .city, in: access) else {
            return "case \(opened.caseID) was opened and is not kept"
        }
        if subject.outlet != opened.outlet { return "case \(opened.caseID) is at another outlet than was journalled" }
        if subject.enterprise != told.enterprise || subject.region != told.region {
            return "case \(opened.caseID) is another firm's or district's than was journalled"
        }
        let isHandedOver = subject.steps.contains { $0.action == .handOver }
        // Facts that tell no count are of programs whose cases were all the city's to close.
        if isHandedOver != subject.cityCloses, isHandedOver || opened.occurrence != nil {
            return "case \(opened.caseID): who closes it is not what its steps say"
        }
        if let occurrence, occurrence != subject.occurrence {
            return "case \(opened.caseID) counts as exceedance \(subject.occurrence), journalled was \(occurrence)"
        }
        let bears = "\(subject.year)-\(subject.number.padded(4))"
        return bears == opened.caseID.text ? nil : "case \(opened.caseID) bears the number \(bears)"
    }

    /// Each recorded exemption is the fact that gave its reason, and each such fact is recorded.
    static func exemptions(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("exemptions are as they were journalled")
        var (told, found): ([EpisodeID: Exemption], [EpisodeID: Instant]) = ([:], [:])
        try Journal.forEachEntry(access) { entry in
            if let fact = try? entry.fact(ExceedanceFound.self) { found[fact.episode] = entry.recordedAt }
            guard let fact = try? entry.fact(ExceedanceExempted.self) else { return }
            // It is exempted from the moment it was found on.
            told[fact.episode] = Exemption(
                outlet: fact.outlet, reason: fact.reason, at: found[fact.episode] ?? entry.occurredAt)
        }
        for (episode, kept) in try EpisodeStore.exemptions(access) {
            let known = told.removeValue(forKey: episode)
            let agrees = known == Exemption(outlet: kept.outlet, reason: kept.reason, at: kept.at)
            tally.examine(agrees ? nil : "the exemption of \(episode) is not what was journalled")
        }
        for episode in told.keys.sorted(by: { $0.text < $1.text }) {
            tally.examine("the exemption of \(episode) was journalled and is not kept")
        }
        return tally.report
    }
}
