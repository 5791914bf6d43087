/// The stages of a document that a reform yields, in their order.
public enum DocumentStage: String, Sendable, CaseIterable {
    case draft
    /// Opinions are asked for.
    case opinion
    /// Its legality is reviewed.
    case legality
    case issued
    /// Filed with the government above (备案).
    case filed
    /// Reviewed after years in force.
    case reviewed
    /// In force no more.
    case repealed
    /// It was entered by mistake; the step says why.
    case withdrawn

    /// What may follow: one stage after the other; what is filed is reviewed, again and again, or repealed. A document
    /// that was in force before it was entered begins with its issue. What was entered by mistake is withdrawn.
    ///
    /// | from | to |
    /// |---|---|
    /// | nothing | draft, issued, withdrawn |
    /// | draft | opinion, withdrawn |
    /// | opinion | draft, legality, withdrawn |
    /// | legality | draft, issued, withdrawn |
    /// | issued | filed, repealed, withdrawn |
    /// | filed | reviewed, repealed, withdrawn |
    /// | reviewed | reviewed, repealed, withdrawn |
    /// | repealed | |
    /// | withdrawn | |
    static func following(_ stage: DocumentStage?) -> Set<DocumentStage> {
        switch stage {
        case nil: [.draft, .issued, .withdrawn]
        case .draft: [.opinion, .withdrawn]
        case .opinion: [.draft, .legality, .withdrawn]
        case .legality: [.draft, .issued, .withdrawn]
        case .issued: [.filed, .repealed, .withdrawn]
        case .filed, .reviewed: [.reviewed, .repealed, .withdrawn]
        case .repealed, .withdrawn: []
        }
    }
}
