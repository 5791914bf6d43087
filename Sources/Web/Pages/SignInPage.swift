import Kernel

/// Where people sign in.
struct SignInPage: Page {
    static let template = "Web/SignInPage"

    static let fields = [
        FormField(name: "login", label: Phrase("登录名", "Login"), kind: .text(max: 64), required: true),
        FormField(name: "password", label: Phrase("密码", "Password"), kind: .secret(max: 128), required: true),
    ]

    /// Where to go on afterwards.
    let next: String?
    /// Whether a form that was sent without a session was not taken.
    var isUnsent = false
    let refused: RefusedForm?
    let isDemonstration: Bool

    struct Content: Encodable {
        let action: String
        let fields: [String]
    }

    func title(_ language: Language) -> String { Phrase("登录", "Sign in")(language) }

    var content: Content { Content(action: "/sign-in", fields: Self.fields.map(\.name)) }

    func view(_ language: Language) -> [String: Any] {
        [
            "form": FormView.view(
                language, action: "/sign-in", fields: Self.fields, submit: Phrase("登录", "Sign in"), refused: refused,
                hidden: next.map { ["next": $0] } ?? [:]),
            "isDemonstration": isDemonstration,
            "isUnsent": isUnsent,
        ]
    }
}
