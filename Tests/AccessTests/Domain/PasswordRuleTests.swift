import Testing

@testable import Access

struct PasswordRuleTests {
    @Test(arguments: [
        ("karpfenteic", PasswordRule.Refusal.tooShort as PasswordRule.Refusal?), ("karpfenteich", nil),
        ("环境执法人员夜里巡查记录", nil), (String(repeating: "lotus", count: 25) + "fgh", nil),
        (String(repeating: "lotus", count: 25) + "fghi", .tooLong), ("aaaabbbbccccdddd", .tooUniform),
        ("kkaattzzeeooii", nil), ("my-LI.MING-secret", .containsLogin),
        ("123456789012", .tooCommon), ("passwordpassword", .tooCommon), ("qwertyuiop123", .tooCommon),
        ("Password123456", .tooCommon), ("abcdefghijkl", .tooCommon), ("1qaz2wsx3edc", .tooCommon),
        ("shaoxing2026!", .tooCommon), ("0987654321aa", .tooCommon), ("zxcvbnm,./12", nil),
        ("admin-lotus-20", nil), ("correct horse battery staple", nil),
    ])
    func `length, variety and the login decide`(password: String, refusal: PasswordRule.Refusal?) {
        var found: PasswordRule.Refusal?
        do { try PasswordRule.check(password, for: Login(checked: "li.ming")) } catch { found = error }
        #expect(found == refusal)
    }
}
