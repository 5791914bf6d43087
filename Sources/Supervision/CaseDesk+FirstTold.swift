import Facts
import Kernel
import Persistence

/// Values that were sent again and are refused: the exceedances count as they were first told (decision 168).
extension CaseDesk {
    /// The exceedances of a case that no longer stand because values or marks of their hours were sent again, as they
    /// were told before. What a mark of the enterprise or an officer took out is none of them.
    static func firstTold(
        of subject: SupervisionCase, _ replaced: [ReplacedValue], in access: any ReadAccess
    ) throws -> [EpisodeID: FirstTold] {
        let own = Set(subject.episodes.filter { $0.isWithdrawn && $0.mergedInto == nil }.map(\.episode))
        guard !own.isEmpty, !replaced.isEmpty else { return [:] }
        var (told, causes): ([EpisodeID: FirstTold], [EpisodeID: JudgingCause]) = ([:], [:])
        for entry in try Journal.timeline(of: subject.outlet.text, scope: .city, limit: .max, in: access) {
            if let fact = try entry.fact(ExceedanceFound.self), own.contains(fact.episode) {
                told[fact.episode] = FirstTold(extent: fact.extent, decision: fact.decision)
            } else if let fact = try entry.fact(ExceedanceChanged.self), own.contains(fact.episode) {
                // What only values made less is kept; whatever else did so is lawful.
                let isOfValues = fact.cause == .value && told[fact.episode]?.outweighs(fact.extent) == true
                if !isOfValues { told[fact.episode] = FirstTold(extent: fact.extent, decision: fact.decision) }
            } else if let fact = try entry.fact(ExceedanceWithdrawn.self), own.contains(fact.episode) {
                causes[fact.episode] = fact.cause
            }
        }
        let factors = Dictionary(
            subject.episodes.map { ($0.episode, $0.pollutant) }, uniquingKeysWith: { first, _ in first })
        return told.filter { episode, known in
            let last = known.extent.lastHour.adding(hours: known.extent.averaging == .day ? 23 : 0)
            // Facts of the time when no cause was told leave it open.
            return [.value, nil].contains(causes[episode])
                && replaced.contains {
                    $0.pollutant == factors[episode] && (known.extent.firstHour...last).contains($0.start)
                }
        }.mapValues(\.settled)
    }

    /// Lets exceedances count as they were first told. Duty and clock of the state return, as they do when an
    /// exceedance stands again.
    func uphold(
        _ firstTold: [EpisodeID: FirstTold], by step: Step, of before: SupervisionCase, in access: any WriteAccess
    ) throws {
        for (episode, told) in firstTold { try EpisodeStore.uphold(episode, as: told, in: access) }
        let after = try stored(before.id, in: access)
        let clock = try clockAnew(of: after, at: step.at, in: access)
        let decides = try keepRequest(of: after.id, ending: .lifted, at: step.at, in: access)
        for (episode, told) in firstTold.sorted(by: { $0.key.text < $1.key.text }) {
            try journal.append(
                CaseEvidenceChanged(
                    caseID: after.id, extent: told.extent, episode: episode, due: clock?.due, warns: clock?.warns,
                    decides: decides, upheldBy: step.number, decision: told.decision),
                about: factSubject(after), by: .system("supervision"), occurredAt: step.at, in: access)
        }
        try changeDuty(of: after, clock, keeping: .nothing, at: step.at, in: access)
        try recount(at: after.outlet, at: step.at, in: access)
    }
}

extension CaseEvidenceChanged {
    /// As what an exceedance counts because values sent again were refused; nil for every other news of it.
    var upheld: FirstTold? {
        guard upheldBy != nil, let extent, let decision else { return nil }
        return FirstTold(extent: extent, decision: decision)
    }
}
