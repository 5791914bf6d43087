import Access
import Kernel

/// Which people a list shows, as the address says it.
struct PeopleFilter: Sendable {
    let text: String?
    let role: Role?
    let standing: Person.Standing?

    static let fields = [
        FormField.filter("q", Phrase("姓名、登录名或编号", "Name, login or number")),
        FormField.filter("role", Phrase("角色", "Role"), among: Role.self),
        FormField.filter("standing", Phrase("状态", "Standing"), among: Person.Standing.self),
    ]

    /// Everybody.
    static let none = PeopleFilter(text: nil, role: nil, standing: nil)

    private init(text: String?, role: Role?, standing: Person.Standing?) {
        (self.text, self.role, self.standing) = (text, role, standing)
    }

    init(_ visit: Visit) {
        self.init(
            text: visit.query("q"), role: visit.query("role").flatMap { Role(rawValue: $0) },
            standing: visit.query("standing").flatMap { Person.Standing(rawValue: $0) })
    }

    /// Whether somebody is shown.
    func shows(_ person: Person) -> Bool {
        let words = text?.lowercased() ?? ""
        let texts = [person.name, person.login.text, person.id.text].map { $0.lowercased() }
        return (words.isEmpty || texts.contains { $0.contains(words) }) && (role == nil || person.role == role)
            && (standing == nil || person.standing == standing)
    }
}
