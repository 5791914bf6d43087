import Facts
import Kernel
import Standards
import TestMaterial
import Testing

@testable import Registry

struct IndustryCatalogueTests {
    private static let shipped = Result {
        try IndustryCatalogue(
            table: Array(try RepositoryFile.text("share/rules/industry-codes.csv").utf8),
            words: Array(try RepositoryFile.text("share/rules/industry-words.json").utf8))
    }

    @Test func `the table has the 1,382 classes of the standard, each within a group and a division`() throws {
        let trades = try Self.shipped.get().trades
        let counts = Dictionary(grouping: trades, by: \.code.text.utf8.count).mapValues(\.count)
        #expect(counts == [2: 97, 3: 473, 4: 1_382])
        let codes = Set(trades.map(\.code.text))
        #expect(codes.count == trades.count)
        for code in codes where code.utf8.count > 2 { #expect(codes.contains(String(code.dropLast()))) }
        #expect(trades.map(\.code) == trades.map(\.code).sorted())
    }

    @Test(
        arguments: [
            ("1713", "1713"), ("1713 棉印染精加工", "1713"), ("棉印染精加工", "1713"), ("8411", "8411"), ("17", "17"),
            // A group and its only class are called the same: the class is meant.
            ("污水处理及其再生利用", "4620"), ("462", "462"),
            ("9999", nil), ("1713棉", nil), ("171", "171"), ("1", nil), ("17130", nil), ("印染", nil), ("", nil),
            (" 1713", nil),
        ] as [(String, String?)])
    func `a trade is known by code or name, and an unknown one is not`(text: String, code: String?) throws {
        #expect(try Self.shipped.get().code(in: text)?.text == code)
    }

    @Test func `a trade without an English name shows the Chinese one`() throws {
        let catalogue = try Self.shipped.get()
        #expect(catalogue.name(of: IndustryCode(checked: "1514")) == Phrase("黄酒制造", "rice wine"))
        #expect(catalogue.name(of: IndustryCode(checked: "0111")) == Phrase("稻谷种植", "稻谷种植"))
        #expect(catalogue.trades.count { $0.name.en != $0.name.zh } == 68)
        #expect(catalogue.certainty == .fromMemory)
    }

    @Test(
        arguments: [
            ("code,name_zh\n17x,示例\n", "{}"), ("code,name_zh\n1713\n", "{}"),
            ("code,name_zh\n1713,示例\n", #"{"1714": "example"}"#),
        ])
    func `a table or a word that names no trade is refused`(table: String, english: String) {
        let words = #"{"tableNote": {"certainty": "verified"}, "english": \#(english), "words": []}"#
        #expect(throws: IndustryCatalogue.UnknownTrade.self) {
            try IndustryCatalogue(table: Array(table.utf8), words: Array(words.utf8))
        }
    }
}
