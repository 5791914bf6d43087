import Access
import Kernel

/// The resets of administrators that wait: who asked for what, and who may confirm it.
struct ResetsPage: Page {
    static let template = "Web/ResetsPage"

    static let fields = [
        FormField(name: "person", label: Phrase("人员", "Person"), kind: .text(max: 32), required: true),
        FormField(
            name: "what", label: Phrase("重置内容", "What is reset"),
            kind: .choice(AdministratorReset.What.allCases.map(\.rawValue)), required: true,
            optionLabels: Dictionary(
                uniqueKeysWithValues: AdministratorReset.What.allCases.map { ($0.rawValue, $0.phrase) })),
    ]

    let resets: [AdministratorReset]
    let people: [PersonID: Person]
    let viewer: Actor

    static func reply(resets: [AdministratorReset], people: [Person], viewer: Actor) -> Reply {
        .page(
            ResetsPage(
                resets: resets, people: Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { $1 }), viewer: viewer
            ))
    }

    struct Content: Encodable, Sendable {
        let resets: [Entry]

        struct Entry: Encodable, Sendable {
            let person: String
            let what: String
            let askedBy: String
            let askedAt: String
            let lapsesAt: String
            let mayConfirm: Bool
        }
    }

    func title(_ language: Language) -> String { Phrase("待确认的重置", "Resets to confirm")(language) }

    var content: Content {
        Content(
            resets: resets.map { reset in
                Content.Entry(
                    person: reset.person.text, what: reset.what.rawValue, askedBy: reset.askedBy.text,
                    askedAt: reset.askedAt.civil.isoText, lapsesAt: reset.lapsesAt.civil.isoText,
                    mayConfirm: mayConfirm(reset))
            })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "isEmpty": resets.isEmpty,
            "resets": resets.map { reset -> [String: Any] in
                [
                    "person": reset.person.text, "name": name(of: reset.person),
                    "role": people[reset.person]?.role.phrase(language) ?? "", "what": reset.what.rawValue,
                    "word": reset.what.phrase(language), "askedBy": name(of: reset.askedBy),
                    "askedAt": reset.askedAt.civil.minuteText, "lapsesAt": reset.lapsesAt.civil.minuteText,
                    "mayConfirm": mayConfirm(reset), "isOwn": reset.person == viewer.person,
                ]
            },
        ]
    }

    private func name(of person: PersonID) -> String { people[person]?.name ?? person.text }

    private func mayConfirm(_ reset: AdministratorReset) -> Bool {
        viewer.role != .securityAdministrator && viewer.person != reset.person && viewer.person != reset.askedBy
    }
}

extension AdministratorReset.What {
    /// What people read.
    var phrase: Phrase {
        switch self {
        case .password: Phrase("密码", "password")
        case .secondFactor: Phrase("双因素认证", "second factor")
        }
    }
}
