import Testing

@testable import Access

struct LoginTests {
    private static let longest = String(repeating: "a", count: 64)

    @Test(arguments: [
        ("li.ming", "li.ming"), ("  Li.Ming\t", "li.ming"), ("a@b-c_1", "a@b-c_1"), ("x", nil), ("", nil), ("   ", nil),
        ("li ming", nil), ("李明", nil), ("li'or'1", nil), (longest, longest), (longest + "a", nil),
    ])
    func `a login is read as it was meant, or not at all`(typed: String, expected: String?) {
        #expect(Login(typed: typed)?.text == expected)
    }
}
