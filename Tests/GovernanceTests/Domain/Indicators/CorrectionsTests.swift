import Kernel
import Testing

@testable import Governance

struct CorrectionsTests {
    /// Whether a value that came later for one place stands beside the figure of another.
    private static func stands(
        _ late: String, _ region: String?, _ month: String, beside figure: String, _ at: String?, _ of: String
    ) throws -> Bool {
        let book = try IndicatorBook(json: ShippedFile.bytes("policy/indicators.json"))
        let place = IndicatorValue.Place(
            indicator: IndicatorCode(checked: late), region: region.map { RegionCode(checked: $0) },
            month: try #require(CivilMonth(month)))
        return IndicatorDesk.Corrections(book: book, places: [place]).stand(
            beside: IndicatorFigure(
                indicator: IndicatorCode(checked: figure), region: at.map { RegionCode(checked: $0) },
                month: try #require(CivilMonth(of)), value: nil, goal: nil, facts: [], factCount: 0, missing: []))
    }

    @Test func `a later value stands beside its own figure, and beside those that are computed from it`() throws {
        let (days, rate, whole) = ("AIR_GOOD_DAYS", "AIR_GOOD_RATE", "2026-10")
        #expect(try Self.stands(days, nil, whole, beside: days, nil, whole))
        #expect(try Self.stands(days, nil, whole, beside: rate, nil, whole))
        #expect(try !Self.stands(days, "330602", whole, beside: rate, nil, whole))
        #expect(try Self.stands(days, "330602", whole, beside: rate, "330602", whole))
        #expect(try !Self.stands(days, nil, "2026-09", beside: rate, nil, whole))
        // Growth reads the year before.
        #expect(try Self.stands("ECO_INVESTMENT", nil, "2025-10", beside: "ECO_INVESTMENT_GROWTH", nil, whole))
    }
}
