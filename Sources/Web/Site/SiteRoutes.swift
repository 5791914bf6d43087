import Access
import Kernel

/// The site's own addresses: the first page, signing in and out, people, and what operators ask for.
struct SiteRoutes {
    let access: AccessRoom
    let metrics: MetricsRegistry
    /// Where the day of a liaison begins; nil for the first page of all liaisons.
    let liaisonHome: @Sendable (PersonID) async throws -> String?
    let demonstration: Demonstration?

    var all: [Route] {
        [home, signInForm, signIn, signOut, health, figures] + (demonstration.map(demonstrationRoutes) ?? [])
    }

    private var home: Route {
        Route(.get, "/", summary: Phrase("首页", "first page"), permission: .everyone, answer: .location) { visit in
            // Whoever owes something is nobody yet, but known: they are sent to where it is given.
            if let owed = visit.owed { return .redirect(owed.path) }
            return .redirect(try await home(of: visit.actor))
        }
    }

    private func home(of actor: Actor?) async throws -> String {
        if let actor, actor.role == .liaison, let own = try await liaisonHome(actor.person) { return own }
        return Home.path(of: actor, isDemonstration: demonstration != nil)
    }

    private var signInForm: Route {
        let unsent = FormField(
            name: "unsent", label: Phrase("未提交的表单", "a form that was not taken"), kind: .flag, required: false)
        return Route(
            .get, "/sign-in", summary: Phrase("登录页", "sign-in page"), permission: .everyone, query: [unsent],
            content: .oneOf([JSONForm(of: SignInPage.Content.self), .location])
        ) { visit in
            if let actor = visit.actor {
                if let next = visit.next { return .redirect(next) }
                return .redirect(try await home(of: actor))
            }
            return .page(
                SignInPage(
                    next: visit.next, isUnsent: visit.query("unsent") == "true", refused: nil,
                    isDemonstration: demonstration != nil))
        }
    }

    private var signIn: Route {
        Route(
            .post, "/sign-in", summary: Phrase("登录", "sign in"), permission: .everyone, fields: SignInPage.fields,
            onRefusal: { visit in
                .page(SignInPage(next: visit.next, refused: visit.refused, isDemonstration: demonstration != nil))
            },
            handler: { visit in
                let session = try await access.signIn(
                    login: visit.form["login"] ?? "", password: visit.form["password"] ?? "", from: visit.origin)
                return try await enter(session, from: visit)
            })
    }

    private var signOut: Route {
        Route(
            .post, "/sign-out", summary: Phrase("退出", "sign out"), permission: .signedIn,
            takesWhileOwed: Set(Visitor.Owed.allCases)
        ) { visit in
            if let token = visit.sessionToken { try await access.signOut(token: token) }
            return .signedOut(location: Home.path(of: nil, isDemonstration: demonstration != nil))
        }
    }

    private var health: Route {
        Route(
            .get, "/healthz", summary: Phrase("运行状态", "health"), permission: .everyone, answer: .json,
            content: JSONForm.object([JSONForm.Member("status", .text())])
        ) { _ in
            let isWell = await access.isAnswering()
            return .json(["status": isWell ? "ok" : "the database does not answer"], status: isWell ? 200 : 503)
        }
    }

    private var figures: Route {
        let type = "text/plain; version=0.0.4; charset=utf-8"
        return Route(
            .get, "/metrics", summary: Phrase("运行指标", "figures for the operator"), permission: .everyone,
            answer: .text(type)
        ) { _ in
            .text(await metrics.text(), contentType: type)
        }
    }

    private func demonstrationRoutes(_ demonstration: Demonstration) -> [Route] {
        let person = FormField(
            name: "person", label: Phrase("人员", "Person"), kind: .text(max: 32), required: true)
        return [
            Route.page(
                "/demo", summary: Phrase("演示：选择身份", "demonstration: become somebody"), permission: .everyone
            ) { _ in
                var seats: [DemonstrationPage.Seat] = []
                for person in try await access.people() where person.standing == .active {
                    seats.append(.init(person: person, place: try await demonstration.placeName(person)))
                }
                return DemonstrationPage(
                    seats: seats, stops: demonstration.stops, doors: demonstration.doors,
                    sendLine: demonstration.sendLine())
            },
            Route(
                .post, "/demo/become", summary: Phrase("演示：成为此人", "demonstration: be this person"),
                permission: .everyone, fields: [person]
            ) { visit in
                guard let id = PersonID(visit.form["person"] ?? "") else { throw Problem.nobody }
                do {
                    return try await enter(
                        access.openSession(for: id, way: .demonstration, from: visit.origin), from: visit)
                } catch is AccessRoom.UnknownPerson {
                    throw Problem.nobody
                }
            },
        ]
    }

    /// Takes a new session up in the old one's place.
    private func enter(_ session: OpenedSession, from visit: Visit) async throws -> Reply {
        if let old = visit.sessionToken { try await access.signOut(token: old) }
        let home = try await home(of: session.actor)
        return .signedIn(session, location: session.owed?.path(before: visit.next) ?? visit.next ?? home)
    }
}

extension Problem {
    fileprivate static let nobody = Problem(
        status: 422, rule: "WEB-DEMO-PERSON", field: "person",
        what: Phrase("没有这个人员", "there is no such person"),
        remedy: Phrase("请从演示页面选择", "choose one on the demonstration's page"))
}
