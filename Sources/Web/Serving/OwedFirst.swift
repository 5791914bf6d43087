import Access
import Kernel

/// Something else must be given before this: the code of a second factor, a password of one's own, an enrolment.
struct OwedFirst: DescribedRefusal, Equatable {
    let owed: Visitor.Owed

    var problem: Problem {
        switch owed {
        case .code:
            Problem(
                status: 403, rule: "ACC-CODE-OWED", what: Phrase("还需输入动态验证码", "the code of your second factor is owed"),
                remedy: Phrase("请在 /sign-in/code 输入验证器上的六位数字", "give the six digits at /sign-in/code"))
        case .password:
            Problem(
                status: 403, rule: "ACC-PASSWORD-OWED",
                what: Phrase("须先把初始密码改为自己的密码", "the start password must be changed first"),
                remedy: Phrase("请在 /account/password 设置新密码", "choose a password at /account/password"))
        case .secondFactor:
            Problem(
                status: 403, rule: "ACC-FACTOR-OWED",
                what: Phrase("管理员须先启用双因素认证", "administrators must enrol a second factor first"),
                remedy: Phrase("请在 /account/second-factor 绑定验证器", "enrol at /account/second-factor"))
        }
    }
}

extension Visitor.Owed {
    /// Where it is given.
    var path: String {
        switch self {
        case .code: "/sign-in/code"
        case .password: "/account/password"
        case .secondFactor: "/account/second-factor"
        }
    }

    /// Where it is given by somebody who is on the way elsewhere. Only the code is asked on the way: the others
    /// end with a page of their own.
    func path(before next: String?) -> String {
        guard self == .code, let next else { return path }
        return path + "?next=" + PercentCoding.encode(next)
    }
}
