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

    /// What may follow: one stage after the other; what is filed is reviewed, again and again, or repealed. A document
    /// that was in force before it was entered begins with its issue.
    ///
    /// | from | to |
    /// |---|---|
    /// | nothing | draft, issued |
    /// | draft | opinion |
    /// | opinion | draft, legality |
    /// | legality | draft, issued |
    /// | issued | filed, repealed |
    /// | filed | reviewed, repealed |
    /// | reviewed | reviewed, repealed |
    /// | repealed | |
    static func following(_ stage: DocumentStage?) -> Set<DocumentStage> {
        switch stage {
        case nil: [.draft, .issued]
        case .draft: [.opinion]
        case .opinion: [.draft, .legality]
        case .legality: [.draft, .issued]
        case .issued: [.filed, .repealed]
        case .filed, .reviewed: [.reviewed, .repealed]
        case .repealed: []
        }
    }
}
