import Kernel

/// What a paper rests on beside its exceedances: where the case plays, to whom it goes, what was filed.
struct PaperGround: Sendable, Equatable {
    var place: CasePlace?
    var party: CaseParty?
    var files: [EvidenceFile] = []
}
