public import Kernel

/// Something that people do about a task of a policy.
public enum PolicyAct: Sendable, Equatable {
    /// Lets a person of a lead unit answer for it.
    case assign(PersonID, unit: String)
    /// Agrees on a milestone.
    case setMilestone(title: String, due: CivilDate)
    /// Says that a milestone is reached.
    case reachMilestone(Int, on: CivilDate, evidence: String)
    /// Reports on a month.
    case report(SaidOfMonth)
    /// Names a fact of the journal as evidence of the report on a month.
    case cite(CivilMonth, fact: Int64)
    /// Records what a committee found on those who are late.
    case find(
        ToleranceFinding.Finding, met: Set<ToleranceFinding.Condition>, document: String, note: String)
    /// Says what a unit that leads with the accountable one did in a month.
    case contribute(CivilMonth, text: String, evidence: String)
    /// Says what a long-term task is to reach in a year, and which indicator shows it; an empty code for none.
    case setTarget(year: Int, text: String, indicator: String)
    /// Agrees to the target of a year, for the office.
    case confirmTarget(year: Int)
    /// Takes an act back by a counter-decision, for the office.
    case counter(CounteredAct, document: String, reason: String)
    /// Answers a report, for the office.
    case review(CivilMonth, ReviewVerdict, note: String)
    /// Puts its last day off, by a decision of the leading group that is named.
    case extend(CivilDate, document: String, reason: String)
}
