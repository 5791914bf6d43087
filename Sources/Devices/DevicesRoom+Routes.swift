import Kernel
import Persistence
public import Web

extension DevicesRoom {
    /// The logger of an outlet, a conversation with it, and one address for each request.
    public var routes: [Route] {
        let readers = Permission.roles([.cityOfficer, .branchOfficer, .enterpriseManager])
        let reading = [
            Route.page(
                "/outlets/{outlet}/device", summary: Phrase("数采仪", "an outlet's data logger"),
                permission: readers,
                query: [
                    .filter("command", Phrase("要发的请求", "The request to be made"), among: RequestKind.self),
                    .place(
                        name: "after", CodeForm(like: "1795000000000-CV0001") { Self.place($0) != nil }),
                ]
            ) { visit in
                try await devicePage(visit, chosen: visit.query("command").flatMap { RequestKind(rawValue: $0) })
            },
            Route.page(
                "/outlets/{outlet}/device/conversations/{conversation}",
                summary: Phrase("与数采仪的一次对话", "a conversation with a data logger"), permission: readers
            ) { visit in
                try await conversationPage(visit)
            },
        ]
        return reading + registrationRoutes
            + RequestKind.allCases.filter { $0.trait.danger != .registration }.map(route)
    }

    /// How many conversations a page of the list shows, and how many gaps.
    private static let listLimit = 30

    private func route(of kind: RequestKind) -> Route {
        let askers = Set(Role.allCases.filter { CommandPermission.allows(kind, to: $0) })
        let route = Route(
            .post, "/outlets/{outlet}/device/\(kind.rawValue)", summary: kind.phrase, permission: .roles(askers),
            fields: CommandForm.fields(of: kind),
            onRefusal: { visit in
                // The administrator keeps passwords and keys, and sees nothing else of an outlet.
                if visit.actor?.role == .administrator { return .page(try await secretsPage(visit)) }
                return .page(try await devicePage(visit, chosen: kind))
            },
            handler: { visit in
                let outlet: OutletID = try visit.code("outlet")
                let actor = try visit.signedIn()
                let id = try await ask(kind, of: outlet, form: visit.form, by: actor, at: visit.now)
                if actor.role == .administrator { return .redirect("/outlets/\(outlet)/device/secrets") }
                return .redirect("/outlets/\(outlet)/device/conversations/\(id)")
            })
        return kind.secret.map { route.checkingAnswers(of: askers, asking: renewal(of: $0)) } ?? route
    }

    /// Says which device gets a new password or key, and what follows.
    private func renewal(of secret: DeviceSecret) -> Confirmation {
        let word = RegistrationWords.name(of: secret)
        return Confirmation(
            consequence: { _ in
                Phrase(
                    """
                    平台生成新的\(word.zh)并下发给这台数采仪；设备用上之前旧的仍有效。设备离线或拒绝时，须由运维单位现场处理，否则其后的报文会进入隔离区。
                    """,
                    """
                    The platform draws a new one (\(word.en)) and sends it to this logger; the old one counts until \
                    the device uses the new one. If it is off line or refuses, its maintainer has to see to it on \
                    site, or later frames are set aside.
                    """)
            },
            subject: { [directory, database] visit in
                let (outlet, scope): (OutletID, Scope) = (
                    try visit.code("outlet"), Self.sight(of: try visit.signedIn())
                )
                let station = try await database.read { try directory.station(of: outlet, scope: scope, in: $0) }
                guard let station else { throw Problem.notFound }
                return "\(station.enterpriseName) \(station.outletTitle) · MN \(station.device)"
            })
    }

    private func devicePage(_ visit: Visit, chosen: RequestKind?) async throws -> DevicePage {
        let outlet: OutletID = try visit.code("outlet")
        let actor = try visit.signedIn()
        let directory = directory
        let station = try await database.read { access in
            try directory.station(of: outlet, scope: actor.scope, in: access)
        }
        guard let station else { throw Problem.notFound }
        let line = await link.line(of: station.device)
        let (after, now) = (Self.place(visit.query("after")), visit.now)
        let (refused, limit) = (visit.refused, Self.listLimit)
        let mayAsk = chosen.map { CommandPermission.allows($0, to: actor.role) } ?? false
        return try await database.read { access in
            let found = try ConversationStore.page(
                outlet: outlet, scope: actor.scope, after: after, limit: limit + 1, in: access)
            let shown = Array(found.prefix(limit))
            let next = found.count > limit ? shown.last : nil
            return DevicePage(
                station: station, line: line, conversations: shown,
                next: next.map { "/outlets/\(outlet)/device?after=\($0.askedAt.milliseconds)-\($0.id)" },
                wishes: try WishStore.wishes(of: station.device, scope: actor.scope, in: access),
                gaps: try GapStore.newest(outlet: outlet, scope: actor.scope, limit: limit, in: access),
                askedToday: try ConversationStore.counts(of: station.device, on: now.civil.date, in: access),
                actor: actor, now: now, chosen: mayAsk ? chosen : nil, refused: refused)
        }
    }

    private func conversationPage(_ visit: Visit) async throws -> ConversationPage {
        let outlet: OutletID = try visit.code("outlet")
        let id: ConversationID = try visit.code("conversation")
        let actor = try visit.signedIn()
        let directory = directory
        let page = try await database.read { access -> ConversationPage? in
            guard let station = try directory.station(of: outlet, scope: actor.scope, in: access),
                let record = try ConversationStore.record(id, scope: actor.scope, in: access),
                record.outlet == outlet
            else { return nil }
            return ConversationPage(
                station: station, record: record, exchanges: try ExchangeStore.exchanges(of: id, in: access),
                actor: actor)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    /// Reads `MILLISECONDS-CONVERSATION`; anything else starts from the newest.
    private static func place(_ text: String?) -> ConversationStore.Place? {
        guard let text, let dash = text.firstIndex(of: "-"), let milliseconds = Int64(text[..<dash]),
            let id = ConversationID(String(text[text.index(after: dash)...]))
        else { return nil }
        return ConversationStore.Place(askedAt: Instant(milliseconds: milliseconds), id: id)
    }
}
