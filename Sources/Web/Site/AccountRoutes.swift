import Access
import Kernel

/// One's own account: password, second factor, sessions, tokens. Only for people who are signed in by a session.
struct AccountRoutes {
    let access: AccessRoom

    var all: [Route] {
        [
            welcome, account, preferences, passwordForm, password, factorForm, factor, codeForm, code, endSession,
        ] + endOthers.asking(othersEnded) + revocation.asking(tokenLost)
    }

    private var othersEnded: Confirmation {
        Confirmation(
            consequence: Phrase(
                "除本会话外，您的全部会话立即结束，其中未提交的内容丢失。",
                "All your sessions but this one end at once; what was not sent in them is lost."),
            subject: { try $0.signedIn().name }, back: { _ in "/account" })
    }

    private var tokenLost: Confirmation {
        Confirmation(
            consequence: TokensPage.revoked,
            subject: { [access] visit in
                let own = try await access.tokens(of: try visit.signedIn().person)
                guard let token = own.first(where: { $0.id.text == visit.query("token") }) else {
                    throw Problem.notFound
                }
                return "\(token.id) \(token.label)"
            }, back: { _ in "/account" })
    }

    private var account: Route {
        Route.page("/account", summary: Phrase("我的账号", "my account"), permission: .ownSession) { visit in
            let person = try await person(of: visit)
            let organisation = try await access.organisations().first { $0.id == person.organisation }
            return AccountPage(
                person: person, organisation: organisation,
                factor: try await access.secondFactor(of: person.id),
                sessions: try await access.sessions(of: person.id),
                ownSession: visit.sessionToken.map(access.reference(ofSession:)),
                tokens: try await access.tokens(of: person.id),
                handOvers: try await access.handOvers(to: person.id),
                resets: try await access.resets().filter { $0.person == person.id },
                preferences: try await access.preferences(of: person.id), typeSize: visit.typeSize, now: visit.now)
        }
    }

    private var preferences: Route {
        Route(
            .post, "/account/preferences", summary: Phrase("保存语言和字号", "keep one's language and type"),
            permission: .ownSession, fields: AccountPage.preferenceFields
        ) { visit in
            guard let language = visit.form["language"].flatMap(Language.init),
                let size = visit.form["size"].flatMap(TypeSize.init)
            else { throw Problem.notFound }
            try await access.setPreferences(
                Preferences(language: language, hasLargeType: size == .large), of: try visit.signedIn().person)
            // By the address it counts in this browser from now on, which remembers a choice of its own.
            return .redirect("/account?lang=\(language.rawValue)&type=\(size.rawValue)")
        }
    }

    private var welcome: Route {
        Route.page("/start", summary: Phrase("联络员首页", "a liaison's first page"), permission: .roles([.liaison])) {
            visit in
            let actor = try visit.signedIn()
            let place = try await access.person(actor.person)?.organisation
            return WelcomePage(
                name: actor.name, organisation: try await access.organisations().first { $0.id == place },
                home: visit.home)
        }
    }

    private var passwordForm: Route {
        Route.page(
            "/account/password", summary: Phrase("修改密码", "change one's password"), permission: .ownSession,
            takesWhileOwed: [.password]
        ) { visit in PasswordPage(isOwed: visit.owed == .password, refused: nil) }
    }

    private var password: Route {
        Route(
            .post, "/account/password", summary: Phrase("修改密码", "change one's password"), permission: .ownSession,
            fields: PasswordPage.fields, takesWhileOwed: [.password],
            onRefusal: { visit in .page(PasswordPage(isOwed: visit.owed == .password, refused: visit.refused)) },
            handler: { visit in
                let new = visit.form["fresh"] ?? ""
                guard new == visit.form["again"] else { throw AccessRefusal.passwordsDiffer }
                try await access.changePassword(
                    of: try visit.signedIn().person, from: visit.form["present"] ?? "", to: new,
                    token: visit.sessionToken)
                return .redirect("/account")
            })
    }

