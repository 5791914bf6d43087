import Kernel
import Testing

@testable import Governance

struct PolicyWordsTests {
    /// Fen, and the amount in Chinese and in English.
    @Test(arguments: [
        (1_054_013_000_000, "1,054,013 万元", "CNY 10.54 billion"), (100_000_000_000, "100,000 万元", "CNY 1.00 billion"),
        (48_780_000_000, "48,780 万元", "CNY 487.80 million"), (99_999_999_900, "99,999.9999 万元", "CNY 1000.00 million"),
        (100_000_000, "100 万元", "CNY 1.00 million"), (50_000_000, "50 万元", "CNY 500000"), (0, "0 万元", "CNY 0"),
    ])
    func `an amount is said as each language counts`(fen: Int64, zh: String, en: String) {
        #expect(PolicyWords.money(fen, .chinese) == zh)
        #expect(PolicyWords.money(fen, .english) == en)
    }

    /// A deadline as written, and in English.
    @Test(arguments: [
        ("长期", "long-term"), ("2020年", "2020"), ("2020—2021年", "2020–2021"), ("2020年9月底", "2020年9月底"),
    ])
    func `a deadline is said by its years, another wording stays as written`(written: String, en: String) {
        #expect(PolicyWords.deadline(written, .english) == en)
        #expect(PolicyWords.deadline(written, .chinese) == written)
    }

    @Test func `every section of the shipped policy has a title in English`() throws {
        let sections = try #require(try ShippedFile.policy().document).sections
        #expect(sections.count == 6)
        for section in sections {
            #expect(PolicyWords.sectionLanguage(section.title, .english) == "en", "\(section.title)")
        }
        #expect(PolicyWords.section("别的", .english) == "别的" && PolicyWords.sectionLanguage("别的", .english) == "zh")
    }
}
