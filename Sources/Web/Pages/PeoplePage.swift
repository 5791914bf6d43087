import Access
import Kernel

/// For the system and the security administrator: who may sign in, and who did lately.
struct PeoplePage: ListPage {
    static let template = "Web/PeoplePage"

    /// The fields of the form by which the system administrator enters a person; the page fills the organisations in.
    static let fields = [
        FormField(name: "name", label: Phrase("姓名", "Name"), kind: .text(max: 40), required: true),
        FormField(
            name: "login", label: Phrase("登录名", "Login"), kind: .text(max: 64), required: true,
            hint: Phrase("2 至 64 位小写字母、数字和 . _ - @", "2 to 64 small letters, digits and . _ - @")),
        FormField(
            name: "organisation", label: Phrase("单位", "Organisation"), kind: .text(max: 80), required: true,
            hint: Phrase("输入编号或名称，从提示中选取", "type a code or a name and choose")),
        FormField(
            name: "role", label: Phrase("申请的角色", "Role asked for"), kind: .choice(Role.allCases.map(\.rawValue)),
            required: true, hint: Phrase("由安全管理员授予", "the security administrator grants it"),
            optionLabels: Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0.rawValue, $0.phrase) })),
    ]

    let people: [Person]
    let filter: PeopleFilter
    let organisations: [Organisation]
    let factors: [PersonID: Instant]
    let records: [SignInRecord]
    /// Whether the visitor enters people.
    let mayEnter: Bool
    let next: String?
    let refused: RefusedForm?
    var regions = RegionNames.none

    struct Content: Encodable {
        let people: [Entry]
        let signIns: [SignIn]
        let next: String?

        struct Entry: Encodable {
            let id: String
            let login: String
            let name: String
            let role: String
            let region: String?
            let enterprise: String?
            let organisation: String?
            let standing: String
            let secondFactorSince: String?
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
                    region: person.region?.text, enterprise: person.enterprise?.text,
                    organisation: person.organisation?.text, standing: person.standing.rawValue,
                    secondFactorSince: factors[person.id]?.civil.isoText)
            },
            signIns: records.map { record in
                Content.SignIn(
                    at: record.at.civil.isoText, person: record.person?.text,
                    outcome: record.outcome == .refused ? "refused" : "signed-in")
            }, next: next)
    }

    func view(_ language: Language) -> [String: Any] {
        let names = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0.name) })
        let places = Dictionary(uniqueKeysWithValues: organisations.map { ($0.id, $0.name) })
        return [
            "mayEnter": mayEnter,
            // A refusal nobody sees reads like success: the form stays open.
            "isRefused": refused != nil,
            "form": FormView.view(
                language, action: "/people", fields: Self.fields.map(choosing), submit: Phrase("登记", "Enter"),
                refused: refused),
            "text": filter.text ?? "",
            "roles": Role.allCases.map { role -> [String: Any] in
                ["code": role.rawValue, "word": role.phrase(language), "isChosen": role == filter.role]
            },
            "standings": Person.Standing.allCases.map { standing -> [String: Any] in
                [
                    "code": standing.rawValue, "word": standing.phrase(language),
                    "isChosen": standing == filter.standing,
                ]
            },
            "hasPeople": !people.isEmpty,
            "next": next ?? false as Any,
            "people": people.map { person in
                [
                    "id": person.id.text, "login": person.login.text, "name": person.name,
                    "role": person.role.phrase(language),
                    "place": person.region.map { regions.name($0, language) } ?? person.enterprise?.text ?? "—",
                    "organisation": person.organisation.map { places[$0] ?? $0.text } ?? "—",
                    "factor": factors[person.id] == nil
                        ? "—" : Phrase("已启用", "enrolled")(language),
                    "standing": person.standing.phrase(language), "tag": person.standing.tag,
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

    func tables(_ language: Language) -> [ListTable] {
        let places = Dictionary(uniqueKeysWithValues: organisations.map { ($0.id, $0.name) })
        let (factors, regions) = (factors, regions)
        let columns: [TableColumn<Person>] = [
            TableColumn(Phrase("编号", "Number")) { .text($0.id.text) },
            TableColumn(Phrase("姓名", "Name")) { .text($0.name) },
            TableColumn(Phrase("登录名", "Login")) { .text($0.login.text) },
            TableColumn(Phrase("角色", "Role")) { .text($0.role.phrase(language)) },
            TableColumn(Phrase("单位", "Organisation")) { .text($0.organisation.map { places[$0] ?? $0.text }) },
            TableColumn(Phrase("区域", "Region")) { .text($0.region.map { regions.name($0, language) }) },
            TableColumn(Phrase("区域代码", "Region code")) { .text($0.region?.text) },
            TableColumn(Phrase("企业编号", "Enterprise")) { .text($0.enterprise?.text) },
            TableColumn(Phrase("双因素认证启用时间", "Second factor since")) { .moment(factors[$0.id]) },
            TableColumn(Phrase("状态", "Standing")) { .text($0.standing.phrase(language)) },
        ]
        return [ListTable(Phrase("人员", "People"), people, language, columns: columns)]
    }

    private func choosing(_ field: FormField) -> FormField {
        guard field.name == "organisation" else { return field }
        return field.offering(organisations.map { ($0.id.text, Phrase($0.name, $0.name)) })
    }

    private static func words(_ outcome: SignInRecord.Outcome) -> Phrase {
        switch outcome {
        case .refused: Phrase("被拒绝", "refused")
        case .signedIn("demonstration"): Phrase("演示登录", "signed in (demonstration)")
        case .signedIn: Phrase("登录成功", "signed in")
        }
    }
}

extension Person.Standing {
    /// What people call it.
    var phrase: Phrase {
        switch self {
        case .proposed: Phrase("待授权", "to be granted")
        case .active: Phrase("在岗", "active")
        case .left: Phrase("已离岗", "left")
        }
    }

    /// How it is marked.
    var tag: String {
        switch self {
        case .proposed: "open"
        case .active: "done"
        case .left: "neutral"
        }
    }
}
