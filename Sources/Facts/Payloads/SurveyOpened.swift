public import Kernel

/// A round of the survey of satisfaction was opened: its districts, questions and figures stand from now on.
public struct SurveyOpened: Fact {
    public static let kind = "governance.survey-opened"
    /// The year that it is about.
    public let year: Int
    /// What it is called.
    public let title: String
    /// Who asks people.
    public let centre: String
    /// The first day on which people are asked.
    public let firstDay: CivilDate
    /// The last day.
    public let lastDay: CivilDate
    /// How many districts it has.
    public let districts: Int
    /// How many people it speaks for.
    public let population: Int
    /// SHA-256 of the stored round in canonical form.
    public let sha256: Digest256

    /// A round that was opened.
    public init(
        year: Int, title: String, centre: String, firstDay: CivilDate, lastDay: CivilDate, districts: Int,
        population: Int, sha256: Digest256
    ) {
        self.year = year
        self.title = title
        self.centre = centre
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.districts = districts
        self.population = population
        self.sha256 = sha256
    }
}
