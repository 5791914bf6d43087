import Facts
public import Kernel
public import Persistence
public import Web

/// The desk, the to-do list, the enterprise's file: pages over other rooms' facts, asked for through ports.
public struct PortalRoom: Sendable {
    let database: any Database
    let sources: any PortalSources
    private let clock: any WallClock
    private let map: SchematicMap
    let overviews = OverviewMemory()

    /// A portal over these sources.
    public init(database: any Database, sources: any PortalSources, map: SchematicMap, clock: any WallClock) {
        self.database = database
        self.sources = sources
        self.map = map
        self.clock = clock
    }

    /// Desk, its events, to-do list, enterprises.
    public var routes: [Route] {
        let officers = Permission.roles([.cityOfficer, .branchOfficer])
        let readers = Permission.roles([.cityOfficer, .branchOfficer, .enterpriseManager])
        return [
            Route.page(
                "/desk", summary: Phrase("实时值守", "the live desk"), permission: officers,
                query: [Self.regionFilter]
            ) { visit in
                try await desk(visit)
            }.shared,
            Route(
                .get, "/desk/events", summary: Phrase("实时值守动态", "the live desk's events"), permission: officers,
                query: [.filter("after", Phrase("日志位置", "Place in the journal"), .sequence)], answer: .events
            ) { visit in
                .events(try await events(visit))
            },
            Route.page(
                "/enterprises/{enterprise}", summary: Phrase("一企一档", "an enterprise's file"), permission: readers
            ) { visit in
                try await enterprise(visit)
            }.shared,
        ] + listRoutes(readers: readers) + geoRoutes(readers: readers)
    }

    /// The main navigation.
    public static let navigation = [
        NavigationItem(path: "/desk", label: Phrase("实时值守", "Live desk"), roles: [.cityOfficer, .branchOfficer]),
        NavigationItem(
            path: "/todo", label: Phrase("待办", "To do"), roles: [.cityOfficer, .branchOfficer, .enterpriseManager]),
        NavigationItem(
            path: "/cases", label: Phrase("案件", "Cases"), roles: [.cityOfficer, .branchOfficer, .enterpriseManager]),
        NavigationItem(
            path: "/cases/statistics", label: Phrase("闭环统计", "Statistics"), roles: [.cityOfficer, .branchOfficer]),
        NavigationItem(
            path: "/enterprises", label: Phrase("企业", "Enterprises"), roles: [.cityOfficer, .branchOfficer]),
        NavigationItem(path: "/outlets", label: Phrase("排放口", "Outlets"), roles: [.cityOfficer, .branchOfficer]),
        NavigationItem(path: "/", label: Phrase("本企业", "My enterprise"), roles: [.enterpriseManager]),
        NavigationItem(
            path: "/devices", label: Phrase("设备健康", "Device health"), roles: [.cityOfficer, .branchOfficer]),
        NavigationItem(
            path: "/states", label: Phrase("监测状态", "Monitoring status"),
            roles: [.cityOfficer, .branchOfficer, .enterpriseManager]),
        NavigationItem(
            path: "/suspicions", label: Phrase("造假嫌疑", "Suspicions"), roles: [.cityOfficer, .branchOfficer]),
        NavigationItem(
            path: "/quarantine", label: Phrase("隔离区", "Quarantine"),
            roles: [.administrator, .cityOfficer, .branchOfficer]),
        NavigationItem(
            path: "/registrations", label: Phrase("设备注册", "Registrations"), roles: [.cityOfficer, .administrator]),
        NavigationItem(
            path: "/factors/unmapped", label: Phrase("编码与单位", "Codes and units"),
            roles: [.cityOfficer, .administrator]),
        NavigationItem(
            path: "/governance", label: Phrase("政策推进", "Policy"), roles: [.cityOfficer]),
        // Liaisons are of lead units, banks and institutions: each sees the pages of their own work.
        NavigationItem(
            path: "/governance/mine", label: Phrase("本单位任务", "My unit's tasks"), roles: [.liaison],
            homes: ["/governance/mine"]),
        NavigationItem(
            path: "/governance", label: Phrase("政策推进", "Progress"), roles: [.liaison],
            homes: ["/governance/mine", "/governance"]),
        NavigationItem(
            path: "/governance/directives", label: Phrase("督查和纪要", "Directives"), roles: [.liaison],
            homes: ["/governance/mine", "/governance"]),
        NavigationItem(
            path: "/standing", label: Phrase("企业信息查询", "Look up a firm"), roles: [.liaison], homes: ["/standing"]),
        NavigationItem(path: "/policy", label: Phrase("政策落实", "Policy"), roles: [.liaison]),
        NavigationItem(path: "/notices", label: Phrase("数据推送", "Notices"), roles: [.administrator]),
        NavigationItem(path: "/organisations", label: Phrase("单位", "Organisations"), roles: [.administrator]),
        NavigationItem(
            path: "/people", label: Phrase("人员", "People"), roles: [.administrator, .securityAdministrator]),
        NavigationItem(
            path: "/resets", label: Phrase("重置确认", "Resets"),
            roles: [.administrator, .securityAdministrator, .auditAdministrator]),
        NavigationItem(path: "/tokens", label: Phrase("访问令牌", "Tokens"), roles: [.securityAdministrator]),
        NavigationItem(path: "/audit", label: Phrase("操作审计", "Audit trail"), roles: [.auditAdministrator]),
        NavigationItem(path: "/audit/journal", label: Phrase("事实日志", "Journal"), roles: [.auditAdministrator]),
        NavigationItem(path: "/start", label: Phrase("首页", "Home"), roles: [.liaison]),
        NavigationItem(path: "/account", label: Phrase("我的账号", "My account"), roles: [.liaison]),
        NavigationItem(path: "/certificates", label: Phrase("执法证", "Certificates"), roles: [.administrator]),
    ]

