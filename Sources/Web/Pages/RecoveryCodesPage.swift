import Kernel

/// The recovery codes, shown once after an enrolment.
struct RecoveryCodesPage: Page {
    static let template = "Web/RecoveryCodesPage"

    let codes: [String]

    struct Content: Encodable {
        let recoveryCodes: [String]
    }

    func title(_ language: Language) -> String { Phrase("双因素认证已启用", "Your second factor is enrolled")(language) }

    var content: Content { Content(recoveryCodes: codes) }

    func view(_ language: Language) -> [String: Any] { ["codes": codes.map { ["code": $0] }] }
}
