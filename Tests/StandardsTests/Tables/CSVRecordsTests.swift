import Standards
import Testing

struct CSVRecordsTests {
    private static func records(_ text: String) throws -> [(Int, String, String)] {
        try CSVRecords(Array(text.utf8), columns: ["a", "b"]).records.map { ($0.line, $0["a"], $0["b"]) }
    }

    @Test(arguments: [
        "a,b\n1,2\n\n3,4\n", "a,b\r\n1,2\r\n\r\n3,4\r\n", "\u{FEFF}a,b\n1,2\n\n3,4", "a,b\n\"1\",2\n\n3,\"4\"\n",
    ])
    func `line ends, quotes, empty lines and a mark before the text change nothing`(text: String) throws {
        let found = try Self.records(text)
        #expect(found.map(\.0) == [2, 4] && found.map(\.1) == ["1", "3"] && found.map(\.2) == ["2", "4"])
    }

    @Test func `a quoted field holds commas and quotes`() throws {
        let found = try Self.records("a,b\n\"x, \"\"y\"\"\",\n")
        #expect(found.map(\.1) == ["x, \"y\""] && found.map(\.2) == [""])
    }

    @Test(arguments: [("", 1), ("b,a\n", 1), ("a,b\n1\n", 2), ("a,b\n\n1,2,3\n", 3)])
    func `a line that does not fit is named`(text: String, line: Int) throws {
        let defect = try #require(#expect(throws: RuleTableDefect.self) { _ = try Self.records(text) })
        #expect(defect.line == line && defect.column == nil)
    }
}
