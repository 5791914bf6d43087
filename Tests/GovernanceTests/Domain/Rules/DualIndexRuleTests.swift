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

    @Test(
        arguments: [
            ([(2, 3, 15), (1, 1, 85)], 9_500, 9_501), ([(1, 3, 1), (2, 3, 1)], 5_000, 5_000),
            ([(2, 3, 3)], 6_667, 6_670), ([(1, 7, 1), (6, 7, 1), (0, 5, 2)], 2_500, 2_500),
        ] as [([(part: Int, whole: Int, weight: Int)], Int, Int)])
    func `GOV-02 a share of counts is rounded with the mean alone, and version 1 replays as it was`(
        counts: [(part: Int, whole: Int, weight: Int)], score: Int, before: Int
    ) throws {
        func input(_ isCounted: Bool) throws -> ExactScoreRule.Input {
            .init(
                subject: "市经信局", month: try #require(CivilMonth("2026-10")),
                items: counts.map { count in
                    ScoredItem(
                        code: "lights", weight: count.weight,
                        value: WeightedPoints.percent(count.part, of: count.whole), goal: DecimalNumber(100),
                        direction: .higher, facts: [],
                        count: isCounted ? .init(part: count.part, whole: count.whole) : nil)
                }, coverageMin_percent: 60)
        }
        #expect(ExactScoreRule.decide(try input(true)).outcome.score_hundredths == score)
        #expect(WeightedScoreRule.decide(try input(false)).outcome.score_hundredths == before)
        // What was decided before has no counts, and its bytes do not change.
        #expect(!String(decoding: try CanonicalJSON.bytes(of: try input(false)), as: UTF8.self).contains("count"))
        let versions = GovernanceRoom.rules.map(\.descriptor).filter { $0.code == "GOV-02" }.map(\.version)
        #expect(versions == [1, 2])
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
