import Kernel

/// Why something about an inspection notice or minutes was not taken.
enum DirectiveRefusal: Error, Equatable {
    case unknownUnit(String, field: String, line: Int?)
    case noSuchTask
    case notTheLead(unit: String, lead: [String])
    case term
    case noItems(field: String)
    case tooManyItems(field: String)
    case itemTooLong(field: String, line: Int)
    case decisionForm(line: Int)
    case deadlinePast(line: Int)
    case dayToCome
    case dateMissing
    case heldBefore(CivilDate)
    case issuedTwice(DirectiveKey)
    case noSuchDirective
    case noSuchItem
    case anotherUnit(String)
    case isTask(Int)
    case isClosed
    case waits
    case noSuchFact
    case nothingToJudge
    case ownAnswer
}
