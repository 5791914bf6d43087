import Kernel

/// What a round says of a district, or of the city, for one measure.
struct SurveyEstimate: Codable, Sendable, Equatable {
    let measure: String
    /// Nil for the city.
    let region: RegionCode?
    let answers: Int
    /// In hundredths of a point; nil where too few answered.
    let mean_hundredths: Int?
    /// By how much the mean may be off at 95 %, in hundredths of a point.
    let margin_hundredths: Int?
    /// Of how much of the population it speaks, in percent, rounded down.
    let coverage_percent: Int
}
