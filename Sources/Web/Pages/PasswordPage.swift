import Kernel

/// Where people change their own password.
struct PasswordPage: Page {
    static let template = "Web/PasswordPage"

    static let fields = [
        FormField(name: "present", label: Phrase("当前密码", "Present password"), kind: .secret(max: 128), required: true),
        FormField(
            name: "fresh", label: Phrase("新密码", "New password"), kind: .secret(max: 128), required: true,
            hint: Phrase(
                "12 至 128 位，至少 5 个不同字符，不含登录名；几个不相干的词连写即可",
                "12 to 128 characters, 5 different ones, without the login; a few words of different kinds do")),
        FormField(
            name: "again", label: Phrase("再次输入新密码", "New password again"), kind: .secret(max: 128), required: true),
    ]

    /// Whether nothing else can be done before.
    let isOwed: Bool
    let refused: RefusedForm?

    struct Content: Encodable {
        let action: String
        let fields: [String]
        let lengthMin: Int
    }

    func title(_ language: Language) -> String { Phrase("修改密码", "Change password")(language) }

    var content: Content { Content(action: "/account/password", fields: Self.fields.map(\.name), lengthMin: 12) }

    func view(_ language: Language) -> [String: Any] {
        [
            "isOwed": isOwed,
            "form": FormView.view(
                language, action: "/account/password", fields: Self.fields, submit: Phrase("修改", "Change"),
                refused: refused),
        ]
    }
}
