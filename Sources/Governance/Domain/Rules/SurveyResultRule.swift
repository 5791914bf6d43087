import Facts
import Kernel

/// GOV-04: what a survey of satisfaction says of districts and of the city, each with its margin of error, or that too
/// few answered to say anything (`docs/method/satisfaction.md`).
enum SurveyResultRule: DecisionRule {
    /// What a result rests on; nothing else may influence it.
    struct Input: Codable, Sendable, Equatable {
        let year: Int
        let answersMin: Int
        let coverageMin_percent: Int
        let strata: [SurveyTally.Stratum]
    }

    /// The estimates: by measure, each district and then the city.
    struct Outcome: Codable, Sendable, Equatable {
        let estimates: [SurveyEstimate]
    }

    static let descriptor = RuleDescriptor(
        code: "GOV-04", version: 1,
        title: Phrase("公众满意度调查结果", "The result of a survey of satisfaction"),
        basis: Phrase(
            "绍政办发〔2020〕19号任务7（提升生态环境公众满意度）；五个维度同省调查，权重、计分和最少样本为设计值；分层抽样，95% 置信水平",
            "绍政办发〔2020〕19号, task 7; the five dimensions are the province's; weights, points and least answers are "
                + "design values; a stratified sample at 95 %"),
        validFrom: CivilDate(dayNumber: 18_421), validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        var (estimates, steps): ([SurveyEstimate], [Phrase]) = ([], [])
        for measure in input.strata.first?.tallies.map(\.measure) ?? [] {
            let (all, told) = decide(measure, input)
            estimates += all
            steps += told
        }
        return Ruling(outcome: Outcome(estimates: estimates), steps: steps)
    }

    private static func decide(_ measure: String, _ input: Input) -> ([SurveyEstimate], [Phrase]) {
        var (estimates, steps): ([SurveyEstimate], [Phrase]) = ([], [])
        var (parts, answered): ([(population: Int, mean: Int128, variance: Int128)], Int) = ([], 0)
        for stratum in input.strata {
            guard let tally = stratum.tallies.first(where: { $0.measure == measure }) else { continue }
            answered += tally.answers
            guard tally.answers >= input.answersMin else {
                estimates.append(silent(measure, stratum.region, tally.answers, coverage_percent: 0))
                steps.append(
                    Phrase(
                        "\(measure) \(stratum.region)：\(tally.answers) 份，不足 \(input.answersMin) 份，样本不足",
                        "\(measure) \(stratum.region): \(tally.answers) answers, fewer than \(input.answersMin): "
                            + "too few to say"))
                continue
            }
            let mean = SurveyArithmetic.mean(tally)
            let variance = SurveyArithmetic.variance(tally, population: stratum.population)
            parts.append((stratum.population, mean, variance))
            let (estimate, step) = said(
                measure, stratum.region, tally.answers, (mean, variance), of: stratum.population, coverage_percent: 100)
            estimates.append(estimate)
            steps.append(step)
        }
        let whole = input.strata.reduce(0) { $0 + $1.population }
        let spoken = parts.reduce(0) { $0 + $1.population }
        let coverage = whole > 0 ? spoken * 100 / whole : 0
        guard coverage >= input.coverageMin_percent, !parts.isEmpty else {
            estimates.append(silent(measure, nil, answered, coverage_percent: coverage))
            steps.append(
                Phrase(
                    "\(measure) 全市：只能说明 \(coverage)% 的人口，不足 \(input.coverageMin_percent)%，不出全市结果",
                    "\(measure), the city: this speaks for \(coverage)% of the people, less than "
                        + "\(input.coverageMin_percent)%: no result"))
            return (estimates, steps)
        }
        let (estimate, step) = said(
            measure, nil, answered, SurveyArithmetic.combined(parts), of: spoken, coverage_percent: coverage)
        return (estimates + [estimate], steps + [step])
    }

    private static func silent(
        _ measure: String, _ region: RegionCode?, _ answers: Int, coverage_percent: Int
    ) -> SurveyEstimate {
        SurveyEstimate(
            measure: measure, region: region, answers: answers, mean_hundredths: nil, margin_hundredths: nil,
            coverage_percent: coverage_percent)
    }

    private static func said(
        _ measure: String, _ region: RegionCode?, _ answers: Int, _ figures: (mean: Int128, variance: Int128),
        of population: Int, coverage_percent: Int
    ) -> (SurveyEstimate, Phrase) {
        let mean = SurveyArithmetic.hundredths(figures.mean)
        let margin = SurveyArithmetic.margin_hundredths(figures.variance)
        let (mean_text, margin_text) = (WeightedPoints.text(mean), WeightedPoints.text(margin))
        let (zh, en) = (region?.text ?? "全市", region?.text ?? "the city")
        return (
            SurveyEstimate(
                measure: measure, region: region, answers: answers, mean_hundredths: mean, margin_hundredths: margin,
                coverage_percent: coverage_percent),
            Phrase(
                "\(measure) \(zh)：\(answers) 份，代表 \(population) 人，\(mean_text) ± \(margin_text) 分（95%）",
                "\(measure), \(en): \(answers) answers for \(population) people, \(mean_text) ± \(margin_text) (95 %)")
        )
    }
}
