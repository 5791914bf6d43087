import Facts
import Kernel
import Persistence
import Testing

struct RowTests {
    private enum Colour: String { case red }

    private static let row = Row(
        columns: ["integer", "text", "blob", "null"],
        values: [.integer(.min), .text("red wine"), .blob([1, 2]), .null])

    private static let reads: [(String, @Sendable (String) throws -> Void)] = [
        ("int64", { _ = try row.int64($0) }), ("int", { _ = try row.int($0) }), ("text", { _ = try row.text($0) }),
        ("blob", { _ = try row.blob($0) }), ("instant", { _ = try row.instant($0) }),
        ("code", { let _: RegionCode = try row.code($0) }), ("decimal", { _ = try row.decimal($0) }),
        ("date", { _ = try row.date($0) }), ("digest", { _ = try row.digest($0) }),
        ("choice", { let _: Colour = try row.choice($0) }),
    ]

    @Test(arguments: reads.indices)
    func `a column that holds something else is a fault that names it`(index: Int) throws {
        let (name, read) = Self.reads[index]
        let fitting = ["int64": "integer", "int": "integer", "instant": "integer", "text": "text", "blob": "blob"][name]
        for column in ["integer", "text", "blob", "null"] where column != fitting {
            let mismatch = try #require(throws: Row.Mismatch.self) { try read(column) }
            #expect(mismatch.description.contains("column \(column) does not hold"))
        }
        if let fitting { try read(fitting) }
        let mismatch = try #require(throws: Row.Mismatch.self) { try read("absent") }
        #expect(mismatch.description == "the result has no column absent")
    }

    @Test func `NULL is nothing, but only where it may stand`() throws {
        #expect(try Self.row.optional("null", Row.text) == nil)
        #expect(try Self.row.optional("text", Row.text) == "red wine")
        #expect(throws: Row.Mismatch.self) { try Self.row.optional("blob", Row.text) }
        #expect(throws: Row.Mismatch.self) { try Self.row.optional("absent", Row.text) }
    }

    @Test func `values of the domain come back from their columns`() throws {
        let long = try #require(DecimalNumber(stored: "99999999999999999999.99"))
        let digest = Digest256(of: "a")
        let values: [SQLValue] = [
            .decimal(long), .date(CivilDate(dayNumber: 1)), .digest(digest), .instant(Instant(milliseconds: -5)),
            .code(RegionCode(checked: "330602")), .optionalText(nil),
        ]
        let row = Row(columns: ["0", "1", "2", "3", "4", "5"], values: values)
        #expect(try row.decimal("0") == long)
        #expect(try row.date("1").description == "1970-01-02")
        #expect(try row.digest("2") == digest)
        #expect(try row.instant("3").milliseconds == -5)
        #expect(try row.code("4") == RegionCode(checked: "330602"))
        #expect(try row.value("5") == .null)
    }
}
