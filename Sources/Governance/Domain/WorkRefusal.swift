import Kernel

/// Why something about a reform or a project was not taken.
enum WorkRefusal: Error, Equatable {
    case noSuchReform
    case noSuchProject
    case noSuchDocument
    case unknownUnit(String, field: String = "unit")
    case notItsUnit(String)
    case noUnit
    case wrongStage(allowed: Set<DocumentStage>)
    case dayToCome(field: String = "day")
    case dayBefore(CivilDate, field: String = "day")
    /// Before the policy was issued; of what is due, too.
    case dayBeforePolicy(CivilDate, field: String)
    /// A stage of a document that the policy asks for, before the policy was issued.
    case stageBeforePolicy(CivilDate)
    /// A document that was in force before, from a day that is too far away.
    case stageTooOld(first: CivilDate)
    case reviewYears
    case documentTwice(reform: Int, number: Int)
    case amount(field: String)
    case percent
    case monthToCome(last: CivilMonth)
    case monthBefore(first: CivilMonth)
    case monthTwice(CivilMonth)
    case nothingToCorrect(CivilMonth)
    case noSuchObstacle
    case obstacleTwice(Int)
    case dayGone(field: String)
    case progressOutOfLine(least: Int, most: Int)
    case abovePlan(plannedFen: Int64, doneFen: Int64)
    case noSuchNeed
    case needTwice(Int)
    case needAmount
    case position(field: String)
    case notAPhoto
    case defectivePhoto(PictureDefect)
    case noSuchPhoto
    case photoTakenBack(Int)
    case noPhoto
    case tooManyPhotos(max: Int)
}
