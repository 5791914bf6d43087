import Testing

struct LexerTests {
    @Test(arguments: [
        ("a /* b /* c */ d */ e", ["a", "/* b /* c */ d */", "e"]),
        (#"f("x \(g("y")) z")"#, ["f", "(", "x \u{FFFC} z", "g", "(", "y", ")", ")"]),
        (##"let s = #"a "b" \(c)"#"##, ["let", "s", "=", #"a "b" \(c)"#]),
        ("\"\"\"\n  SELECT 1 -- \"q\"\n  \"\"\" + t", ["\n  SELECT 1 -- \"q\"\n  ", "+", "t"]),
        ("func `a (b) c`() {}", ["func", "a (b) c", "(", ")", "{", "}"]),
        ("x = a / b / c", ["x", "=", "a", "/", "b", "/", "c"]),
        ("x = /a\\/\"b/ + c", ["x", "=", "+", "c"]),
        (#"p("\\") // q"#, ["p", "(", " ", ")", "// q"]),
    ])
    func `source is cut into words, literals and comments`(source: String, expected: [String]) {
        #expect(Lexer.tokens(of: source).map(\.text) == expected)
    }

    @Test func `a token knows its lines`() {
        let tokens = Lexer.tokens(of: "a\n/* b\n c */ d\n\"\"\"\n e\n \"\"\"\nf")
        #expect(tokens.map(\.line) == [1, 2, 3, 4, 7])
        #expect(tokens.map(\.lastLine) == [1, 3, 3, 6, 7])
    }

    @Test(arguments: ["\"", "\"\"\"", "`", "/*", "#\"", "\"\\(", "\"\\", "x/"])
    func `source that ends too early is still read to its end`(source: String) {
        #expect(Lexer.tokens(of: source).count <= 3)
    }
}
