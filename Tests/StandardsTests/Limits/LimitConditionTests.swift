import Kernel
import Standards
import Testing

struct LimitConditionTests {
    private typealias Material = JudgingMaterial

    /// Every day of a leap year lies in exactly one of the two seasons of DB33/2169.
    @Test func `the seasons of a year leave no day out and share none`() throws {
        let name = DischargeTable.Name(standard: "DB33/2169-2018", category: "existing")
        let limits = try Material.limits()
        let first = try Material.day("2024-01-01")
        var cold = 0
        for number in 0..<366 {
            let day = first.adding(days: Int64(number))
            let found = limits.findings(
                of: name, for: try #require(PollutantCode("w21001")), in: LimitCircumstances(day: day))
            guard case .one(let limit) = try #require(found.first), found.count == 1 else {
                Issue.record("\(day) has \(found.count) answers")
                return
            }
            cold += limit.bound.description == "≤ 15" ? 1 : 0
        }
        // November 30, December 31, January 31, February 29, March 31.
        #expect(cold == 152)
    }

    @Test func `works built on the day itself are new ones`() throws {
        let name = DischargeTable.Name(standard: "GB 18918-2002", category: "class-1a")
        let answers = try ["2005-12-31", "2006-01-01", ""].map { built in
            let circumstances = LimitCircumstances(day: try Material.day("2020-01-01"), built: CivilDate(built))
            return try Material.limits().findings(
                of: name, for: try #require(PollutantCode("w21011")), in: circumstances
            ).map { $0.limits.map(\.bound.description) }
        }
        #expect(answers == [[["≤ 1"]], [["≤ 0.5"]], [["≤ 0.5", "≤ 1"]]])
    }
}
