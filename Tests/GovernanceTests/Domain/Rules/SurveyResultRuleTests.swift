import Facts
import Kernel
import TestMaterial
import Testing

@testable import Governance

struct SurveyResultRuleTests {
    private static let page = "docs/method/satisfaction.md"

    private static func text(_ hundredths: Int?) -> String { hundredths.map(WeightedPoints.text) ?? "-" }

    private static func tally(_ figures: [Int], divisor: Int = 1) -> SurveyTally {
        SurveyTally(measure: "overall", divisor: divisor, answers: figures[1], sum: figures[2], squares: figures[3])
    }

    private static func input(_ districts: [[Int]]) -> SurveyResultRule.Input {
        SurveyResultRule.Input(
            year: 2026, answersMin: 30, coverageMin_percent: 80,
            strata: districts.enumerated().map { index, figures in
                .init(
                    region: RegionCode(checked: "33060\(index)"), population: figures[0], tallies: [tally(figures)])
            })
    }

    @Test func `GOV-04 a district is what the method works, or too few answered to say`() throws {
        let rows = try RepositoryFile.table("| people | answers | sum | squares | mean | margin |", in: Self.page)
        #expect(rows.count == 7)
        for row in rows {
            let figures = try row.prefix(4).map { try #require(Int($0)) }
            let said = try #require(SurveyResultRule.decide(Self.input([figures])).outcome.estimates.first)
            #expect(Self.text(said.mean_hundredths) == row[4], "\(row)")
            #expect(Self.text(said.margin_hundredths) == row[5], "\(row)")
            #expect(said.coverage_percent == (row[4] == "-" ? 0 : 100))
        }
    }

    @Test func `GOV-04 a city is weighed by its people, and by those districts of which something is said`() throws {
        let rows = try RepositoryFile.table("| districts | mean | margin | coverage |", in: Self.page)
        #expect(rows.count == 3)
        for row in rows {
            let districts = try row[0].split(separator: " ").map { district in
                try district.split(separator: "/").map { try #require(Int($0)) }
            }
            let ruling = SurveyResultRule.decide(Self.input(districts))
            let city = try #require(ruling.outcome.estimates.last)
            #expect(city.region == nil && ruling.steps.count == districts.count + 1)
            #expect(Self.text(city.mean_hundredths) == row[1] && Self.text(city.margin_hundredths) == row[2], "\(row)")
            #expect("\(city.coverage_percent)" == row[3])
        }
    }

    @Test func `GOV-04 weights divide out of mean and margin`() {
        let plain = Self.tally([0, 200, 17_360, 1_569_600])
        let weighed = Self.tally([0, 200, 17_360 * 5, 1_569_600 * 25], divisor: 5)
        #expect(SurveyArithmetic.mean(plain) == SurveyArithmetic.mean(weighed))
        #expect(
            SurveyArithmetic.variance(plain, population: 1_000) == SurveyArithmetic.variance(weighed, population: 1_000)
        )
    }

    @Test func `GOV-04 the largest round that may be opened stays within 128 bits`() {
        // Half of 100,000 answers at nothing, half at 100 points times the greatest weights.
        let (half, top) = (50_000, 100 * 100)
        let tally = SurveyTally(
            measure: "overall", divisor: 1, answers: 2 * half, sum: half * top, squares: half * top * top)
        let variance = SurveyArithmetic.variance(tally, population: Survey.populationMax)
        let part = (population: Survey.populationMax, mean: Int128(1), variance: variance)
        let parts = Array(repeating: part, count: 100)
        #expect(SurveyArithmetic.combined(parts).variance > 0)
        #expect(SurveyArithmetic.margin_hundredths(variance) > 0)
    }

    @Test func `a root is the whole part, for all small squares`() {
        for square in 0..<2_000 {
            let root = SurveyArithmetic.root(Int128(square))
            #expect(root * root <= square && (root + 1) * (root + 1) > square)
        }
    }

    @Test(arguments: [(5, 2, 2), (7, 2, 4), (15, 10, 2), (25, 10, 2), (26, 10, 3), (0, 3, 0)])
    func `a quotient is rounded to the nearest, a half to the even one`(part: Int, whole: Int, nearest: Int) {
        #expect(SurveyArithmetic.nearest(Int128(part), over: Int128(whole)) == nearest)
    }
}