    private var factorForm: Route {
        Route.page(
            "/account/second-factor", summary: Phrase("双因素认证", "one's second factor"),
            permission: .ownSession, takesWhileOwed: [.secondFactor]
        ) { visit in try await factorPage(visit) }
    }

    private var factor: Route {
        Route(
            .post, "/account/second-factor", summary: Phrase("启用双因素认证", "enrol a second factor"),
            permission: .ownSession, fields: SecondFactorPage.fields, takesWhileOwed: [.secondFactor],
            onRefusal: { visit in .page(try await factorPage(visit)) },
            handler: { visit in
                let person = try visit.signedIn().person
                let codes = try await access.confirmEnrolment(
                    of: person, code: visit.form["code"] ?? "", token: visit.sessionToken)
                return .page(RecoveryCodesPage(codes: codes))
            })
    }

    private var codeForm: Route {
        Route(
            .get, "/sign-in/code", summary: Phrase("输入动态验证码", "give the code of one's second factor"),
            permission: .ownSession, content: .oneOf([JSONForm(of: SignInCodePage.Content.self), .location]),
            takesWhileOwed: [.code]
        ) { visit in
            guard visit.owed == .code else { return .redirect(visit.next ?? "/") }
            return .page(SignInCodePage(next: visit.next, refused: nil))
        }
    }

    private var code: Route {
        Route(
            .post, "/sign-in/code", summary: Phrase("输入动态验证码", "give the code of one's second factor"),
            permission: .ownSession, fields: SignInCodePage.fields, takesWhileOwed: [.code],
            onRefusal: { visit in .page(SignInCodePage(next: visit.next, refused: visit.refused)) },
            handler: { visit in
                let session = try await access.showSecondFactor(
                    visit.form["code"] ?? "", token: visit.sessionToken ?? "", from: visit.origin)
                let home = Home.path(of: session.actor, isDemonstration: false)
                return .signedIn(session, location: session.owed?.path ?? visit.next ?? home)
            })
    }

    private var endSession: Route {
        Route(
            .post, "/account/sessions/end", summary: Phrase("结束一个会话", "end one of one's sessions"),
            permission: .ownSession, fields: AccountPage.sessionFields
        ) { visit in
            let person = try visit.signedIn().person
            try await access.endSession(visit.form["session"] ?? "", of: person, by: person)
            return .redirect("/account")
        }
    }

    private var endOthers: Route {
        Route(
            .post, "/account/sessions/end-others", summary: Phrase("结束其他会话", "end all other sessions of one's own"),
            permission: .ownSession
        ) { visit in
            let person = try visit.signedIn().person
            try await access.endSessions(of: person, but: visit.sessionToken, by: person)
            return .redirect("/account")
        }
    }

    private var revocation: Route {
        Route(
            .post, "/account/tokens/revoke", summary: Phrase("注销自己的令牌", "revoke a token of one's own"),
            permission: .ownSession, fields: TokensPage.fields
        ) { visit in
            let person = try visit.signedIn().person
            guard let token = TokenID(visit.form["token"] ?? "") else { throw AccessRefusal.unknownToken }
            try await access.revokeToken(token, ownedBy: person, by: person)
            return .redirect("/account")
        }
    }

    private func person(of visit: Visit) async throws -> Person {
        guard let person = try await access.person(try visit.signedIn().person) else {
            throw AccessRefusal.unknownPerson
        }
        return person
    }

    private func factorPage(_ visit: Visit) async throws -> SecondFactorPage {
        let person = try visit.signedIn().person
        let standing = try await access.secondFactor(of: person)
        let enrolment = standing.since == nil ? try await access.enrolment(of: person) : nil
        return SecondFactorPage(
            standing: standing, enrolment: enrolment, isOwed: visit.owed == .secondFactor, refused: visit.refused)
    }
}
