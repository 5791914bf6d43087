import Facts
public import Kernel
public import Persistence
public import Web

/// Telling other departments' programs of facts (webhooks): who subscribed, what is on its way, what was taken.
public struct NoticesRoom: Sendable {
    let database: any Database
    let desk: NoticeDesk
    let sender: any NoticeSender
    let regions: [(code: RegionCode, name: Phrase)]
    let clock: any WallClock

    /// A room over this database. Subscriptions' secrets are sealed in the box.
    public init(
        database: any Database, journal: Journal, sender: any NoticeSender, secrets: SecretBox,
        regions: [(code: RegionCode, name: Phrase)], clock: any WallClock, entropy: any EntropySource
    ) {
        self.database = database
        self.sender = sender
        self.regions = regions
        self.clock = clock
        desk = NoticeDesk(journal: journal, secrets: secrets, entropy: entropy)
    }

    /// The room's tables.
    public static let schema = Schema(
        tables: [
            TableDeclaration("notices_subscription", .register), TableDeclaration("notices_notice", .ephemeral),
        ], migrations: [.notices0001CreateSubscriptions])

    /// What this room does when others publish facts.
    public var subscriber: any JournalSubscriber { NoticeSubscriber() }

    /// Sends what waits.
    public var watch: NoticeWatch {
        NoticeWatch(database: database, sender: sender, secrets: desk.secrets, clock: clock)
    }

    /// How many notices wait to be taken, and how many were given up, in all subscriptions together.
    public static func backlog(in access: any ReadAccess) throws -> (waiting: Int, givenUp: Int) {
        let standings = try NoticeStore.standings(access).values
        return (standings.reduce(0) { $0 + $1.waiting }, standings.reduce(0) { $0 + $1.givenUp })
    }

    /// What `jianhu verify` examines.
    public static var checks: any SelfChecking { NoticeChecks() }

    private static let administrators = Permission.roles([.administrator])

    /// The administrator's pages.
    public var routes: [Route] {
        // A city has few subscribers: the list comes whole.
        let list = Route.list(
            "/notices", summary: Phrase("数据推送", "notices to other programs"), permission: Self.administrators,
            place: nil
        ) { visit, _ in try await page(visit) }
        return list + [
            Route(
                .post, "/notices", summary: Phrase("新增推送", "subscribe a program"),
                permission: Self.administrators, fields: NoticesPage.fields(regions), answer: .page,
                onRefusal: { visit in .page(try await page(visit)) },
                handler: { visit in .page(try await subscribe(visit)) }),
            Route(
                .post, "/notices/{subscription}/end", summary: Phrase("停止推送", "end a subscription"),
                permission: Self.administrators, fields: NoticesPage.endingFields,
                onRefusal: { visit in .page(try await page(visit)) },
                handler: { visit in
                    let author = FactAuthor.person(try visit.signedIn().person)
                    let (desk, now, reason) = (desk, visit.now, visit.form["reason"] ?? "")
                    let id: SubscriptionID = try visit.code("subscription")
                    try await database.write { access in
                        try desk.end(id, because: reason, by: author, at: now, in: access)
                    }
                    return .redirect("/notices")
                }),
            Route(
                .post, "/notices/{subscription}/retry", summary: Phrase("重新推送", "send again what was given up"),
                permission: Self.administrators
            ) { visit in
                let (id, now): (SubscriptionID, Instant) = (try visit.code("subscription"), visit.now)
                try await database.write { access in _ = try NoticeStore.retry(id, at: now, in: access) }
                return .redirect("/notices")
            },
        ]
    }

    private func subscribe(_ visit: Visit) async throws -> NoticesPage {
        let author = FactAuthor.person(try visit.signedIn().person)
        let (desk, now, form) = (desk, visit.now, visit.form)
        let kinds = OfferedKind.all.map(\.kind).filter { form[$0] == "true" }
        let region = form["region"].flatMap { RegionCode($0) }
        if let region, !regions.contains(where: { $0.code == region }) { throw NoticeRefusal.unknownRegion }
        let made = try await database.write { access in
            try desk.subscribe(
                name: form["name"] ?? "", address: form["address"] ?? "", kinds: kinds, region: region, by: author,
                at: now, in: access)
        }
        return try await page(visit, made: made)
    }

    private func page(
        _ visit: Visit, made: (id: SubscriptionID, secret: String)? = nil
    ) async throws -> NoticesPage {
        let (subscriptions, standings) = try await database.read { access in
            (try NoticeStore.subscriptions(access), try NoticeStore.standings(access))
        }
        return NoticesPage(
            subscriptions: subscriptions, standings: standings, regions: regions, made: made, refused: visit.refused)
    }
}
