import Facts
import Kernel

/// What a paper rests on beside its exceedances: where the case plays, to whom it goes, what was filed.
struct PaperGround: Sendable, Equatable {
    var place: CasePlace?
    var party: CaseParty?
    var files: [EvidenceFile] = []
    /// Why the last exceedance of the case went; nil while one stands, and where that is not told.
    var goneBy: JudgingCause?
    /// Who recorded or ended a limit that the last exceedance went by.
    var limitedBy: Set<FactAuthor> = []
}
