import Access
import Kernel

/// For the administrator: who may sign in, and who did lately.
struct PeoplePage: Page {
    static let template = "Web/PeoplePage"

    let people: [Person]
    let records: [SignInRecord]

    struct Content: Encodable {
        let people: [Entry]
        let signIns: [SignIn]

        struct Entry: Encodable {
            let id: String
            let login: String
            let name: String
            let role: String
            let region: String?
            let enterprise: String?
        }

        struct SignIn: Encodable {
            let at: String
            let person: String?
            let outcome: String
        }
    }

    func title(_ language: Language) -> String { Phrase("人员", "People")(language) }

    var content: Content {
        Content(
            people: people.map { person in
                Content.Entry(
                    id: person.id.text, login: person.login.text, name: person.name, role: person.role.rawValue,
                    region: person.region?.text, enterprise: person.enterprise?.text)
            },
            signIns: records.map { record in
                Content.SignIn(
                    at: record.at.civil.isoText, person: record.person?.text,
                    outcome: record.outcome == .refused ? "refused" : "signed-in")
            })
    }

    func view(_ language: Language) -> [String: Any] {
        let names = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0.name) })
        return [
            "people": people.map { person in
                [
                    "id": person.id.text, "login": person.login.text, "name": person.name,
                    "role": person.role.phrase(language),
                    "place": person.region?.text ?? person.enterprise?.text ?? "—",
                ]
            },
            "signIns": records.map { record in
                [
                    "at": record.at.civil.secondText,
                    "name": record.person.map { names[$0] ?? $0.text } ?? Phrase("无此账号", "no such login")(language),
                    "outcome": Self.words(record.outcome)(language),
                    "state": record.outcome == .refused ? "late" : "done",
                ]
            },
            "hasSignIns": !records.isEmpty,
        ]
    }

    private static func words(_ outcome: SignInRecord.Outcome) -> Phrase {
        switch outcome {
        case .refused: Phrase("被拒绝", "refused")
        case .signedIn("demonstration"): Phrase("演示登录", "signed in (demonstration)")
        case .signedIn: Phrase("登录成功", "signed in")
        }
    }
}
