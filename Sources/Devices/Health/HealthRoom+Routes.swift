import Kernel
import Persistence
public import Web

extension HealthRoom {
    /// The list of devices with its map, and one device.
    public var routes: [Route] {
        let readers = Permission.roles([.cityOfficer, .branchOfficer])
        let list = Route.list(
            "/devices", summary: Phrase("设备健康", "device health"), permission: readers,
            query: [
                .filter("state", Phrase("状态", "State"), among: DeviceState.self),
                .filter("region", Phrase("属地", "Region"), .region),
                .filter("finding", Phrase("问题", "Finding"), among: HealthFindingKind.self),
                .filter("text", Phrase("企业、排放口、MN、网卡或 CPU", "Enterprise, outlet, MN, MAC or CPU")),
                .filter("sort", Phrase("排序", "Order"), among: HealthFilter.Sort.self),
            ], place: "behind", CodeForm(like: "1:E0001-DA001") { HealthFilter.Place($0) != nil },
            isShared: true, page: listPage)
        return list + [
            Route.page(
                "/devices/{outlet}", summary: Phrase("一台数采仪的健康", "one data logger's health"),
                permission: .roles([.cityOfficer, .branchOfficer, .enterpriseManager])
            ) { visit in
                try await devicePage(visit)
            }
        ]
    }

    private func listPage(_ visit: Visit, rowsMax: Int) async throws -> DeviceListPage {
        let scope = try visit.signedIn().scope
        let filter = HealthFilter(
            state: visit.query("state").flatMap { DeviceState(rawValue: $0) },
            region: visit.query("region").flatMap { RegionCode($0) },
            finding: visit.query("finding").flatMap { HealthFindingKind(rawValue: $0) },
            text: visit.query("text"),
            sort: visit.query("sort").flatMap { HealthFilter.Sort(rawValue: $0) } ?? .state)
        let place = visit.query("behind").flatMap { HealthFilter.Place($0) }
        let (sources, now) = (sources, visit.now)
        let (found, map) = try await database.read { access in
            (
                try DeviceHealthStore.page(
                    filter, behind: place, scope: scope, limit: rowsMax + 1, in: access),
                try Self.map(filter, sources.regions, scope: scope, access)
            )
        }
        let shown = found.prefix(rowsMax)
        var connected: Set<OutletID> = []
        for (standing, _) in shown where await link.line(of: standing.device) != nil {
            connected.insert(standing.outlet)
        }
        let next = found.count > shown.count ? shown.last : nil
        return DeviceListPage(
            devices: shown.map(\.standing), connected: connected, map: map, filter: filter,
            next: next.map { visit.address(with: "behind", $0.place.coded) }, now: now)
    }

    /// The map shows the regions that have a device in sight by this filter.
    private static func map(
        _ filter: HealthFilter, _ regions: [HealthRegion], scope: Scope, _ access: any ReadAccess
    ) throws -> HealthMap {
        let counts = try DeviceHealthStore.counts(filter, scope: scope, in: access)
        let known = Set(regions.map(\.code))
        let unknown = Set(counts.map(\.region)).subtracting(known).sorted()
            .map { HealthRegion(code: $0, name: Phrase($0.text, $0.text)) }
        return HealthMap(
            tiles: try (regions + unknown).compactMap { region in
                let own = counts.filter { $0.region == region.code }
                guard !own.isEmpty else { return nil }
                var inside = filter
                (inside.region, inside.sort) = (region.code, .state)
                let devices = try DeviceHealthStore.page(
                    inside, behind: nil, scope: scope, limit: HealthMap.marksMax, in: access)
                return HealthMap.Tile(
                    region: region, devices: devices.map(\.standing),
                    counts: Dictionary(own.map { ($0.severity, $0.devices) }, uniquingKeysWith: +))
            })
    }

    private func devicePage(_ visit: Visit) async throws -> DeviceHealthPage {
        let outlet: OutletID = try visit.code("outlet")
        let actor = try visit.signedIn()
        let scope = actor.scope
        let (now, limits, regions) = (visit.now, limits, sources.regions)
        let found = try await database.read { access -> Found? in
            guard let standing = try DeviceHealthStore.standing(of: outlet, scope: scope, in: access) else {
                return nil
            }
            return Found(
                standing: standing,
                hours: try DeviceHourStore.hours(
                    of: outlet, from: now.startOfHour.adding(hours: 1 - CaptureStrip.hourCount),
                    to: now.startOfHour.adding(hours: 1), in: access),
                findings: try FindingStore.newest(of: outlet, scope: scope, limit: 50, in: access),
                identity: try DeviceNoteStore.said(by: outlet, in: access))
        }
        guard let found else { throw Problem.notFound }
        let region = found.standing.region
        return DeviceHealthPage(
            standing: found.standing,
            regionName: regions.first { $0.code == region }?.name ?? Phrase(region.text, region.text),
            line: await link.line(of: found.standing.device), hours: found.hours, findings: found.findings,
            identity: found.identity, limits: limits, role: actor.role, now: now)
    }

    /// What a device's page is made of.
    private struct Found: Sendable {
        let standing: DeviceStanding
        let hours: [DeviceHour]
        let findings: [FindingStore.Known]
        let identity: [DeviceIdentity]
    }
}
