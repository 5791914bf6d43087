public import Kernel

/// Something that people do about funds. Amounts are texts in 万元 with at most six digits behind the point: a fen.
public enum FundAct: Sendable, Equatable {
    /// Gives a year its budget, or more of it.
    case budget(year: String, amount: String, what: String, document: String, on: CivilDate)
    /// Sets money of a year's budget aside.
    case allocate(year: String, amount: String, FundTarget, what: String, document: String, on: CivilDate)
    /// Sets money aside for an application that the office accepted: its amount, for what it names.
    case grant(application: Int, year: String, document: String, on: CivilDate)
    /// Applies for money in the name of a unit.
    case apply(unit: String, amount: String, FundTarget, what: String)
    /// Says what the office thinks of an application.
    case judge(Int, as: ReviewVerdict, note: String)
    /// Pays out of an allocation.
    case use(of: Int, amount: String, what: String, document: String, on: CivilDate)
    /// Takes an entry back, the whole of it.
    case counter(Int, reason: String, document: String)
}
