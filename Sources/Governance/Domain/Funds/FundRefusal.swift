import Kernel

/// Why something about a fund was not taken.
enum FundRefusal: Error, Equatable {
    case noSuchFund
    case nameTaken(String)
    case noSuchTask
    case year(first: Int, last: Int, field: String = "budget_year")
    case amount(field: String)
    case target(FundTarget.Sort, field: String = "target_name")
    case overBudget(year: Int, leftFen: Int64, field: String = "allocated_amount")
    case noSuchAllocation
    case overAllocation(leftFen: Int64)
    case dayToCome(field: String)
    case dayBefore(CivilDate, field: String)
    /// Before the policy that the fund serves was issued.
    case dayBeforePolicy(CivilDate, field: String)
    /// A grant before it was applied for.
    case grantBefore(CivilDate)
    case noSuchEntry
    case takenBack
    case twice(Int)
    case counterEntry
    case stillAllocated(year: Int)
    case stillUsed
    case noSuchApplication
    case appliedTwice(Int)
    case judgedAlready(Int)
    case ownApplication
    case notAccepted(Int)
    case allocatedAlready(Int)
}
