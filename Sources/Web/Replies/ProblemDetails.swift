import Kernel

/// A problem as programs read it: RFC 9457 with `field`, `rule` and `remedy`.
struct ProblemDetails: Encodable, Equatable {
    let type: String
    let title: String
    let status: Int
    let detail: String
    let instance: String
    let field: String?
    let rule: String
    let remedy: String
    /// All that is wrong with a form, when there is more than one thing.
    let problems: [Part]?

    /// One of several problems of a form.
    struct Part: Encodable, Equatable {
        let field: String?
        let rule: String
        let detail: String
        let remedy: String
    }

    init(_ problems: [Problem], path: String, _ language: Language) {
        let first = problems[0]
        type = "urn:jianhu:problem:\(first.rule)"
        title = first.title(language)
        status = first.status
        detail = first.what(language)
        instance = path
        field = first.field
        rule = first.rule
        remedy = first.remedy(language)
        let parts = problems.map { problem in
            Part(
                field: problem.field, rule: problem.rule, detail: problem.what(language),
                remedy: problem.remedy(language))
        }
        self.problems = parts.count > 1 ? parts : nil
    }
}

extension ProblemDetails {
    /// What a refusal of this status is called.
    static func title(of status: Int) -> Phrase {
        switch status {
        case 401: Phrase("需要登录", "Sign-in needed")
        case 403: Phrase("不允许", "Not allowed")
        case 404: Phrase("没有找到", "Not found")
        case 405: Phrase("不支持的操作", "Method not allowed")
        case 409: Phrase("情况已变化", "Conflict")
        case 413: Phrase("提交内容过大", "Too large")
        case 414: Phrase("网址过长", "Address too long")
        case 415: Phrase("不支持的格式", "Format not supported")
        case 422: Phrase("填写有误", "Not accepted")
        case 429: Phrase("请求过多", "Too many requests")
        case 503: Phrase("暂时无法服务", "Not available now")
        case 500...: Phrase("系统故障", "System fault")
        default: Phrase("请求有误", "Not accepted")
        }
    }
}

extension Problem {
    /// What this refusal is called.
    func title(_ language: Language) -> String { ProblemDetails.title(of: status)(language) }
}
