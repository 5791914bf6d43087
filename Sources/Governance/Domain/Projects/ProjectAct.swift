public import Kernel

/// Something that people do about a project. Amounts are texts in 万元 with at most six digits behind the point: a fen.
public enum ProjectAct: Sendable, Equatable {
    /// Lets a unit answer for it.
    case name(unit: String)
    /// Reports on a month; with a reason it corrects the report before.
    case report(
        CivilMonth, planned: String, done: [String], progress_percent: String, note: String, reason: String,
        overReason: String = "")
    /// Says what stands in the way, and since when; without a day, since today.
    case obstacle(String, owner: String, due: CivilDate, raised: CivilDate?)
    /// Says that it does no more.
    case solve(Int, on: CivilDate, how: String)
    /// Says which land or quota it needs, in the unit of its sort, of which unit, since when.
    case ask(ProjectNeedSort, what: String, amount: String, owner: String, on: CivilDate)
    /// Says that a need was met, by which document.
    case grant(Int, on: CivilDate, document: String)
    /// Says where it lies, in degrees.
    case place(longitude: String, latitude: String)
    /// Takes a photo back: it is shown no more.
    case takeBack(photo: Int, reason: String)
}
