import Kernel
import Testing

@testable import Registry

struct RegisterTableTests {
    private static let short = RegisterTable.shortColumns.joined(separator: ",") + "\n"
    private static let firm = "E1,甲厂（示例）,,330602,热力,示例路"

    @Test func `a line of the short form asks for an enterprise and an outlet`() throws {
        let table = RegisterTable(
            csv: Self.short + "\(Self.firm),E1-DA001,DA001,烟囱,stack,MN1,abc123\r\n\r\n\(Self.firm),,,,,,\r\n")
        #expect(table.refused == [] && table.lines.map(\.number) == [2, 4])
        let first = try #require(table.lines.first)
        #expect(first.enterprise?.code == "E1" && first.enterprise?.values["industry"] == "热力")
        #expect(first.entry?.kind == .outlet && first.entry?.devicePassword == "abc123")
        #expect(table.lines[1].enterprise == nil && table.lines[1].entry?.kind == .enterprise)
    }

    @Test func `quoted fields hold commas and quotation marks, and a BOM is passed over`() throws {
        let table = RegisterTable(
            csv: "\u{FEFF}" + Self.short + #"E1,"甲厂, ""示例""",,330602,热力,"路, 1 号",,,,,,"#)
        let entry = try #require(table.lines.first?.entry)
        #expect(entry.values["name"] == #"甲厂, "示例""# && entry.values["address"] == "路, 1 号")
    }

    /// A line of the whole form, by columns, and why it is refused.
    @Test(
        arguments: [
            (["record": "firm"], .choice("record")),
            (["record": "contact", "credit_code": "1"], .column("credit_code")),
            (["record": "site", "region": "330602"], .column("region")),
            (["record": "enterprise", "device_password": "x"], .column("device_password")),
        ] as [([String: String], RegisterEntryRefusal)])
    func `a line that is no entry is refused with its column`(cells: [String: String], refusal: RegisterEntryRefusal) {
        let line = CommaLine.text(of: RegisterTable.columns.map { cells[$0] ?? "" })
        let table = RegisterTable(csv: RegisterTable.heading + line)
        #expect(table.refused == [.init(number: 2, refusal: refusal)] && table.lines == [])
    }

    @Test(
        arguments: [
            ("", 1, .heading), ("enterprise,name\nE1,x\n", 1, .heading), (short, 1, .size(max: 100_000)),
            (short + "E1\n", 2, .fieldCount(1, expected: 12)), (short + "\"E1\n", 2, .quotes),
        ] as [(String, Int, RegisterEntryRefusal)])
    func `a table that cannot be read says where`(csv: String, number: Int, refusal: RegisterEntryRefusal) {
        #expect(RegisterTable(csv: csv).refused == [.init(number: number, refusal: refusal)])
    }

    /// Texts that spreadsheets or tables could take for something else.
    @Test(arguments: [
        "", "=1+1", "+86 138", "'=1", "''@x", "'plain", "a,b", "say \"x\"", "-", "示例", "x\"\u{301},=1", "x,\u{301}=1",
    ])
    func `what is written reads back`(text: String) {
        let line = CommaLine.text(of: [text, "x"])
        #expect(!"=+-@".contains(line.first ?? "x"))
        #expect(CommaLine.fields(of: line.dropLast()) == [text, "x"])
    }

    @Test(arguments: [
        ("13812345678", "138****5678"), ("0575-85123456", "057******3456"), ("85123456", "****3456"),
        ("12345", "*****"),
    ])
    func `a telephone number leaves a mask`(number: String, mask: String) {
        #expect(PersonalMask.telephone(number) == mask)
        #expect(PersonalMask.mail("zhou@example.cn") == "z***@example.cn" && PersonalMask.name("周明") == "周**")
    }
}
