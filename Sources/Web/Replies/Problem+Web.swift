import Kernel

extension Problem {
    /// There is nothing at this address, or nothing that the visitor may see: the two are not told apart.
    public static let notFound = Problem(
        status: 404, rule: "WEB-NOT-FOUND",
        what: Phrase("没有这个页面，或者您无权查看", "there is no such page, or you may not see it"),
        remedy: Phrase("请检查网址，或从导航重新进入", "check the address, or start again from the navigation"))

    /// Nobody is signed in.
    public static let signInNeeded = Problem(
        status: 401, rule: "WEB-SIGN-IN",
        what: Phrase("需要登录后才能访问", "this needs you to be signed in"),
        remedy: Phrase("请先登录", "sign in first"))

    /// Somebody is signed in, as something that may not do this.
    public static let wrongRole = Problem(
        status: 403, rule: "WEB-ROLE",
        what: Phrase("您的角色无权进行此操作", "your role may not do this"),
        remedy: Phrase(
            "请用有此权限的角色登录；角色由安全管理员授予",
            "sign in as somebody who may; roles are granted by the security administrator"))

    /// What an Authorization header carries counts for nothing.
    static let unknownToken = Problem(
        status: 401, rule: "ACC-TOKEN",
        what: Phrase("访问令牌无效、已过期或已注销", "the token is unknown, over or revoked"),
        remedy: Phrase(
            "请以 Authorization: Bearer 发送有效令牌，或由安全管理员在 /tokens 发放新令牌",
            "send a valid one as Authorization: Bearer, or have the security administrator make one at /tokens"))

    /// A token that reads was used to send.
    static let tokenReads = Problem(
        status: 403, rule: "ACC-TOKEN-READS",
        what: Phrase("此令牌只能读取", "this token only reads"),
        remedy: Phrase("请使用可写入的令牌", "use a token that may write"))

    /// A token that is narrowed was shown where everything is the city's.
    static let tokenNarrowed = Problem(
        status: 403, rule: "ACC-TOKEN-NARROWED",
        what: Phrase(
            "此令牌限定在一个区域或企业，此页面属全市范围",
            "this token is narrowed to a region or an enterprise, and this page is about the whole city"),
        remedy: Phrase(
            "请使用未限定范围的令牌；由安全管理员在 /tokens 发放",
            "use a token that is not narrowed; the security administrator makes one at /tokens"))

    /// One's own account is no program's business.
    static let sessionNeeded = Problem(
        status: 403, rule: "ACC-SESSION-NEEDED",
        what: Phrase("此页面只能登录后由本人使用", "this is for people who are signed in, not for tokens"),
        remedy: Phrase("请用浏览器登录", "sign in with a browser"))

    static let wrongMethod = Problem(
        status: 405, rule: "WEB-METHOD",
        what: Phrase("这个网址不支持此操作", "this address does not take this method"),
        remedy: Phrase("请使用 Allow 响应头列出的方法", "use a method that the Allow header lists"))

    static let bodyTooLarge = Problem(
        status: 413, rule: "WEB-BODY-SIZE",
        what: Phrase("提交内容超过 256 KB", "the body has more than 256 KB"),
        remedy: Phrase("请缩短内容后重新提交", "shorten it and send it again"))

    static let addressTooLong = Problem(
        status: 414, rule: "WEB-ADDRESS",
        what: Phrase("网址超过 2048 个字节", "the address has more than 2,048 bytes"),
        remedy: Phrase("请缩短查询条件", "shorten the query"))

    static let brokenQuery = Problem(
        status: 400, rule: "WEB-QUERY",
        what: Phrase("网址中的查询条件无法读取", "the query of the address cannot be read"),
        remedy: Phrase("请从导航重新进入", "start again from the navigation"))

    /// Something went wrong that nobody foresaw; the log holds the number.
    static func fault(number: String) -> Problem {
        Problem(
            status: 500, rule: "WEB-FAULT",
            what: Phrase("系统发生故障，编号 \(number)", "the system failed, fault number \(number)"),
            remedy: Phrase(
                "请稍后再试；仍不成功时，把编号告诉系统管理员",
                "try again later; if it still fails, tell the administrator the number"))
    }
}
