import Facts
import Kernel
import Persistence

/// What a case was told exceeds: a mark takes hours out of what stands, and out of nothing that was told.
extension CaseDesk {
    /// Every hour of the exceedances of a case, as Monitoring ever told them.
    static func told(of subject: SupervisionCase, in access: any ReadAccess) throws -> [ToldHours] {
        let factors = Dictionary(
            subject.episodes.map { ($0.episode, $0.pollutant) }, uniquingKeysWith: { first, _ in first })
        var told = subject.episodes.map { hours(of: $0.extent, $0.pollutant) }
        for entry in try Journal.timeline(of: subject.outlet.text, scope: .city, limit: .max, in: access) {
            if let fact = try entry.fact(ExceedanceFound.self), let factor = factors[fact.episode] {
                told.append(hours(of: fact.extent, factor))
            } else if let fact = try entry.fact(ExceedanceChanged.self), let factor = factors[fact.episode] {
                told.append(hours(of: fact.extent, factor))
            }
        }
        return told.merged
    }

    static func hours(of extent: ExceedanceExtent, _ pollutant: PollutantCode) -> ToldHours {
        let isOfDays = extent.averaging == .day
        return ToldHours(
            pollutant: pollutant, first: extent.firstHour,
            last: extent.lastHour.adding(hours: isOfDays ? 23 : 0), isOfDays: isOfDays)
    }

    /// The exceedances of a case that went without growing into another, in the order in which they went.
    static func gone(of subject: SupervisionCase, in access: any ReadAccess) throws -> [GoneExceedance] {
        var gone: [(episode: EpisodeID?, cause: JudgingCause?)] = []
        for entry in try Journal.timeline(of: subject.id.text, scope: .city, limit: .max, in: access) {
            guard let fact = try entry.fact(CaseEvidenceChanged.self) else { continue }
            gone.removeAll { $0.episode == fact.episode }
            if fact.extent == nil, fact.mergedInto == nil { gone.append((fact.episode, fact.cause)) }
        }
        let factors = Dictionary(
            subject.episodes.map { ($0.episode, $0.pollutant) }, uniquingKeysWith: { first, _ in first })
        return gone.map { told in
            // Facts of earlier programs name no exceedance: their cases knew one.
            GoneExceedance(
                pollutant: told.episode.flatMap { factors[$0] } ?? subject.gravest.pollutant, cause: told.cause)
        }
    }

    /// Who, since the case was opened, changed a limit or the adoption of a rule by which exceedances of it went.
    static func changers(
        of gone: [GoneExceedance], in subject: SupervisionCase, _ access: any ReadAccess
    ) throws -> Set<FactAuthor> {
        var people: Set<FactAuthor> = []
        let factors = Set(gone.filter { $0.cause == .limit }.map(\.pollutant))
        if !factors.isEmpty {
            for entry in try Journal.timeline(of: subject.outlet.text, scope: .city, limit: .max, in: access)
            where entry.recordedAt >= subject.openedAt {
                let recorded = try entry.fact(LimitRecorded.self)?.pollutant
                guard let pollutant = try recorded ?? entry.fact(LimitEnded.self)?.pollutant else { continue }
                if factors.contains(pollutant) { people.insert(entry.author) }
            }
        }
        if gone.contains(where: { $0.cause == .adoption }) {
            let adoptions = try Journal.entries(
                after: 0, kinds: [RuleAdopted.kind, RuleAdoptionEnded.kind], limit: .max, in: access)
            people.formUnion(adoptions.filter { $0.recordedAt >= subject.openedAt }.map(\.author))
        }
        return people
    }

    /// What the enterprise marked of them, for steps that say what becomes of it and papers that name it.
    func marked(
        of action: CaseAction, in subject: SupervisionCase, at now: Instant, _ access: any ReadAccess
    ) throws -> MarkedHours {
        let isOfPaper = CaseDocument.Kind(of: action) != nil && subject.isWithdrawn
        guard let marks, [.qualify, .refuseData].contains(action) || isOfPaper else { return MarkedHours() }
        return try marks.marked(
            Self.told(of: subject, in: access), at: subject.outlet, now: now, in: access)
    }
}
