import Kernel

/// What the answers of a district come to for one measure: enough for its mean and its margin, and no answer itself.
struct SurveyTally: Codable, Sendable, Equatable {
    /// A dimension, or all together.
    let measure: String
    /// What the sums are divided by to be points of 100.
    let divisor: Int
    /// How many answered it.
    var answers = 0
    /// Of the points times their weights.
    var sum = 0
    /// Of their squares.
    var squares = 0

    mutating func add(_ points: Int) {
        answers += 1
        sum += points
        squares += points * points
    }

    /// A district with its tallies.
    struct Stratum: Codable, Sendable, Equatable {
        let region: RegionCode
        let population: Int
        var tallies: [SurveyTally]
    }

    /// The tallies of a round. All together is of those who answered everything.
    static func strata(of survey: Survey, _ answers: [SurveyAnswer]) -> [Stratum] {
        var strata = survey.strata.map { stratum in
            Stratum(
                region: stratum.region, population: stratum.population,
                tallies: survey.measures.map { measure in
                    SurveyTally(measure: measure, divisor: measure == Survey.overall ? survey.weight : 1)
                })
        }
        let places = Dictionary(
            strata.enumerated().map { ($0.element.region, $0.offset) }, uniquingKeysWith: { first, _ in first })
        for answer in answers {
            guard let place = places[answer.region], answer.answers.count == survey.dimensions.count else { continue }
            let points = answer.answers.map { given in
                given.flatMap { survey.points.indices.contains($0 - 1) ? survey.points[$0 - 1] : nil }
            }
            for (index, points) in points.enumerated() {
                if let points { strata[place].tallies[index].add(points) }
            }
            let whole = zip(points, survey.dimensions).compactMap { points, dimension in
                points.map { $0 * dimension.weight }
            }
            if whole.count == survey.dimensions.count {
                strata[place].tallies[points.count].add(whole.reduce(0, +))
            }
        }
        return strata
    }
}
