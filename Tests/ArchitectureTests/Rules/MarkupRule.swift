import Testing

/// (g) HTML stands in templates, never in Swift.
struct MarkupRule {
    private static let tags: Set<Substring> = [
        "a", "article", "b", "body", "br", "button", "circle", "code", "dd", "details", "div", "dl", "dt", "em",
        "fieldset", "footer", "form", "g", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i",
        "iframe", "img", "input", "label", "legend", "li", "line", "link", "main", "meta", "nav", "ol", "option", "p",
        "path", "pre", "rect", "script", "section", "select", "small", "span", "strong", "style", "summary", "svg",
        "table", "tbody", "td", "text", "textarea", "th", "thead", "time", "title", "tr", "ul",
    ]

    static func violations(in tree: SourceTree) -> [Violation] {
        tree.swiftSources.flatMap { file in
            file.code.filter { $0.kind == .literal && hasMarkup($0.text) }
                .map { Violation(file, $0.line, "HTML belongs into a template beside the page") }
        }
    }

    /// Whether a known tag opens or closes in the text. `<file>` in a usage line is no tag.
    static func hasMarkup(_ text: String) -> Bool {
        text.split(separator: "<", omittingEmptySubsequences: false).dropFirst().contains { rest in
            let name = rest.drop { $0 == "/" }
            let tag = name.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
            let next = name.dropFirst(tag.count).first
            return (tags.contains(tag) && [">", " ", "/"].contains(next)) || rest.hasPrefix("!DOCTYPE")
        }
    }

    @Test func `no page is written in Swift`() {
        expectNone(Self.violations(in: .repository))
    }

    @Test(arguments: [
        ("<p>", true), ("a </td> b", true), ("<a href=", true), ("<br/>", true), ("<!DOCTYPE html>", true),
        ("<file>", false), ("a < b > c", false), ("usage: <host:port>", false), ("<示例>", false), ("<", false),
    ])
    func `markup is told from text`(text: String, expected: Bool) {
        #expect(Self.hasMarkup(text) == expected)
    }
}
