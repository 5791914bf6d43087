import Access
import Kernel

/// One person: the system administrator hands over and lets leave; the security administrator grants, resets, unlocks.
struct PersonPage: Page {
    static let template = "Web/PersonPage"

    static let leavingFields = [
        FormField(
            name: "successor", label: Phrase("接手人", "Successor"), kind: .text(max: 32), required: false,
            hint: Phrase(
                "同岗位在岗人员，负责政策任务的限本单位；不选则任务退回",
                "active at the same post, and a colleague for tasks of policies; without one, duties go back")),
        FormField(name: "reason", label: Phrase("离岗原因", "Reason"), kind: .text(max: 200), required: true),
    ]

    static let movingFields = [
        FormField(
            name: "organisation", label: Phrase("调入单位", "New organisation"), kind: .text(max: 80), required: true,
            hint: Phrase("输入编号或名称，从提示中选取", "type a code or a name and choose")),
        FormField(
            name: "moveRole", label: Phrase("申请的角色", "Role asked for"),
            kind: .choice(Role.allCases.map(\.rawValue)), required: true,
            hint: Phrase("由安全管理员授予后生效", "counts once the security administrator grants it"),
            optionLabels: Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0.rawValue, $0.phrase) })),
        FormField(
            name: "moveSuccessor", label: Phrase("原岗位接手人", "Successor at the old post"), kind: .text(max: 32),
            required: false,
            hint: Phrase(
                "同岗位在岗人员，负责政策任务的限本单位；不选则任务退回",
                "active at the same post, and a colleague for tasks of policies; without one, duties go back")),
        FormField(name: "moveReason", label: Phrase("调动原因", "Reason"), kind: .text(max: 200), required: true),
    ]

    static let grantFields = [
        FormField(
            name: "role", label: Phrase("角色", "Role"), kind: .choice(Role.allCases.map(\.rawValue)), required: true,
            optionLabels: Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0.rawValue, $0.phrase) }))
    ]

    let person: Person
    let organisation: Organisation?
    let factor: FactorStanding
    let sessions: [OpenSession]
    let lockedUntil: Instant?
    let openDuties: Int
    /// What they answer for by name.
    var work: [NamedWork.Item] = []
    /// Whether a reset waits for a second administrator.
    let awaitsConfirmation: Bool
    /// The resets that wait.
    let resets: [AdministratorReset]
    /// Who could go on with the duties.
    let successors: [Person]
    let viewer: Actor
    let refusedLeaving: RefusedForm?
    let refusedGrant: RefusedForm?
    let refusedMove: RefusedForm?
    /// Where the person could be moved.
    let organisations: [Organisation]
    var regions = RegionNames.none

    /// The page of the person whom the address names.
    static func of(
        _ visit: Visit, _ access: AccessRoom, _ regions: RegionNames, refusedLeaving: RefusedForm? = nil,
        refusedGrant: RefusedForm? = nil,
        refusedMove: RefusedForm? = nil
    ) async throws -> PersonPage {
        let id: PersonID = try visit.code("person")
        guard let person = try await access.person(id) else { throw Problem.notFound }
        let alike = try await access.people().filter {
            $0.standing == .active && $0.post == person.post && $0.id != id
        }
        let organisations = try await access.organisations()
        let work = try await access.namedWork(of: id)
        // Whoever knows the work comes first; what somebody answers for by name goes to nobody else.
        let own = alike.filter { $0.organisation == person.organisation }
        let others = alike.filter { $0.organisation != person.organisation }
        return PersonPage(
            person: person, organisation: organisations.first { $0.id == person.organisation },
            factor: try await access.secondFactor(of: id), sessions: try await access.sessions(of: id),
            lockedUntil: access.lockedUntil(person), openDuties: try await access.openDuties(of: person),
            work: work,
            awaitsConfirmation: try await access.awaitsConfirmation(id),
            resets: try await access.resets().filter { $0.person == id },
            successors: work.isEmpty ? own + others : own, viewer: try visit.signedIn(), refusedLeaving: refusedLeaving,
            refusedGrant: refusedGrant, refusedMove: refusedMove,
            organisations: organisations.filter { $0.id != person.organisation }, regions: regions)
    }

    struct Content: Encodable {
        let id: String
        let login: String
        let name: String
        let role: String
        let standing: String
        let organisation: String?
        let secondFactorSince: String?
        let lockedUntil: String?
        let sessions: Int
        let openDuties: Int
        /// What they answer for by name.
        let work: [Work]
        /// What waits for a second administrator: `password`, `second-factor`.
        let resets: [String]

        struct Work: Encodable {
            let name: Phrase
            let address: String?
        }
    }

    func title(_ language: Language) -> String { person.name }

    var content: Content {
        Content(
            id: person.id.text, login: person.login.text, name: person.name, role: person.role.rawValue,
            standing: person.standing.rawValue, organisation: organisation?.id.text,
            secondFactorSince: factor.since?.civil.isoText, lockedUntil: lockedUntil?.civil.isoText,
            sessions: sessions.count, openDuties: openDuties,
            work: work.map { .init(name: $0.name, address: $0.address) },
            resets: resets.map(\.what.rawValue))
    }

    func view(_ language: Language) -> [String: Any] {
        let isOther = viewer.person != person.id
        let isHere = person.standing != .left
        let path = "/people/\(person.id)"
        return [
            "id": person.id.text, "login": person.login.text, "role": person.role.phrase(language),
            "organisation": organisation?.name ?? "—",
            "place": person.region.map { regions.name($0, language) } ?? person.enterprise?.text ?? "—",
            "standing": person.standing.phrase(language), "tag": person.standing.tag,
            "factor": factor.since?.civil.minuteText ?? "—", "locked": lockedUntil?.civil.minuteText ?? "—",
            "sessions": sessions.count, "duties": openDuties,
            "hasWork": !work.isEmpty,
            "work": work.map { item -> [String: Any] in
                ["workName": item.name(language), "workAddress": item.address ?? false as Any]
            },
            "isSelf": !isOther, "awaitsConfirmation": awaitsConfirmation,
            "resets": resets.map { ["word": $0.what.phrase(language), "askedAt": $0.askedAt.civil.minuteText] },
            "mayLeave": refusedLeaving != nil || (viewer.role == .administrator && isOther && isHere),
            "leaving": FormView.view(
                language, action: path + "/leave", fields: Self.leavingFields.map(choosingSuccessor),
                submit: Phrase("移交并离岗", "Hand over and leave"), refused: refusedLeaving),
            "mayMove": refusedMove != nil || (viewer.role == .administrator && isOther && isHere),
            "moving": FormView.view(
                language, action: path + "/move", fields: Self.movingFields.map(choosingForMove),
                submit: Phrase("调动", "Move"), refused: refusedMove),
            "maySecure": refusedGrant != nil || (viewer.role == .securityAdministrator && isOther && isHere),
            "grant": FormView.view(
                language, action: path + "/grant", fields: Self.grantFields.map(choosingRole),
                submit: Phrase("授予", "Grant"), values: ["role": person.role.rawValue], refused: refusedGrant),
            "isActive": person.standing == .active,
            "hasFactor": factor.since != nil, "isLocked": lockedUntil != nil, "hasSessions": !sessions.isEmpty,
        ]
    }

    private func choosingForMove(_ field: FormField) -> FormField {
        switch field.name {
        case "organisation": field.offering(organisations.map { ($0.id.text, Phrase($0.name, $0.name)) })
        case "moveSuccessor":
            FormField(
                name: field.name, label: field.label, kind: .choice(successors.map(\.id.text)), required: false,
                hint: field.hint,
                optionLabels: Dictionary(
                    uniqueKeysWithValues: successors.map { ($0.id.text, Phrase($0.name, $0.name)) }))
        default: field
        }
    }

    private func choosingSuccessor(_ field: FormField) -> FormField {
        guard field.name == "successor" else { return field }
        return FormField(
            name: field.name, label: field.label, kind: .choice(successors.map(\.id.text)), required: false,
            hint: field.hint,
            optionLabels: Dictionary(uniqueKeysWithValues: successors.map { ($0.id.text, Phrase($0.name, $0.name)) }))
    }

    private func choosingRole(_ field: FormField) -> FormField {
        let roles = Role.allCases.filter { organisation?.kind.roles.contains($0) ?? false }
        return FormField(
            name: field.name, label: field.label, kind: .choice(roles.map(\.rawValue)), required: true,
            optionLabels: field.optionLabels)
    }
}
