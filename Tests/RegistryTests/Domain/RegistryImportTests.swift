import Kernel
import Testing

@testable import Registry

struct RegistryImportTests {
    private static let heading = RegistryImport.columns.joined(separator: ",") + "\n"
    private static let firm = "E1,甲厂（示例）,,330602,热力,示例路"
    private static let outlet = "E1-DA001,DA001,烟囱,stack,MN1,abc123"

    private func read(_ lines: [String], knowing enterprises: [Enterprise] = [], _ outlets: [Outlet] = [])
        -> RegistryImport
    {
        RegistryImport(
            csv: Self.heading + lines.joined(separator: "\r\n") + "\n",
            knowing: .init(
                regions: [RegionCode(checked: "330602")], enterprises: enterprises, outlets: outlets))
    }

    @Test func `an enterprise with two outlets stands in two lines`() {
        let table = read([
            "\(Self.firm),\(Self.outlet)", "\(Self.firm),E1-DW001,DW001,总排口,waste-water,MN2,abc124",
        ])
        #expect(table.refused == [] && table.enterprises.map(\.id.text) == ["E1"])
        #expect(table.outlets.map(\.outlet.medium) == [.stack, .wasteWater])
        #expect(table.outlets.map(\.devicePassword) == ["abc123", "abc124"])
    }

    @Test func `quoted fields hold commas and quotation marks, and a BOM is passed over`() {
        let table = RegistryImport(
            csv: "\u{FEFF}" + Self.heading + #"E1,"甲厂, ""示例""",,330602,热力,"路, 1 号",,,,,,"#,
            knowing: .init(regions: [RegionCode(checked: "330602")], enterprises: [], outlets: []))
        #expect(table.refused == [])
        #expect(table.enterprises.map(\.name) == [#"甲厂, "示例""#] && table.enterprises.map(\.address) == ["路, 1 号"])
    }

    /// A line, and a piece of the reason why it is refused.
    @Test(arguments: [
        ("E1", "it has 1 fields, not 12"), ("\"E1", "quotation marks do not close"),
        ("E 1,x,,330602,x,x,,,,,,", "is no code of an enterprise"), ("E1,,,330602,x,x,,,,,,", "1 to 120 characters"),
        ("E1,x,123,330602,x,x,,,,,,", "is no unified social credit code"),
        ("E1,x,,330699,x,x,,,,,,", "is no region of this city"),
        ("\(firm),E 1,DA001,x,stack,MN1,abc123", "is no code of an outlet"),
        ("\(firm),E1-DA001,,x,stack,MN1,abc123", "number is empty"),
        ("\(firm),E1-DA001,DA001,,stack,MN1,abc123", "name is empty"),
        ("\(firm),E1-DA001,DA001,x,air,MN1,abc123", "neither stack nor waste-water"),
        ("\(firm),E1-DA001,DA001,x,stack,M;1,abc123", "is no device number"),
        ("\(firm),E1-DA001,DA001,x,stack,MN1,", "1 to 6 visible characters"),
        ("\(firm),E1-DA001,DA001,x,stack,MN1,abc1234", "1 to 6 visible characters"),
    ])
    func `a line that cannot be taken is named with its reason`(line: String, reason: String) {
        let table = read([line])
        #expect(table.refused.map(\.number) == [2] && table.enterprises.isEmpty && table.outlets.isEmpty)
        #expect(table.refused.first?.reason.contains(reason) ?? false, "\(table.refused)")
        #expect(!(table.refused.first?.reason.contains("abc123") ?? true), "no password in a report")
    }

    /// Two lines; the second contradicts the first.
    @Test(arguments: [
        ("E1,乙厂,,330602,热力,示例路,,,,,,", "known with other particulars"),
        ("\(firm),\(outlet)", "outlet E1-DA001 is known already"),
        ("\(firm),E1-DA002,DA001,x,stack,MN2,abc123", "has an outlet DA001 already"),
        ("\(firm),E1-DA002,DA002,x,stack,MN1,abc123", "speaks for outlet E1-DA001"),
        ("\(firm),,,,,,", "enterprise E1 is known already"),
    ])
    func `a line that contradicts one before it is refused`(second: String, reason: String) {
        let table = read(["\(Self.firm),\(Self.outlet)", second])
        #expect(table.refused.map(\.number) == [3] && table.outlets.count == 1)
        #expect(table.refused.first?.reason.contains(reason) ?? false, "\(table.refused)")
    }

    @Test func `what is registered counts as a line before the table`() {
        let first = read(["\(Self.firm),\(Self.outlet)"])
        let again = read(
            ["\(Self.firm),\(Self.outlet)", "\(Self.firm),E1-DA002,DA002,x,stack,MN2,abc123"],
            knowing: first.enterprises, first.outlets.map(\.outlet))
        #expect(again.refused.map(\.number) == [2] && again.enterprises == [] && again.outlets.count == 1)
    }

    @Test(arguments: ["", "enterprise,name\nE1,x\n", heading])
    func `a table without heading or lines is refused as a whole`(csv: String) {
        let table = RegistryImport(csv: csv, knowing: .init(regions: [], enterprises: [], outlets: []))
        #expect(table.refused.map(\.number) == [1])
    }
}
