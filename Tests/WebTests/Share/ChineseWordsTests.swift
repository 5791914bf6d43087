import Kernel
import Testing

@testable import Web

struct ChineseWordsTests {
    @Test(arguments: [
        ("<p>plain – “words” 50 °C</p>", "<p>plain – “words” 50 °C</p>"),
        ("<p>case 〔2026〕13号 at DA001 1号炉</p>", #"<p>case [〔2026〕13号] at DA001 1[号炉]</p>"#),
        ("<td>越城热电（示例） 2 号</td>", "<td>[越城热电（示例） 2 号]</td>"),
        (#"<a lang="zh">甲<b>乙</b></a>丙"#, #"<a lang="zh">甲<b>乙</b></a>[丙]"#),
        (#"<p lang="zh-CN">甲<em lang="en">of 乙</em></p>"#, #"<p lang="zh-CN">甲<em lang="en">of [乙]</em></p>"#),
        ("<option>甲</option><option>x</option>", "<option lang=\"zh\">甲</option><option>x</option>"),
        ("<text x=\"1\">甲<tspan>b</tspan>乙</text>", "<text x=\"1\" lang=\"zh\">甲<tspan>b</tspan>乙</text>"),
        ("<script>var a = '甲'</script><p>乙", "<script>var a = '甲'</script><p>[乙]"),
        ("<ul><li>甲<li lang=\"zh\">乙</ul>丙<br>丁", "<ul><li>[甲]<li lang=\"zh\">乙</ul>[丙]<br>[丁]"),
        ("<p title=\"甲\">a &amp; 乙&amp;丙</p>", "<p title=\"甲\">a &amp; [乙]&amp;[丙]</p>"),
        ("<p>（x）</p>", "<p>（x）</p>"), ("甲", "[甲]"), ("<", "<"), ("<p", "<p"), ("甲<", "[甲]<"), ("", ""),
    ])
    func `runs of Chinese letters are marked, once and whole`(html: String, marked: String) {
        let expected =
            marked.contains("[")
            ? marked.replacing("[", with: #"<span lang="zh">"#).replacing("]", with: "</span>") : marked
        #expect(ChineseWords.marked(html) == expected)
    }

    @Test func `English pages mark the names in their middle and their frame, Chinese ones nothing`() async throws {
        let route = Route(.get, "/pond", summary: Phrase("池", "pond"), permission: .signedIn) { _ in
            .page(TestPage(text: "鉴湖", hasForm: false))
        }
        let browser = try await SiteStage(routes: [route]).browser(of: SiteStage.officer)
        let english = try await browser.get("/pond?lang=en").body
        #expect(english.contains(#"<p title="鉴湖"><span lang="zh">鉴湖</span></p>"#) && !english.contains("<!--"))
        #expect(english.contains(#"<span lang="zh">张示例</span>"#))
        let chinese = try await browser.get("/pond?lang=zh").body
        #expect(chinese.contains(#"<p title="鉴湖">鉴湖</p>"#))
    }
}
