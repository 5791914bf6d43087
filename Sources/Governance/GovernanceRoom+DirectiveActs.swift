public import Kernel
public import Persistence

extension GovernanceRoom {
    /// Issues a notice or minutes; returns its key as addresses write it.
    public func issue(
        _ said: SaidDirective, by person: PersonID, at now: Instant, in access: any WriteAccess
    ) throws -> String {
        try DirectiveDesk(tasks: desk).issue(said, by: Self.member(person, desk, access), at: now, in: access)
            .description
    }

    /// Answers an item of a notice or minutes for its unit.
    public func answer(
        _ item: Int, of directive: String, with text: String, by person: PersonID, at now: Instant,
        in access: any WriteAccess
    ) throws {
        guard let key = DirectiveKey(directive) else { throw DirectiveRefusal.noSuchDirective }
        try DirectiveDesk(tasks: desk).answer(
            item, of: key, with: text, evidence: nil, by: Self.member(person, desk, access), at: now, in: access)
    }

    /// Accepts or returns the newest answer to an item, for the office.
    public func judge(
        _ item: Int, of directive: String, as verdict: ReviewVerdict, note: String, by person: PersonID,
        at now: Instant, in access: any WriteAccess
    ) throws {
        guard let key = DirectiveKey(directive) else { throw DirectiveRefusal.noSuchDirective }
        try DirectiveDesk(tasks: desk).judge(
            item, of: key, as: verdict, note: note, by: Self.member(person, desk, access), at: now, in: access)
    }

    /// Begins a report on environment and economy and writes its text parts.
    public func write(
        _ texts: [AnalysisPart: String], of period: AnalysisPeriod, by person: PersonID, at now: Instant,
        in access: any WriteAccess
    ) throws {
        let analyses = AnalysisDesk(indicators: indicators)
        try analyses.open(period, by: person, at: now, in: access)
        try analyses.write(texts, of: period, by: person, at: now, in: access)
    }

    /// Issues such a report.
    public func issue(
        _ period: AnalysisPeriod, by person: PersonID, at now: Instant, in access: any WriteAccess
    ) throws {
        try AnalysisDesk(indicators: indicators).issue(period, by: person, at: now, in: access)
    }
}
