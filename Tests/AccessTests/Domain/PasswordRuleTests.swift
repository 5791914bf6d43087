import Testing

@testable import Access

struct PasswordRuleTests {
    @Test(arguments: [
        ("abcdefghijk", PasswordRule.Refusal.tooShort as PasswordRule.Refusal?), ("abcdefghijkl", nil),
        ("环境执法人员鉴湖平台登录", nil), (String(repeating: "abcde", count: 25) + "fgh", nil),
        (String(repeating: "abcde", count: 25) + "fghi", .tooLong), ("aaaabbbbccccdddd", .tooUniform),
        ("aaaabbbbccccddde", nil), ("my-LI.MING-secret", .containsLogin),
    ])
    func `length, variety and the login decide`(password: String, refusal: PasswordRule.Refusal?) {
        var found: PasswordRule.Refusal?
        do { try PasswordRule.check(password, for: Login(checked: "li.ming")) } catch { found = error }
        #expect(found == refusal)
    }
}
