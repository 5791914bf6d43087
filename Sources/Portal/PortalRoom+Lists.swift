import Facts
import Kernel
import Persistence
import Web

extension PortalRoom {
    /// How the address of a list or of the desk says a region.
    static let regionFilter = FormField.filter("region", Phrase("属地", "Region"), .region)

    /// The lists: outlets, and what anybody may see of them.
    func listRoutes(readers: Permission) -> [Route] {
        Route.list(
            "/outlets", summary: Phrase("排放口列表", "the list of outlets"), permission: readers,
            query: [Self.regionFilter] + OutletListPage.query, place: "after", .outlet, isShared: true, page: outlets)
            // Anybody may ask for it and each outlet costs lookups: its files come in parts too.
            + Route.list(
                "/public/outlets", summary: Phrase("污染源自动监测信息公开", "monitored sources, for anybody"),
                permission: .everyone, query: [Self.regionFilter] + PublicOutletsPage.query, place: "after", .outlet,
                lines: Self.publicMax,
                filesHold: Self.publicFileMax, page: publicOutlets)
            + Route.list(
                "/todo", summary: Phrase("待办", "the to-do list"), permission: readers,
                query: [Self.regionFilter] + TodoFilter.query, place: "after",
                CodeForm(like: "mine-1795000000000-D0001") { TodoPage.Place($0) != nil }, lines: Self.todoMax,
                isShared: true, page: todo)
            + Route.list(
                "/enterprises/{enterprise}/timeline",
                summary: Phrase("企业大事记", "everything the journal tells of an enterprise"), permission: readers,
                query: [.filter("room", Phrase("类别", "Room"), .choice(TimelineWords.rooms.map(\.code)))],
                place: "before", .sequence, lines: Self.timelineMax, page: timeline)
    }

    /// How many outlets a part of the public list holds, on its page and in its files.
    private static let (publicMax, publicFileMax) = (30, 100)
    /// How many outlets a part of the public list looks through for those that stand as wanted.
    private static let publicReadMax = 200
    /// How many duties a part of the to-do list holds, and how many facts one of a timeline.
    private static let (todoMax, timelineMax) = (100, 60)

    /// How an outlet stands is known only when its means were read: a part of the list reads so many outlets at most,
    /// and may show fewer, or none, and still go on.
    private func publicOutlets(_ visit: Visit, rowsMax: Int) async throws -> PublicOutletsPage {
        let (sources, now) = (sources, visit.now)
        let region = visit.query("region").flatMap { RegionCode($0) }
        let after = visit.query("after").flatMap { OutletID($0) }
        let text = visit.query("text")
        let standing = visit.query("standing").flatMap { PublicStanding(rawValue: $0) }
        let readMax = standing == nil ? rowsMax : max(rowsMax, Self.publicReadMax)
        let found = try await database.read { access in
            try sources.publicOutlets(of: region, named: text, after: after, limit: readMax + 1, in: access)
        }
        let read = found.prefix(readMax)
        let wanted = read.filter { standing?.holds($0, at: now) ?? true }
        let shown = Array(wanted.prefix(rowsMax))
        let last = wanted.count > shown.count ? shown.last : found.count > read.count ? read.last : nil
        return PublicOutletsPage(
            outlets: shown, regions: sources.regions, region: region, text: text, standing: standing,
            next: last.map { visit.address(with: "after", $0.outlet.text) }, now: now)
    }

    private func outlets(_ visit: Visit, rowsMax: Int) async throws -> OutletListPage {
        let part = try await outletPart(visit, rowsMax: rowsMax)
        let (sources, whole) = (sources, try visit.signedIn().scope)
        let (parks, factors) = try await database.read { access in
            (try sources.parks(scope: whole, in: access), try sources.limitedFactors(in: access))
        }
        let filters = ([Self.regionFilter] + OutletListPage.query).map(\.name)
        let chosen = filters.compactMap { name in
            visit.query(name).map { "\(name)=\(PercentCoding.encode($0))" }
        }
        return OutletListPage(
            outlets: part.shown, cases: part.cases, regions: sources.regions(in: whole),
            region: visit.query("region").flatMap { RegionCode($0) }, choice: OutletListPage.choice(visit),
            parks: parks, factors: factors,
            geoHref: "/outlets.geojson" + (chosen.isEmpty ? "" : "?" + chosen.joined(separator: "&")), next: part.next,
            now: visit.now)
    }

    /// The outlets of a visit's filters, from its place on: for the list and for map programs alike.
    struct OutletPart {
        let shown: [OutletTile]
        /// The gravest open case of each outlet in sight.
        let cases: [OutletID: OpenCase]
        let next: String?
    }

