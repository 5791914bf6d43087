import Kernel
import Testing

@testable import Portal

struct SensorFilterTests {
    private static let hour = Instant(milliseconds: 1_790_000_000_000 / 3_600_000 * 3_600_000)

    private static func value(_ field: String) -> SensorLiteral? {
        switch field {
        case "result": .number(DecimalNumber(35))
        case "name": .text("O'Brien 出口")
        case "phenomenonTime": .time(hour)
        default: nil
        }
    }

    @Test(
        arguments: [
            ("result gt 34.9", true), ("result gt 35", false), ("result ge 35.0", true), ("result lt 35", false),
            ("result le 35", true), ("result eq 35.00", true), ("result ne 35", false), ("result eq -1", false),
            ("name eq 'O''Brien 出口'", true), ("startswith(name,'O''B')", true), ("endswith(name, '出口')", true),
            ("substringof('rie',name)", true), ("substringof('x',name)", false),
            ("not result gt 40", true), ("not (result gt 30 and result lt 40)", false),
            ("result gt 40 or result lt 36", true), ("result gt 30 and result lt 34", false),
            // `and` binds closer than `or`.
            ("result gt 30 or result gt 40 and result gt 50", true),
            ("(result gt 30 or result gt 40) and result gt 50", false),
            // A missing field equals nothing; unlike kinds do not compare.
            ("mark eq 'N'", false), ("mark ne 'N'", true), ("result eq 'x'", false), ("name gt 5", false),
        ])
    func `a filter passes what it says`(text: String, passes: Bool) throws {
        #expect(try SensorFilterReader.read(text).passes(Self.value) == passes)
    }

    @Test(
        arguments: [
            ("", ""), ("result", ""), ("result gt", ""), ("result gt 1 and", ""), ("result above 1", "above"),
            ("result gt 1 2", "2"), ("(result gt 1", ""), ("result gt 1)", ")"), ("startswith('a',name)", ""),
            ("substringof(name,'a')", ""), ("name eq 'a", "'a"), ("result gt 1e5", "1e5"), ("result gt NaN", "NaN"),
            ("result gt 2026-02-30T00:00:00Z", "2026-02-30T00:00:00Z"), ("= 1", "1"),
        ])
    func `what cannot be read says where`(text: String, place: String) {
        #expect(throws: SensorFilterReader.Fault(at: place)) { try SensorFilterReader.read(text) }
    }

    @Test func `nesting is bounded`() throws {
        let most = SensorFilterReader.depthMax - 1
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "result gt 1" + String(repeating: ")", count: depth)
        }
        #expect(try SensorFilterReader.read(nested(most)).passes(Self.value))
        #expect(throws: SensorFilterReader.Fault.self) { try SensorFilterReader.read(nested(most + 1)) }
        #expect(throws: SensorFilterReader.Fault.self) {
            try SensorFilterReader.read(String(repeating: "not ", count: 100) + "result gt 1")
        }
    }

    @Test func `bounds of time are read where nothing outside can pass`() throws {
        let (early, late) = (Instant(milliseconds: 0), Instant(milliseconds: 3_600_000))
        let times = "phenomenonTime ge 1970-01-01T00:00:00Z and phenomenonTime lt 1970-01-01T09:00:00%2B08:00"
            .replacing("%2B", with: "+")
        let both = try SensorFilterReader.read(times + " and result gt 1").window(of: "phenomenonTime")
        #expect(both.from == early && both.to == late)
        let exact = try SensorFilterReader.read("phenomenonTime eq 1970-01-01T01:00:00.000Z")
            .window(of: "phenomenonTime")
        #expect(exact.from == late && exact.to == late)
        for text in ["not phenomenonTime ge", "result gt 1 or phenomenonTime ge"] {
            let open = try SensorFilterReader.read(text + " 1970-01-01T00:00:00Z").window(of: "phenomenonTime")
            #expect(open.from == nil && open.to == nil)
        }
    }
}
