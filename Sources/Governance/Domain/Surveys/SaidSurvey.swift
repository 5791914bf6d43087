/// A round as a form says it.
public struct SaidSurvey: Sendable, Equatable {
    let year: String
    let title: String
    let centre: String
    let firstDay: String
    let lastDay: String
    /// A line for each district: code, people, people to be asked.
    let strata: String

    /// A round as it is said.
    public init(
        year: String, title: String, centre: String, firstDay: String, lastDay: String, strata: String
    ) {
        (self.year, self.title, self.centre) = (year, title, centre)
        (self.firstDay, self.lastDay, self.strata) = (firstDay, lastDay, strata)
    }
}