    func outletPart(_ visit: Visit, rowsMax: Int) async throws -> OutletPart {
        let region = visit.query("region").flatMap { RegionCode($0) }
        let scope = try visit.signedIn().scope.narrowed(to: region)
        let after = visit.query("after").flatMap { OutletID($0) }
        let (sources, overviews, now, choice) = (sources, overviews, visit.now, OutletListPage.choice(visit))
        return try await database.read { access in
            let overview = try overviews.overview(scope: scope, sources: sources, now: now, in: access)
            let open = overview.cases
            let cases = Dictionary(
                open.map { ($0.outlet, $0) }, uniquingKeysWith: { $0.level < $1.level ? $1 : $0 })
            let found = try Self.outlets(
                sources, scope, choice, known: overview.tiles, after: after, atLeast: rowsMax + 1, access
            ) { tile in
                choice.standing.map { standing in
                    switch standing {
                    case .reporting: DeskFigures.isReporting(tile, now: now)
                    case .silent: !DeskFigures.isReporting(tile, now: now)
                    case .cases: cases[tile.outlet] != nil
                    }
                } ?? true
            }
            let shown = Array(found.prefix(rowsMax))
            let last = found.count > shown.count ? shown.last : nil
            return OutletPart(
                shown: shown, cases: cases, next: last.map { visit.address(with: "after", $0.outlet.text) })
        }
    }

    /// What is mine comes first; behind it what is late with others.
    private func todo(_ visit: Visit, rowsMax: Int) async throws -> TodoPage {
        let actor = try visit.signedIn()
        let place = visit.query("after").flatMap { TodoPage.Place($0) }
        let (sources, now) = (sources, visit.now)
        let filter = TodoFilter(visit)
        let scope = actor.scope.narrowed(to: filter.region)
        return try await database.read { access in
            var mine: [Duty] = []
            if place?.part != .others {
                mine = try DutyBook.open(
                    scope: scope, role: actor.role, filter.choice(at: now), behind: place?.duty, limit: rowsMax + 1,
                    in: access)
            }
            // One row more than is shown tells whether the list goes on, be it with the other part.
            let room = rowsMax + 1 - mine.count
            let others =
                actor.role == .enterpriseManager || room <= 0 || filter.clock == .running
                ? []
                : try DutyBook.overdue(
                    at: now, besides: actor.role, scope: scope, room: filter.room?.dutyRoom,
                    behind: place?.part == .others ? place?.duty : nil, limit: room, in: access)
            let goesOn = mine.count + others.count > rowsMax
            let shownMine = Array(mine.prefix(rowsMax))
            let shownOthers = Array(others.prefix(rowsMax - shownMine.count))
            let last =
                shownOthers.last.map { TodoPage.Place(part: .others, duty: DutyBook.Place($0)) }
                ?? shownMine.last.map { TodoPage.Place(part: .mine, duty: DutyBook.Place($0)) }
            return TodoPage(
                mine: try Self.lines(shownMine, sources, actor.scope, access),
                overdueElsewhere: try Self.lines(shownOthers, sources, actor.scope, access),
                overdue: try DutyBook.overdueCount(
                    at: now, role: actor.role == .enterpriseManager ? actor.role : nil, room: "supervision",
                    scope: actor.scope,
                    in: access), isOfficer: actor.role != .enterpriseManager,
                filter: filter, regions: sources.regions(in: actor.scope), isFirst: place == nil,
                next: goesOn ? last.map { visit.address(with: "after", $0.text) } : nil, now: now,
                calendar: sources.calendar)
        }
    }

    private func timeline(_ visit: Visit, rowsMax: Int) async throws -> TimelinePage {
        let id: EnterpriseID = try visit.code("enterprise")
        let actor = try visit.signedIn()
        let room = visit.query("room").flatMap { code in TimelineWords.rooms.first { $0.code == code }?.code }
        let before = visit.query("before").flatMap { Int64($0) }
        let sources = sources
        let page = try await database.read { access -> TimelinePage? in
            guard let card = try sources.enterprise(id, scope: actor.scope, in: access) else { return nil }
            let found = try Journal.timeline(
                of: id, scope: actor.scope, before: before, beginning: room.map { $0 + "." },
                without: TimelineWords.hidden(from: actor.role), limit: rowsMax + 1, in: access)
            let shown = Array(found.prefix(rowsMax))
            let sentences = FeedSentences(sources: sources, scope: actor.scope, access: access)
            return TimelinePage(
                enterprise: card, room: room, items: try shown.map { try sentences.itemOrKind($0) },
                kinds: Dictionary(uniqueKeysWithValues: shown.map { ($0.sequence, $0.kind) }),
                authors: Dictionary(uniqueKeysWithValues: shown.map { ($0.sequence, $0.author.text) }),
                next: found.count > shown.count
                    ? shown.last.map { visit.address(with: "before", String($0.sequence)) } : nil)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    /// Reads on, part by part, until enough outlets stand as wanted: how one stands is known only of what was read.
    private static func outlets(
        _ sources: any PortalSources, _ scope: Scope, _ choice: OutletChoice, known: [OutletID: OutletTile],
        after: OutletID?, atLeast count: Int, _ access: any ReadAccess, where isWanted: (OutletTile) -> Bool
    ) throws -> [OutletTile] {
        var (found, place): ([OutletTile], OutletID?) = ([], after)
        while found.count < count {
            let part = try sources.outlets(
                scope: scope, choice, known: known, after: place, limit: count, in: access)
            found += part.filter(isWanted)
            guard part.count == count, let last = part.last else { break }
            place = last.outlet
        }
        return found
    }
}
