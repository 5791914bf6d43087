import FoundationEssentials
import Kernel

/// A round of the survey of satisfaction, as it was opened. It never changes: what is asked and counted by stands with
/// it, also when the figures of `share/policy/surveys.json` change.
struct Survey: Codable, Sendable, Equatable {
    /// The year that it is about; one round a year.
    let year: Int
    let title: String
    /// Who asks people.
    let centre: String
    let firstDay: CivilDate
    let lastDay: CivilDate
    let strata: [Stratum]
    let dimensions: [SurveyFigures.Dimension]
    let points: [Int]
    let answersMin: Int
    let coverageMin_percent: Int

    /// A district of the round.
    struct Stratum: Codable, Sendable, Equatable {
        let region: RegionCode
        /// How many people the district's answers speak for.
        let population: Int
        /// How many are to be asked.
        let sample: Int
    }

    /// What all dimensions together are called as a measure.
    static let overall = "overall"
    static let years = 2_000...2_099
    static let titleMax = 100
    static let populationMax = 100_000_000
    static let sampleMax = 100_000

    var population: Int { strata.reduce(0) { $0 + $1.population } }
    var sample: Int { strata.reduce(0) { $0 + $1.sample } }
    /// What the points of all dimensions together are divided by.
    var weight: Int { dimensions.reduce(0) { $0 + $1.weight } }
    /// The dimensions by their codes, then all of them together.
    var measures: [String] { dimensions.map(\.code) + [Self.overall] }

    /// The month whose indicator it feeds.
    var month: CivilMonth { lastDayOfYear.map { CivilMonth($0) } ?? CivilMonth(lastDay) }

    private var lastDayOfYear: CivilDate? { CivilDate(year: year, month: 12, day: 31) }

    /// What a measure is called.
    func name(of measure: String) -> Phrase {
        dimensions.first { $0.code == measure }?.name ?? Phrase("综合满意度", "All together")
    }

    /// The districts out of lines `330602,710000,400`: code, people, people to be asked.
    static func strata(_ text: String, among regions: [RegionCode]) throws(SurveyRefusal) -> [Stratum] {
        var strata: [Stratum] = []
        for (index, row) in text.split(whereSeparator: \.isNewline).enumerated() {
            let parts = row.split(separator: ",", omittingEmptySubsequences: false).map {
                String($0.filter { !$0.isWhitespace })
            }
            guard parts.count == 3, let region = RegionCode(parts[0]), regions.contains(region),
                !strata.contains(where: { $0.region == region }), let population = Int(parts[1]),
                let sample = Int(parts[2]), (1...populationMax).contains(population),
                (1...min(population, sampleMax)).contains(sample)
            else { throw .strata(line: index + 1) }
            strata.append(Stratum(region: region, population: population, sample: sample))
        }
        guard !strata.isEmpty else { throw .strata(line: 1) }
        return strata
    }
}
