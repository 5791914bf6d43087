import Testing

@testable import Web

struct HTMLTextTests {
    @Test(arguments: [
        ("水泥厂 A&B", "水泥厂 A&amp;B"), ("<script>", "&lt;script&gt;"), ("\" onload='x'", "&quot; onload=&#39;x&#39;"),
        // A combining mark makes one character of both; a browser still sees the mark of markup.
        ("\"\u{301}", "&quot;\u{301}"), ("<\u{338}b", "&lt;\u{338}b"), ("", ""), ("a\u{0}b", "a\u{0}b"),
    ])
    func `what a browser reads as markup is escaped, whatever follows it`(text: String, escaped: String) {
        #expect(Array(HTMLText().escapeText(text).utf8) == Array(escaped.utf8))
    }
}
