import Kernel

/// Why something about a task was not taken.
enum GovernanceRefusal: Error, Equatable {
    case noSuchTask
    case unknownUnit(String)
    case notTheLead(lead: [String])
    case unknownPerson
    case personElsewhere(unit: String)
    case notAssigned
    case unknownMonth
    case monthTwice(CivilMonth)
    case monthToCome(last: CivilMonth)
    case monthBefore(first: CivilMonth)
    case beyondDeadline(last: CivilDate, isLongTerm: Bool = false)
    case milestoneGone(first: CivilDate)
    case noSuchMilestone
    case alreadyReached
    case milestoneTwice
    case dayToCome
    case dateMissing(field: String)
    case noOpenReport
    case ownReport
    case noEnd
    case notLater(than: CivilDate)
    case unknownOrganisation
    case notOfTheBoard
    case noReport(CivilMonth)
    case accepted(CivilMonth)
    case tooMuchEvidence(max: Int)
    case noSuchFact
    case noFile
    case notLate
    case conditionMissing(ToleranceFinding.Condition)
    case notAccountable(String)
    case isAccountable(String)
    case askedAlready(unit: String)
    case contributedAlready(CivilMonth)
    case tooFar(last: CivilDate)
    case nothingToTakeBack
    case officeOnly
    case notLongTerm
    case targetYear(first: Int, last: Int)
    case targetIndicator
    case noTarget(year: Int)
    case nothingToConfirm
    case ownTarget
}
