import Facts
import Kernel

/// What a round came to when it was closed. Its bytes never change.
struct SurveyResult: Codable, Sendable, Equatable {
    let year: Int
    let closedOn: CivilDate
    let answers: Int
    let decision: DecisionID
    let estimates: [SurveyEstimate]

    /// The estimate of a measure for a district, or for the city.
    func estimate(_ measure: String, _ region: RegionCode?) -> SurveyEstimate? {
        estimates.first { $0.measure == measure && $0.region == region }
    }

    /// The city's result over everything.
    var city: SurveyEstimate? { estimate(Survey.overall, nil) }
}
