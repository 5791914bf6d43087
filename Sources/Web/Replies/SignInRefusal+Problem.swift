public import Access
import Kernel

extension SignInRefusal: DescribedRefusal {
    public var problem: Problem {
        switch self {
        case .wrongLoginOrPassword:
            Problem(
                status: 401, rule: "ACC-PASSWORD", field: "password",
                what: Phrase("登录名或密码不正确", "the login or the password is wrong"),
                remedy: Phrase(
                    "请重新输入；10 分钟内 5 次不成功将锁定 30 分钟",
                    "type them again; five failures in ten minutes close the login for thirty"))
        case .locked(let until):
            Problem(
                status: 429, rule: "ACC-LOCKED", field: "login",
                what: Phrase(
                    "尝试次数过多，已锁定至 \(until.civil.minuteText)",
                    "too many attempts; closed until \(until.civil.minuteText)"),
                remedy: Phrase(
                    "请在此时间之后再登录，或请安全管理员解除锁定",
                    "sign in after that, or have the security administrator open the login again"))
        case .wrongCode:
            Problem(
                status: 401, rule: "ACC-CODE", field: "code",
                what: Phrase("验证码不正确、已过期或已用过", "the code is wrong, too old, or was used before"),
                remedy: Phrase(
                    "请等验证器显示下一个数字再输入；丢失手机时可输入恢复码",
                    "wait for the next one; a recovery code works too"))
        case .busy:
            Problem(
                status: 503, rule: "ACC-BUSY",
                what: Phrase("此刻登录的人太多", "too many people are signing in at this moment"),
                remedy: Phrase("请稍等片刻再试", "try again shortly"))
        }
    }
}
