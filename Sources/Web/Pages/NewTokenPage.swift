import Access
import Kernel

/// A new token with what it carries, shown once to the security administrator.
struct NewTokenPage: Page {
    static let template = "Web/NewTokenPage"

    let token: AccessToken
    let owner: Person
    let secret: String

    struct Content: Encodable {
        let token: String
        let person: String
        let expiresAt: String
        let secret: String
    }

    func title(_ language: Language) -> String { Phrase("新令牌", "New token")(language) }

    var content: Content {
        Content(
            token: token.id.text, person: owner.id.text, expiresAt: token.expiresAt.civil.isoText, secret: secret)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "id": token.id.text, "name": owner.name, "login": owner.login.text, "label": token.label,
            "until": token.expiresAt.termText, "secret": secret,
        ]
    }
}
