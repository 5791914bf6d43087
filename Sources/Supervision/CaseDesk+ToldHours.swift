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

    private static func hours(of extent: ExceedanceExtent, _ pollutant: PollutantCode) -> ToldHours {
        let isOfDays = extent.averaging == .day
        return ToldHours(
            pollutant: pollutant, first: extent.firstHour,
            last: extent.lastHour.adding(hours: isOfDays ? 23 : 0), isOfDays: isOfDays)
    }

    /// Why the last exceedance of a case went; nil where that is not told.
    static func goneBy(of subject: SupervisionCase, in access: any ReadAccess) throws -> JudgingCause? {
        try Journal.timeline(of: subject.id.text, scope: .city, limit: .max, in: access).reduce(nil) { known, entry in
            guard let fact = try entry.fact(CaseEvidenceChanged.self), fact.extent == nil else { return known }
            return fact.cause
        }
    }

    /// Who recorded or ended a limit of a case's factors since its first exceedance was found.
    static func limitedBy(of subject: SupervisionCase, in access: any ReadAccess) throws -> Set<FactAuthor> {
        let factors = Set(subject.episodes.map(\.pollutant))
        var people: Set<FactAuthor> = []
        for entry in try Journal.timeline(of: subject.outlet.text, scope: .city, limit: .max, in: access)
        where entry.recordedAt >= subject.openedAt {
            let recorded = try entry.fact(LimitRecorded.self)?.pollutant
            guard let pollutant = try recorded ?? entry.fact(LimitEnded.self)?.pollutant, factors.contains(pollutant)
            else { continue }
            people.insert(entry.author)
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
