public import Kernel

/// Answers of a survey came in. They hold a number for each person asked, and nothing that names one.
public struct SurveyAnswersTaken: Fact {
    public static let kind = "governance.survey-answers-taken"
    /// The year of the round.
    public let year: Int
    /// 1, 2, 3 … within the round.
    public let batch: Int
    /// How many people answered.
    public let answers: Int
    /// SHA-256 of the stored lines.
    public let sha256: Digest256

    /// Answers that came in.
    public init(year: Int, batch: Int, answers: Int, sha256: Digest256) {
        self.year = year
        self.batch = batch
        self.answers = answers
        self.sha256 = sha256
    }
}

/// A round was closed: its result was decided and never changes.
public struct SurveyClosed: Fact {
    public static let kind = "governance.survey-closed"
    /// The year of the round.
    public let year: Int
    /// How many people answered.
    public let answers: Int
    /// The city's result in hundredths of a point; nil when too few answered.
    public let mean_hundredths: Int?
    /// What it may be off by at 95 %, in hundredths of a point.
    public let margin_hundredths: Int?
    /// The decision behind it.
    public let decision: DecisionID
    /// SHA-256 of the stored result in canonical form.
    public let sha256: Digest256

    /// A round that was closed.
    public init(
        year: Int, answers: Int, mean_hundredths: Int?, margin_hundredths: Int?, decision: DecisionID,
        sha256: Digest256
    ) {
        self.year = year
        self.answers = answers
        self.mean_hundredths = mean_hundredths
        self.margin_hundredths = margin_hundredths
        self.decision = decision
        self.sha256 = sha256
    }
}
