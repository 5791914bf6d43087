import Facts
public import Kernel
public import Persistence
public import Web

/// How an enterprise stands, told to those who may rely on it: a search, a numbered sheet, and a page on which anybody
/// checks such a number. Each sheet is a fact of the enterprise's timeline.
public struct StandingSite: Sendable {
    let room: RegistryRoom
    let database: any Database
    let sources: any StandingSources
    let entropy: any EntropySource

    /// The pages over a register.
    public init(
        room: RegistryRoom, database: any Database, sources: any StandingSources, entropy: any EntropySource
    ) {
        self.room = room
        self.database = database
        self.sources = sources
        self.entropy = entropy
    }

    /// How many enterprises a search shows: whoever asks knows whom; nobody reads the register through here.
    static let hitsMax = 10
    /// How many of the organisation's own sheets the page shows.
    static let ownMax = 20
    /// How long a search is at least, in scalars: one Chinese character finds half the city.
    static let wordsMin = 2

    /// All of them.
    public var routes: [Route] {
        let askers = Permission.roles([.liaison])
        return [
            Route.page(
                "/standing", summary: Phrase("企业信息查询", "ask how an enterprise stands"), permission: askers,
                query: [.filter("q", Phrase("名称、信用代码或排放口编号", "Name, credit code or outlet code"), .text(max: 80))]
            ) { visit in try await searchPage(visit) },
            Route(
                .post, "/standing", summary: Phrase("出具企业信息查询单", "Take a standing sheet"),
                permission: askers, fields: StandingPage.fields,
                onRefusal: { visit in .page(try await searchPage(visit)) },
                handler: { visit in try await tell(visit) }),
            Route.page(
                "/standing/{sheet}", summary: Phrase("企业信息查询单", "a standing sheet"),
                permission: .roles([.liaison, .cityOfficer, .branchOfficer, .enterpriseManager])
            ) { visit in try await sheetPage(visit) },
            Route.page(
                "/public/sheets", summary: Phrase("查询单验证", "check the number of a standing sheet"),
                permission: .everyone,
                query: [
                    .filter(
                        "number", Phrase("查询单编号", "Number of the sheet"),
                        .of(SheetNumber.self, like: "CX20261128-0A1B2C3D4E"))
                ]
            ) { visit in try await checkPage(visit) },
        ]
    }

    private func searchPage(_ visit: Visit) async throws -> StandingPage {
        let (actor, text) = (try visit.signedIn(), visit.query("q"))
        let (room, sources, refused) = (room, sources, visit.refused)
        return try await database.read { access in
            guard let asker = try sources.asker(actor.person, in: access) else { throw StandingRefusal.noBank }
            let isLong = text.map { $0.unicodeScalars.count >= Self.wordsMin } ?? false
            let hits =
                try text.map {
                    isLong ? try room.firms(matching: $0, limit: Self.hitsMax + 1, for: asker, in: access) : []
                }
            return StandingPage(
                asker: asker, text: text, hits: hits.map { Array($0.prefix(Self.hitsMax)) } ?? [],
                isShort: text != nil && !isLong, hasMore: (hits?.count ?? 0) > Self.hitsMax,
                own: try room.sheets(of: asker, limit: Self.ownMax, in: access), words: RegisterWords(room: room),
                refusal: refused?.problems.first)
        }
    }

    private func tell(_ visit: Visit) async throws -> Reply {
        let actor = try visit.signedIn()
        guard let enterprise = visit.form["enterprise"].flatMap({ EnterpriseID($0) }),
            let purpose = visit.form["purpose"].flatMap({ StandingPurpose(rawValue: $0) })
        else { throw StandingRefusal.unknownEnterprise }
        let number = try await tell(of: enterprise, to: actor.person, for: purpose, at: visit.now)
        return .redirect("/standing/\(number)")
    }

    /// Hands a sheet about an enterprise out to somebody who may ask. Refuses whoever may not.
    @discardableResult
    public func tell(
        of enterprise: EnterpriseID, to person: PersonID, for purpose: StandingPurpose, at now: Instant
    ) async throws -> SheetNumber {
        let (room, sources) = (room, sources)
        let number = SheetNumber(day: now.civil.date, random: entropy.bytes(SheetNumber.randomBytes))
        try await database.write { access in
            guard let asker = try sources.asker(person, in: access) else { throw StandingRefusal.noBank }
            try room.tell(
                of: enterprise, to: asker, for: purpose, as: number, by: .person(person), sources: sources, at: now,
                in: access)
        }
        return number
    }

    private func sheetPage(_ visit: Visit) async throws -> StandingSheetPage {
        let number: SheetNumber = try visit.code("sheet")
        let actor = try visit.signedIn()
        let (room, sources) = (room, sources)
        let page = try await database.read { access -> StandingSheetPage? in
            let asker = try sources.asker(actor.person, in: access)
            guard let said = try SheetStore.sheet(number, for: asker?.organisation, scope: actor.scope, in: access)
            else { return nil }
            return StandingSheetPage(
                sheet: try said.sheet, sha256: Digest256(of: said.bytes),
                said: String(decoding: said.bytes, as: UTF8.self),
                sequence: said.sequence, words: RegisterWords(room: room), isAsker: actor.role == .liaison,
                siteAddress: visit.siteAddress)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    private func checkPage(_ visit: Visit) async throws -> SheetCheckPage {
        let number = visit.query("number").flatMap { SheetNumber($0) }
        let (room, sources, now) = (room, sources, visit.now)
        return try await database.read { access in
            guard let number else { return SheetCheckPage(number: nil, found: nil, now: now) }
            guard let said = try SheetStore.toCompare(number, in: access) else {
                return SheetCheckPage(number: number, found: nil, now: now)
            }
            let then = try said.sheet
            let today = try room.sheet(like: then, sources: sources, at: now, in: access)
            return SheetCheckPage(
                number: number,
                found: SheetCheckPage.Found(
                    sheet: then, sha256: Digest256(of: said.bytes),
                    isJournalled: try room.isJournalled(said, in: access),
                    differences: today.map { then.differences(from: $0) }),
                now: now)
        }
    }
}

extension SheetStore.Said {
    /// What it said.
    var sheet: StandingSheet {
        get throws { try CanonicalJSON.value(StandingSheet.self, from: bytes) }
    }
}