    private func desk(_ visit: Visit) async throws -> DeskPage {
        let scope = try visit.signedIn().scope
        let (sources, overviews) = (sources, overviews)
        let overview = try await database.read { access in
            try overviews.overview(scope: scope, sources: sources, now: visit.now, in: access)
        }
        return DeskPage(
            overview, map: map, region: visit.query("region").flatMap { RegionCode($0) }, now: visit.now,
            mayImport: scope == .city)
    }

    private func events(_ visit: Visit) async throws -> AsyncStream<ServerEvent> {
        let scope = try visit.signedIn().scope
        // What the page has shown, or what a browser that comes back has heard last; without either, from now on.
        var told = visit.lastEvent ?? visit.query("after").flatMap { Int64($0) }
        if told == nil { told = try await database.read { access in try Journal.lastSequence(access) } }
        return DeskEvents(
            database: database, sources: sources, overviews: overviews, scope: scope, clock: clock, after: told ?? 0
        ).stream()
    }

    private func enterprise(_ visit: Visit) async throws -> EnterprisePage {
        let id: EnterpriseID = try visit.code("enterprise")
        let actor = try visit.signedIn()
        let (sources, now) = (sources, visit.now)
        let page = try await database.read { access -> EnterprisePage? in
            guard let card = try sources.enterprise(id, scope: actor.scope, in: access) else { return nil }
            // Whoever may see the enterprise may see its rows; the narrower scope asks for no others.
            let own = Scope.enterprise(id)
            let sentences = FeedSentences(sources: sources, scope: actor.scope, access: access)
            let entries = try Journal.timeline(of: id, scope: actor.scope, limit: 100, in: access)
            let duties = try DutyBook.open(scope: own, role: .enterpriseManager, limit: 50, in: access)
            return EnterprisePage(
                enterprise: card,
                outlets: try sources.outlets(scope: own, in: access),
                cases: try sources.openCases(scope: own, in: access),
                duties: try Self.lines(duties, sources, actor.scope, access),
                timeline: try entries.compactMap { try sentences.item($0) }, viewer: actor.role, now: now)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    static func lines(
        _ duties: [Duty], _ sources: any PortalSources, _ scope: Scope, _ access: any ReadAccess
    ) throws -> [TodoPage.Line] {
        try duties.map { duty in
            TodoPage.Line(
                duty: duty, what: sources.dutyPhrase(duty.kind) ?? Phrase(duty.kind, duty.kind),
                address: sources.dutyAddress(duty.kind, about: duty.reference),
                enterpriseName: try duty.enterprise.flatMap {
                    try sources.enterprise($0, scope: scope, in: access)?.name
                } ?? "–",
                place: try sources.dutyPlace(duty.kind, about: duty.reference, scope: scope, in: access),
                remindedAt: try sources.remindedAt(duty.id, in: access))
        }
    }
}
