import Access
import Kernel

/// Resets of administrators' passwords and second factors: asked by one administrator, confirmed by another.
struct ResetRoutes {
    let access: AccessRoom

    private static let administrators = Permission.roles([
        .administrator, .securityAdministrator, .auditAdministrator,
    ])

    var all: [Route] {
        [waiting, refusingOwn] + confirming.asking(about(Self.confirmed)) + refusing.asking(about(Self.refused))
    }

    private static let confirmed = Phrase(
        "对方的旧密码或双因素认证立即作废，全部会话结束；不能撤回。",
        "Their old password or second factor is void at once and all their sessions end; it cannot be taken back.")
    private static let refused = Phrase(
        "这次重置作废；仍需重置时要重新申请。",
        "This reset is void; whoever still needs one has to ask again.")

    /// What is asked before a reset is decided: about whom, and what follows.
    private func about(_ consequence: Phrase) -> Confirmation {
        Confirmation(
            consequence: consequence,
            subject: { [access] visit in
                let known = try await access.resets().first {
                    $0.person.text == visit.carried("person") && $0.what.rawValue == visit.carried("what")
                }
                guard let known, let person = try await access.person(known.person) else { throw Problem.notFound }
                return "\(person.name) \(person.id) · \(known.what.phrase(visit.language))"
            }, back: { _ in "/resets" })
    }

    private var waiting: Route {
        Route(
            .get, "/resets", summary: Phrase("待确认的重置", "resets that wait for a second administrator"),
            permission: Self.administrators, content: JSONForm(of: ResetsPage.Content.self)
        ) { visit in
            ResetsPage.reply(
                resets: try await access.resets(), people: try await access.people(), viewer: try visit.signedIn())
        }
    }

    private var confirming: Route {
        Route(
            .post, "/resets/confirm", summary: Phrase("确认重置", "confirm a reset"),
            permission: .roles([.administrator, .auditAdministrator]), fields: ResetsPage.fields
        ) { visit in
            let (what, id) = try Self.named(visit)
            let start = try await access.confirmReset(what, of: id, by: try visit.signedIn().person)
            guard let start, let person = try await access.person(id) else { return .redirect("/resets") }
            return .page(StartPasswordPage(person: person, password: start, back: "/resets"))
        }
    }

    private var refusing: Route {
        Route(
            .post, "/resets/refuse", summary: Phrase("驳回或撤回重置", "refuse a reset, or take it back"),
            permission: Self.administrators, fields: ResetsPage.fields
        ) { visit in
            let (what, id) = try Self.named(visit)
            try await access.refuseReset(what, of: id, by: try visit.signedIn().person)
            return .redirect("/resets")
        }
    }

    /// Whoever is concerned says no without waiting for others.
    private var refusingOwn: Route {
        Route(
            .post, "/account/resets/refuse", summary: Phrase("拒绝对本人的重置", "refuse a reset of one's own"),
            permission: .ownSession, fields: ResetsPage.fields.filter { $0.name == "what" }
        ) { visit in
            let person = try visit.signedIn().person
            try await access.refuseReset(try Self.what(visit), of: person, by: person)
            return .redirect("/account")
        }
    }

    private static func what(_ visit: Visit) throws -> AdministratorReset.What {
        guard let what = AdministratorReset.What(rawValue: visit.form["what"] ?? "") else {
            throw AccessRefusal.noReset
        }
        return what
    }

    private static func named(_ visit: Visit) throws -> (AdministratorReset.What, PersonID) {
        guard let id = PersonID(visit.form["person"] ?? "") else { throw AccessRefusal.unknownPerson }
        return (try what(visit), id)
    }
}
