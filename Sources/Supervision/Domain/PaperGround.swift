import Facts
import Kernel

/// What a paper rests on beside its exceedances: where the case plays, to whom it goes, what was filed.
struct PaperGround: Sendable, Equatable {
    var place: CasePlace?
    var party: CaseParty?
    var files: [EvidenceFile] = []
    /// The exceedances that went, of a case none of which stands any more, in the order in which they went.
    var gone: [GoneExceedance] = []
    /// Who changed what they were judged by, where one of them went by that.
    var changedBy: Set<FactAuthor> = []

    /// Why the last exceedance of the case went; nil while one stands, and where that is not told.
    var goneBy: JudgingCause? { gone.last?.cause }
}
