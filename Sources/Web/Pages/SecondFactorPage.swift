import Access
import Kernel

/// Where a second factor is enrolled: a QR code, the same secret in letters, and a code to confirm it.
struct SecondFactorPage: Page {
    static let template = "Web/SecondFactorPage"

    static let fields = [
        FormField(
            name: "code", label: Phrase("验证器显示的六位数字", "The six digits your app shows"), kind: .text(max: 12),
            required: true)
    ]

    let standing: FactorStanding
    /// What the app needs; nil when a second factor is enrolled already.
    let enrolment: FactorEnrolment?
    /// Whether nothing else can be done before.
    let isOwed: Bool
    let refused: RefusedForm?

    struct Content: Encodable {
        let enrolledSince: String?
        let recoveryCodesLeft: Int
        let secret: String?
        let address: String?
    }

    func title(_ language: Language) -> String { Phrase("双因素认证", "Second factor")(language) }

    var content: Content {
        Content(
            enrolledSince: standing.since?.civil.isoText, recoveryCodesLeft: standing.recoveryCodesLeft,
            secret: enrolment?.letters, address: enrolment?.address)
    }

    func view(_ language: Language) -> [String: Any] {
        let symbol = enrolment.flatMap { QRSymbol($0.address) }
        return [
            "isOwed": isOwed,
            "since": standing.since?.civil.minuteText ?? false as Any,
            "codesLeft": standing.recoveryCodesLeft,
            "letters": enrolment?.letters ?? false as Any,
            "symbol": symbol.map { ["width": $0.width, "path": $0.path] as [String: Any] } ?? false as Any,
            "form": FormView.view(
                language, action: "/account/second-factor", fields: Self.fields, submit: Phrase("启用", "Enrol"),
                refused: refused),
        ]
    }
}
