import Access
import Kernel

/// A start password, shown once to the security administrator.
struct StartPasswordPage: Page {
    static let template = "Web/StartPasswordPage"

    let person: Person
    let password: String
    /// Where to go on.
    let back: String

    struct Content: Encodable {
        let person: String
        let login: String
        let startPassword: String
    }

    func title(_ language: Language) -> String { Phrase("初始密码", "Start password")(language) }

    var content: Content { Content(person: person.id.text, login: person.login.text, startPassword: password) }

    func view(_ language: Language) -> [String: Any] {
        ["back": back, "name": person.name, "login": person.login.text, "password": password]
    }
}
