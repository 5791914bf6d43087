import Kernel

/// Where somebody looks over what they wrote before it is handed in.
struct AnswerRoutes {
    let drafts: AnswerDrafts

    /// The address of a kept page.
    static func address(of name: String) -> String { "/answers/\(name)" }

    var all: [Route] {
        [
            Route.page(
                "/answers/{draft}", summary: Phrase("核对填写内容", "answers to be looked over"),
                permission: .ownSession
            ) { visit in
                let name = try visit.parameter("draft")
                guard let page = drafts.page(named: name, of: try visit.signedIn().person, at: visit.now) else {
                    throw Problem.answersGone
                }
                return page
            }
        ]
    }
}

extension Problem {
    fileprivate static let answersGone = Problem(
        status: 404, rule: "WEB-ANSWERS-GONE",
        what: Phrase("这份待核对的内容已不再保留", "these answers are no longer kept"),
        remedy: Phrase(
            "请回到原表单；本标签页写过而未提交的内容会自动填回",
            "go back to the form: what you wrote in this tab and did not send is put back"))
}
