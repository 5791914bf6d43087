import Access
import Facts
import Kernel

/// What the security administrator does: roles, passwords, second factors, lockouts, sessions, tokens.
struct SecurityRoutes {
    let access: AccessRoom
    let regions: RegionNames

    private static let security = Permission.roles([.securityAdministrator])

    var all: [Route] {
        tokens + [newToken, grant, unlocking] + resetPassword.asking(about(passwordLost))
            + resetFactor.asking(about(factorLost)) + ending.asking(about(sessionsLost)) + revocation.asking(tokenLost)
    }

    private var passwordLost: Phrase {
        Phrase(
            "现有密码立即失效，其全部会话结束。初始密码只显示一次，须当面或电话告知本人。管理员的重置须由另一名管理员确认后生效。",
            """
            The present password is void at once and every session of this person ends. The start password is shown \
            once and must be told face to face or by phone. For an administrator another one confirms first.
            """)
    }

    private var factorLost: Phrase {
        Phrase(
            "现有双因素认证和恢复码立即失效，须重新启用。管理员的重置须由另一名管理员确认后生效。",
            """
            The second factor and its recovery codes are void at once and must be enrolled anew. For an administrator \
            another one confirms first.
            """)
    }

    private var sessionsLost: Phrase {
        Phrase("其全部会话立即结束，未提交的内容丢失。", "Every session of this person ends at once; what was not sent is lost.")
    }

    /// The question before an act on a person.
    private func about(_ consequence: Phrase) -> Confirmation {
        Confirmation(
            consequence: consequence,
            subject: { [access] visit in
                guard let person = try await access.person(try visit.code("person")) else {
                    throw Problem.notFound
                }
                return "\(person.name)（\(person.login)）"
            }, back: { "/people/\(try $0.code("person") as PersonID)" })
    }

    private var tokenLost: Confirmation {
        Confirmation(
            consequence: TokensPage.revoked,
            subject: { [access] visit in
                guard let token = try await access.tokens().first(where: { $0.id.text == visit.carried("token") })
                else {
                    throw Problem.notFound
                }
                return "\(token.id) \(token.label)"
            }, back: { _ in "/tokens" })
    }

    private var grant: Route {
        Route(
            .post, "/people/{person}/grant", summary: Phrase("授予角色", "grant a role"), permission: Self.security,
            fields: PersonPage.grantFields,
            onRefusal: { visit in .page(try await PersonPage.of(visit, access, regions, refusedGrant: visit.refused)) },
            handler: { visit in
                let id: PersonID = try visit.code("person")
                guard let role = Role(rawValue: visit.form["role"] ?? "") else { throw AccessRefusal.roleElsewhere }
                let start = try await access.grant(role, to: id, by: try visit.signedIn().person)
                return try await show(start, of: id)
            })
    }

    private var resetPassword: Route {
        Route(
            .post, "/people/{person}/reset-password", summary: Phrase("重置密码", "give a start password"),
            permission: Self.security
        ) { visit in
            let id: PersonID = try visit.code("person")
            let author = try visit.signedIn().person
            if try await access.awaitsConfirmation(id) {
                try await access.askReset(.password, of: id, by: author)
                return .redirect("/resets")
            }
            return try await show(access.resetPassword(of: id, by: .person(author)), of: id)
        }
    }

    private func show(_ start: String?, of id: PersonID) async throws -> Reply {
        guard let start, let person = try await access.person(id) else { return .redirect("/people/\(id)") }
        return .page(StartPasswordPage(person: person, password: start, back: "/people/\(id)"))
    }

    private var resetFactor: Route {
        Route(
            .post, "/people/{person}/reset-factor", summary: Phrase("重置双因素认证", "take a second factor away"),
            permission: Self.security
        ) { visit in
            let id: PersonID = try visit.code("person")
            let author = try visit.signedIn().person
            if try await access.awaitsConfirmation(id) {
                try await access.askReset(.secondFactor, of: id, by: author)
                return .redirect("/resets")
            }
            try await access.resetSecondFactor(of: id, by: .person(author))
            return .redirect("/people/\(id)")
        }
    }

    private var unlocking: Route {
        Route(
            .post, "/people/{person}/unlock", summary: Phrase("解除锁定", "open a login again"),
            permission: Self.security
        ) { visit in
            let id: PersonID = try visit.code("person")
            try await access.unlock(id, by: try visit.signedIn().person)
            return .redirect("/people/\(id)")
        }
    }

    private var ending: Route {
        Route(
            .post, "/people/{person}/end-sessions", summary: Phrase("结束会话", "end somebody's sessions"),
            permission: Self.security
        ) { visit in
            let id: PersonID = try visit.code("person")
            try await access.endSessions(of: id, by: try visit.signedIn().person)
            return .redirect("/people/\(id)")
        }
    }

    private var tokens: [Route] {
        Route.list(
            "/tokens", summary: Phrase("访问令牌", "bearer tokens"), permission: Self.security, place: nil,
            content: .personal
        ) { visit, _ in
            TokensPage(
                tokens: try await access.tokens(), people: try await access.people(), now: visit.now,
                regions: regions)
        }
    }

    private var newToken: Route {
        Route(
            .post, "/tokens", summary: Phrase("发放令牌", "make a token"), permission: Self.security,
            fields: TokensPage.newFields,
            onRefusal: { visit in
                .page(
                    TokensPage(
                        tokens: try await access.tokens(), people: try await access.people(), now: visit.now,
                        regions: regions, refused: visit.refused))
            },
            handler: { visit in
                let typed = visit.form["person"] ?? ""
                guard
                    let owner = try await access.people().first(where: { person in
                        person.id.text == typed || person.login.text == typed
                    })
                else { throw AccessRefusal.unknownPerson }
                let made = try await access.issueToken(
                    for: owner.id, label: visit.form["label"] ?? "", reach: .read,
                    narrowing: try narrowing(visit.form["narrowing"]), days: visit.form["days"].flatMap(Int.init) ?? 0,
                    by: .person(try visit.signedIn().person))
                return .page(NewTokenPage(token: made.token, owner: owner, secret: made.secret))
            })
    }

    private func narrowing(_ typed: String?) throws -> AccessToken.Narrowing {
        guard let typed else { return .none }
        if let region = RegionCode(typed), regions.all.contains(where: { $0.code == region }) { return .region(region) }
        guard let enterprise = EnterpriseID(typed) else { throw AccessRefusal.unknownNarrowing }
        return .enterprise(enterprise)
    }

    private var revocation: Route {
        Route(
            .post, "/tokens/revoke", summary: Phrase("注销令牌", "revoke a token"), permission: Self.security,
            fields: TokensPage.fields
        ) { visit in
            guard let token = TokenID(visit.form["token"] ?? "") else { throw AccessRefusal.unknownToken }
            try await access.revokeToken(token, by: try visit.signedIn().person)
            return .redirect("/tokens")
        }
    }
}
