import Kernel

/// The second step of signing in: the code of the authenticator, or a recovery code.
struct SignInCodePage: Page {
    static let template = "Web/SignInCodePage"

    static let fields = [
        FormField(
            name: "code", label: Phrase("动态验证码", "Code"), kind: .text(max: 24), required: true,
            hint: Phrase("验证器显示的六位数字；也可输入一个恢复码", "the six digits of your authenticator, or a recovery code"))
    ]

    /// Where to go on afterwards.
    let next: String?
    let refused: RefusedForm?

    struct Content: Encodable {
        let action: String
        let fields: [String]
    }

    func title(_ language: Language) -> String { Phrase("输入动态验证码", "Second factor")(language) }

    var content: Content { Content(action: "/sign-in/code", fields: Self.fields.map(\.name)) }

    func view(_ language: Language) -> [String: Any] {
        [
            "form": FormView.view(
                language, action: "/sign-in/code", fields: Self.fields, submit: Phrase("继续", "Go on"),
                refused: refused, hidden: next.map { ["next": $0] } ?? [:])
        ]
    }
}
