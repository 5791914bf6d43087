import Kernel
import Testing

@testable import Web

/// A form is read off a type, and is what the type is written as.
struct JSONFormTests {
    private enum Colour: String, CaseIterable, Encodable { case red, green }

    private struct Lake: Encodable {
        let code: EnterpriseID
        let name: Phrase
        let depth_mm: Int64
        let share: Double
        let isSalt: Bool
        let colour: Colour
        let measuredAt: String
        let seenAt: String?
        let day: CivilDate?
        let shores: [Shore]
        let holes: [String?]
        let counts: [String: Int]

        struct Shore: Encodable { let length: DecimalNumber? }
    }

    private struct Renamed: Encodable {
        let id: Int
        let hidden: Int
    }

    @Test func `texts, numbers, lists, tables, codes, moments and optional members are told apart`() {
        let form = JSONForm(of: Lake.self)
        let phrase = JSONForm.object([JSONForm.Member("zh", .text()), JSONForm.Member("en", .text())])
        let expected: [(String, JSONForm, Bool)] = [
            ("code", .text(), true), ("name", phrase, true), ("depth_mm", .integer, true), ("share", .number, true),
            ("isSalt", .flag, true), ("colour", .code(["red", "green"]), true),
            ("measuredAt", .text(format: "date-time"), true), ("seenAt", .text(format: "date-time"), false),
            ("day", .text(format: "date"), false),
            ("shores", .list(.object([JSONForm.Member("length", .text(), isRequired: false)])), true),
            ("holes", .list(.nullable(.text())), true), ("counts", .dictionary(.integer), true),
        ]
        #expect(form == .object(expected.map { JSONForm.Member($0.0, $0.1, isRequired: $0.2) }))
        #expect(form["depth_mm"] == .integer)
        #expect(form["shores"]?.entry?.names == ["length"])
    }

    @Test func `a type that is written under other names says so`() {
        let form = JSONForm(of: Renamed.self, keys: ["id": "@iot.id", "hidden": ""])
        #expect(form == .object([JSONForm.Member("@iot.id", .integer)]))
        #expect(JSONForm.oneOf([form, .location]).names == ["@iot.id", "location"])
    }
}
