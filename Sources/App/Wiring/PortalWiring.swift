import Facts
import Governance
import Kernel
import Monitoring
import Persistence
import Portal
import Registry
import Standards
import Supervision

/// Portal's questions, answered by the rooms whose facts it shows.
struct PortalWiring: PortalSources {
    let registry: RegistryRoom
    let monitoring: MonitoringRoom
    let supervision: SupervisionRoom
    let governance: GovernanceRoom

    var calendar: WorkingDayCalendar { supervision.calendar }

    /// The most outlets and open cases that a desk counts. Design value: a province has fewer.
    private static let shownMax = 20_000

    func outlets(scope: Scope, in access: any ReadAccess) throws -> [OutletTile] {
        try registry.outlets(scope: scope, limit: Self.shownMax, in: access).map { card in
            try tile(card, scope, access)
        }
    }

    func outlets(
        scope: Scope, _ choice: OutletChoice, known: [OutletID: OutletTile], after: OutletID?, limit: Int,
        in access: any ReadAccess
    ) throws -> [OutletTile] {
        var filter = OutletFilter()
        filter.text = choice.text
        filter.medium = choice.medium.map { $0 == .gas ? .stack : .wasteWater }
        filter.industry = choice.industry
        filter.park = choice.park.flatMap { RegisterCode($0) }
        guard let factor = choice.factor else {
            return try registry.outlets(scope: scope, filter, after: after, limit: limit, in: access).map { card in
                try known[card.outlet.id] ?? tile(card, scope, access)
            }
        }
        // Limits are Monitoring's: the register is read on until so many of its outlets have one.
        let limited = try monitoring.outlets(limitedIn: factor, in: access)
        var (found, place): ([OutletCard], OutletID?) = ([], after)
        while found.count < limit {
            let part = try registry.outlets(scope: scope, filter, after: place, limit: limit, in: access)
            found += part.filter { limited.contains($0.outlet.id) }
            guard part.count == limit, let last = part.last else { break }
            place = last.outlet.id
        }
        return try found.prefix(limit).map { try known[$0.outlet.id] ?? tile($0, scope, access) }
    }

    func limitedFactors(in access: any ReadAccess) throws -> [(code: PollutantCode, name: Phrase)] {
        try monitoring.limitedFactors(in: access).map { ($0.code, $0.name) }
    }

    func parks(scope: Scope, in access: any ReadAccess) throws -> [(code: String, name: String)] {
        try registry.entries(.park, scope: scope, limit: Self.shownMax, in: access).map { entry in
            (entry.code.text, entry.values["name"] ?? entry.code.text)
        }
    }

    private func tile(_ card: OutletCard, _ scope: Scope, _ access: any ReadAccess) throws -> OutletTile {
        let newest = try monitoring.newestReading(of: card.outlet.id, scope: scope, in: access)
        return OutletTile(
            outlet: card.outlet.id, title: "\(card.outlet.number) \(card.outlet.name)",
            enterprise: card.outlet.enterprise, enterpriseName: card.enterpriseName,
            region: card.region, regionName: registry.regions.name(of: card.region), newestAt: newest?.time,
            newestValue: newest?.value, limit: newest?.limit,
            factor: newest.map { newest in
                let (symbol, factor) = (newest.factor.symbol, newest.factor)
                return Phrase("\(symbol) \(factor.unit(.chinese))", "\(symbol) \(factor.unit(.english))")
            })
    }

    func outletName(_ id: OutletID, scope: Scope, in access: any ReadAccess) throws -> String? {
        try registry.outlet(id, scope: scope, in: access).map { card in
            "\(card.enterpriseName) \(card.outlet.number) \(card.outlet.name)"
        }
    }

    func enterprise(_ id: EnterpriseID, scope: Scope, in access: any ReadAccess) throws -> EnterpriseCard? {
        try registry.enterprise(id, scope: scope, in: access).map(card)
    }

    func openCases(scope: Scope, in access: any ReadAccess) throws -> [OpenCase] {
        try supervision.openCases(scope: scope, limit: Self.shownMax, in: access).map { summary in
            OpenCase(
                id: summary.id, outlet: summary.outlet, enterprise: summary.enterprise, level: summary.level,
                state: summary.state, due: summary.due, isOverdue: summary.isOverdue,
                factor: Pollutant(summary.pollutant).name)
        }
    }

    func publicOutlets(
        of region: RegionCode?, named text: String?, after: OutletID?, limit: Int, in access: any ReadAccess
    ) throws -> [PublicOutlet] {
        let scope = region.map { Scope.regions([$0]) } ?? .city
        var filter = OutletFilter()
        filter.text = text
        return try registry.outlets(scope: scope, filter, after: after, limit: limit, in: access).map { card in
            PublicOutlet(
                outlet: card.outlet.id, title: "\(card.outlet.number) \(card.outlet.name)",
                enterpriseName: card.enterpriseName, region: card.region,
                regionName: registry.regions.name(of: card.region),
                means: try monitoring.publishedMeans(of: card.outlet.id, in: access).map { mean in
                    PublicOutlet.Mean(
                        factor: mean.factor.code, name: mean.factor.name, period: mean.period, start: mean.start,
                        value: mean.value, limit: mean.limit, isBeyond: mean.isBeyond, mark: mean.mark,
                        markWords: mean.markWords)
                })
        }
    }

