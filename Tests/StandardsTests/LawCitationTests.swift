import TestMaterial
import Testing

@testable import Standards

struct LawCitationTests {
    @Test(arguments: [
        ("《中华人民共和国大气污染防治法》第九十九条第一款第（二）项", ["air-law:99"]),
        ("生态环境法典第1107条、第一千一百零三条；《浙江省大气污染防治条例》第十七条", ["code:1107,1103", "zhejiang-air:17"]),
        ("海洋环境保护法第十二条", ["sea-law:12"]), ("《示例条例》第３条", ["示例条例:3"]),
        ("《生活垃圾焚烧发电厂自动监测数据应用管理规定》（部令第10号）第六条", ["order-10:6"]),
        ("Air Pollution Law arts. 99 and 123", ["air-law:99"]), ("第三条", []), ("《行政处罚法》第二十八条", ["2:28"]),
    ])
    func `a sentence tells its texts and their articles`(sentence: String, found: [String]) throws {
        let timeline = try LegalTimeline(json: Array(try RepositoryFile.text("share/rules/legal-timeline.json").utf8))
        let cited = LawCitation.all(in: sentence, by: timeline).map { one in
            let text = one.texts.count > 1 ? "\(one.texts.count)" : one.texts.first?.code ?? one.title
            return "\(text):\(one.articles.map(String.init).joined(separator: ","))"
        }
        #expect(cited == found)
    }

    @Test(
        arguments: [
            ("九十九", 99), ("十", 10), ("一百一十", 110), ("一千零一十", 1_010), ("一千二百四十二", 1_242), ("1107", 1_107),
            ("", nil), ("零", nil), ("0", nil), ("十百", nil), ("三四", nil), ("百", nil), ("张三", nil),
        ] as [(String, Int?)])
    func `numerals are read as articles are counted`(text: String, number: Int?) {
        #expect(LawReader.number(Array(text)) == number)
    }
}
