import Facts
import Kernel
import TestMaterial
import Testing

@testable import Governance

struct DualIndexRuleTests {
    static func item(
        _ value: String?, _ goal: String?, _ weight: Int = 1, _ direction: Indicator.Direction = .higher
    ) -> ScoredItem {
        ScoredItem(
            code: "X", weight: weight, value: value.flatMap { DecimalNumber($0) },
            goal: goal.flatMap { DecimalNumber($0) },
            direction: direction, facts: [])
    }

    private static func text(_ hundredths: Int?) -> String { hundredths.map(WeightedPoints.text) ?? "-" }

    @Test func `GOV-02 points of one indicator are as the method works them`() throws {
        let rows = try RepositoryFile.table("| value | goal | better | points |", in: "docs/method/governance.md")
        #expect(rows.count == 9)
        for row in rows {
            let direction: Indicator.Direction = row[2] == "more" ? .higher : .lower
            let item = Self.item(DecimalNumber(row[0])?.description, DecimalNumber(row[1])?.description, 1, direction)
            #expect(Self.text(item.points_hundredths) == row[3], "\(row)")
        }
    }

    @Test func `GOV-03 indices are as the method works them`() throws {
        let rows = try RepositoryFile.table(
            "| environment | economy | dual | quadrant |", in: "docs/method/governance.md")
        #expect(rows.count == 6)
        for row in rows {
            let outcome = DualIndexRule.decide(
                .init(
                    subject: "", month: try #require(CivilMonth("2026-10")),
                    environment: [Self.item(DecimalNumber(row[0])?.description, "100")],
                    economy: [Self.item(DecimalNumber(row[1])?.description, "100")], coverageMin_percent: 60,
                    good_points: 90)
            ).outcome
            #expect(
                Self.text(outcome.dual_hundredths) == row[2] && outcome.quadrant?.rawValue ?? "-" == row[3], "\(row)")
        }
    }

    @Test(
        arguments: [
            ([("90", "100", 3), ("50", "100", 1)], "80", 100), ([("90", "100", 3), (nil, "100", 2)], "90", 60),
            ([("90", "100", 3), (nil, "100", 3)], nil, 50), ([("90", nil, 1)], nil, 0), ([], nil, 0),
        ] as [([(String?, String?, Int)], String?, Int)])
    func `GOV-02 a score weighs what has values, and says nothing when that is too little`(
        items: [(String?, String?, Int)], score: String?, coverage: Int
    ) throws {
        let ruling = WeightedScoreRule.decide(
            .init(
                subject: "330602", month: try #require(CivilMonth("2026-10")),
                items: items.map { Self.item($0.0, $0.1, $0.2) }, coverageMin_percent: 60))
        #expect(ruling.outcome.score_hundredths.map(WeightedPoints.text) == score)
        #expect(ruling.outcome.coverage_percent == coverage && ruling.steps.count == items.count + 1)
    }

    @Test func `GOV-03 a geometric mean is the nearest whole number to the root, for all small products`() {
        for left in stride(from: 0, through: 10_000, by: 397) {
            for right in stride(from: 0, through: 10_000, by: 401) {
                let (root, product) = (WeightedPoints.geometricMean(left, right), left * right)
                // (root - 1/2)² <= product <= (root + 1/2)², without fractions.
                #expect(root * root - root < product || product == 0 && root == 0, "\(left) \(right)")
                #expect(product <= root * root + root, "\(left) \(right)")
            }
        }
    }
}