    /// The register holds no coordinates of outlets yet: maps list them without a place (RFC 7946 §3.2).
    func positions(of outlets: [OutletID], in access: any ReadAccess) throws -> [OutletID: MapPosition] {
        try registry.positions(of: outlets, in: access).mapValues(\.pair)
    }

    func cityOutline(in access: any ReadAccess) throws -> CityOutline? {
        guard let source = try registry.boundarySource(in: access) else { return nil }
        return CityOutline(
            regions: try registry.outlines(in: access).map { outline in
                CityOutline.Region(
                    code: outline.region, middle: outline.middle.pair,
                    rings: outline.rings.map { $0.map(\.pair) })
            }, source: source.name, approval: source.approval)
    }

    func boundaries(in access: any ReadAccess) throws -> [RegionGround] {
        try registry.boundaries(in: access).map { region, pieces in
            RegionGround(
                region: region, name: registry.regions.name(of: region),
                pieces: pieces.map { $0.map { $0.map(\.pair) } })
        }
    }

    var regions: [(code: RegionCode, name: Phrase)] { registry.regions.all.map { ($0.code, $0.name) } }

    func dutyPhrase(_ kind: String) -> Phrase? {
        SupervisionWords.duty(kind) ?? StateRoom.dutyPhrase(kind) ?? MeansRoom.dutyPhrase(kind)
            ?? GovernanceRoom.dutyPhrase(kind)
    }

    func dutyAddress(_ kind: String, about reference: String) -> String {
        if GovernanceRoom.owns(dutyKind: kind) { return GovernanceRoom.dutyAddress(reference) }
        if let outlet = MeansRoom.outlet(ofDuty: reference) { return "/outlets/\(outlet)" }
        return StateRoom.owns(dutyKind: kind) ? "/states/\(reference)" : SupervisionRoom.dutyAddress(reference)
    }

    func dutyPlace(
        _ kind: String, about reference: String, scope: Scope, in access: any ReadAccess
    ) throws -> Phrase? {
        if GovernanceRoom.owns(dutyKind: kind) { return try governance.dutyPlace(reference, in: access) }
        let outlet =
            MeansRoom.dutyPhrase(kind) != nil
            ? MeansRoom.outlet(ofDuty: reference)
            : StateRoom.owns(dutyKind: kind)
                ? try StateRoom.outlet(of: reference, scope: scope, in: access)
                : try supervision.outlet(of: reference, scope: scope, in: access)
        return try outlet.flatMap { try registry.outlet($0, scope: scope, in: access) }.map { card in
            let name = "\(card.outlet.number) \(card.outlet.name)"
            return Phrase(name, name)
        }
    }

    func remindedAt(_ duty: DutyID, in access: any ReadAccess) throws -> Instant? {
        try governance.remindedAt(duty, in: access)
    }

    func matterPlace(_ reference: String, scope: Scope, in access: any ReadAccess) throws -> String? {
        let outlet =
            try MeansRoom.outlet(ofDuty: reference) ?? StateRoom.outlet(of: reference, scope: scope, in: access)
            ?? supervision.outlet(of: reference, scope: scope, in: access)
        return try outlet.flatMap { try registry.outlet($0, scope: scope, in: access) }.map { card in
            "\(card.outlet.number) \(card.outlet.name)"
        }
    }

    func rule(_ code: String) -> (title: Phrase, hasPage: Bool)? {
        let shown = MonitoringRoom.rules + MeansRoom.rules
        if let rule = shown.first(where: { $0.descriptor.code == code }) { return (rule.descriptor.title, true) }
        let others = AmountRoom.rules + FalsificationRoom.rules + StateRoom.rules
        return others.first { $0.descriptor.code == code }.map { ($0.descriptor.title, false) }
    }

    func statePhrase(_ state: String) -> Phrase? { StateRoom.statePhrase(state) }

    func fieldPhrase(_ field: String, of record: String) -> Phrase? {
        RegisterKind(rawValue: record).flatMap { RegisterForm.field(field, of: $0)?.label }
    }

    func recordPhrase(_ record: String) -> Phrase? { RegisterKind(rawValue: record)?.phrase }

    func stepPhrase(_ action: String) -> Phrase? { SupervisionWords.step(action) }

    private func card(_ enterprise: Enterprise) -> EnterpriseCard {
        EnterpriseCard(
            id: enterprise.id, name: enterprise.name, creditCode: enterprise.creditCode?.text,
            regionName: registry.regions.name(of: enterprise.region), industry: trade(of: enterprise),
            address: enterprise.address)
    }

    /// The trade by its code's name, else in the words that stand in the register.
    private func trade(of enterprise: Enterprise) -> Phrase {
        enterprise.industryCode.flatMap { registry.books.industries.name(of: $0) }
            ?? Phrase(enterprise.industry, enterprise.industry)
    }
}

extension GeoPosition {
    /// Longitude and latitude, as Portal's maps take them.
    fileprivate var pair: MapPosition { MapPosition(longitude: longitude, latitude: latitude) }
}
