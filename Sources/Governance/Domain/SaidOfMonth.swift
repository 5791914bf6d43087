/// What a lead unit says of a month.
public struct SaidOfMonth: Sendable, Equatable {
    let month: CivilMonth
    let standing: TaskStanding
    let progress: String
    let evidence: String

    /// What a lead unit says of a month.
    ///
    /// - Parameter evidence: Numbers of documents, addresses, places of files.
    public init(month: CivilMonth, standing: TaskStanding, progress: String, evidence: String) {
        self.month = month
        self.standing = standing
        self.progress = progress
        self.evidence = evidence
    }
}
