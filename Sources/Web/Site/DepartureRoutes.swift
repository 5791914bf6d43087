import Access
import Kernel

/// How people leave or move: the system administrator sees whom it is about and what follows before it is done.
struct DepartureRoutes {
    let access: AccessRoom
    let regions: RegionNames

    private static let system = Permission.roles([.administrator])

    var all: [Route] {
        [
            leaving.checkingAnswers(
                of: [.administrator], asking: Confirmation(consequence: leavingLeads, subject: subject),
                rehearsing: { visit in
                    try await access.rehearseLeaving(
                        try visit.code("person"), successor: try Self.successor(visit, "successor"),
                        by: try visit.signedIn().person)
                }),
            moving.checkingAnswers(
                of: [.administrator], asking: Confirmation(consequence: movingLeads, subject: subject),
                rehearsing: { visit in
                    try await access.rehearse(try await move(visit), by: try visit.signedIn().person)
                }),
        ]
    }

    private var leaving: Route {
        Route(
            .post, "/people/{person}/leave", summary: Phrase("办理离岗移交", "hand over and leave"),
            permission: Self.system, fields: PersonPage.leavingFields,
            onRefusal: { visit in .page(try await PersonPage.of(visit, access, regions, refusedLeaving: visit.refused))
            },
            handler: { visit in
                let id: PersonID = try visit.code("person")
                try await access.leave(
                    id, successor: try Self.successor(visit, "successor"), because: visit.form["reason"] ?? "",
                    by: try visit.signedIn().person)
                return .redirect("/people/\(id)")
            })
    }

    private var moving: Route {
        Route(
            .post, "/people/{person}/move", summary: Phrase("调动人员", "move to another organisation"),
            permission: Self.system, fields: PersonPage.movingFields,
            onRefusal: { visit in .page(try await PersonPage.of(visit, access, regions, refusedMove: visit.refused)) },
            handler: { visit in
                let move = try await move(visit)
                try await access.move(move, by: try visit.signedIn().person)
                return .redirect("/people/\(move.person)")
            })
    }

    private func move(_ visit: Visit) async throws -> AccessRoom.Move {
        let id: PersonID = try visit.code("person")
        let organisation = try await access.organisation(typed: visit.form["organisation"] ?? "").id
        guard let role = Role(rawValue: visit.form["moveRole"] ?? "") else { throw AccessRefusal.roleElsewhere }
        return .init(
            person: id, organisation: organisation, role: role, successor: try Self.successor(visit, "moveSuccessor"),
            reason: visit.form["moveReason"] ?? "")
    }

    private static func successor(_ visit: Visit, _ field: String) throws -> PersonID? {
        guard let named = visit.form[field] else { return nil }
        guard let successor = PersonID(named) else { throw AccessRefusal.successorUnfit }
        return successor
    }

    private func person(_ visit: Visit) async throws -> Person {
        guard let person = try await access.person(try visit.code("person")) else { throw Problem.notFound }
        return person
    }

    private func subject(_ visit: Visit) async throws -> String {
        let person = try await person(visit)
        return "\(person.name)（\(person.login)）· \(person.role.phrase(visit.language))"
    }

    private func leavingLeads(_ visit: Visit) async throws -> Phrase {
        let person = try await person(visit)
        let handed = try await handedOver(by: person, try Self.successor(visit, "successor"))
        return Phrase(
            """
            \(person.name)立即不能登录，其会话、令牌、双因素认证和执法证全部失效。\(handed.zh)不能撤销；返岗须重新登记。
            """,
            """
            \(person.name) can sign in no longer; sessions, tokens, second factor and certificates end at once. \
            \(handed.en) It cannot be taken back; whoever returns is entered anew.
            """)
    }

    private func movingLeads(_ visit: Visit) async throws -> Phrase {
        let (person, move) = (try await person(visit), try await move(visit))
        let handed = try await handedOver(by: person, move.successor)
        let place = try await access.organisation(typed: move.organisation.text).name
        return Phrase(
            """
            \(person.name)调入\(place)，申请角色：\(move.role.phrase.zh)。安全管理员授予前不能登录；原岗位的会话、令牌和执法证立即失效。\(handed.zh)
            """,
            """
            \(person.name) moves to \(place) and asks to be \(move.role.phrase.en). Until the security administrator \
            grants that, they cannot sign in; sessions, tokens and certificates of the old post end at once. \
            \(handed.en)
            """)
    }

    /// What becomes of the open duties of a post.
    private func handedOver(by person: Person, _ successor: PersonID?) async throws -> Phrase {
        let next: Person? = if let successor { try await access.person(successor) } else { nil }
        let named = try await access.namedWork(of: person.id).count
        let work = named > 0 ? Self.handedOver(named, to: next) : Phrase("", "")
        let count = try await access.openDuties(of: person)
        let duties =
            count == 0
            ? Phrase("岗位没有未办任务。", "No duty of the post is open.")
            : next.map { next in
                Phrase("未办任务 \(count) 项移交\(next.name)。", "Open duties, \(count) in all, go to \(next.name).")
            } ?? Phrase("未办任务 \(count) 项退回同岗位人员。", "Open duties, \(count) in all, go back to the others at the post.")
        return Phrase("\(duties.zh)\(work.zh)", [duties.en, work.en].filter { !$0.isEmpty }.joined(separator: " "))
    }

    /// What becomes of the tasks of policies that a person answers for.
    private static func handedOver(_ count: Int, to next: Person?) -> Phrase {
        guard let next else {
            return Phrase(
                "负责的政策任务 \(count) 项由主管办公室另定责任人。",
                "Tasks of policies that they answer for, \(count) in all, wait until the office names somebody.")
        }
        return Phrase(
            "负责的政策任务 \(count) 项移交\(next.name)。",
            "Tasks of policies that they answer for, \(count) in all, go to \(next.name).")
    }
}
