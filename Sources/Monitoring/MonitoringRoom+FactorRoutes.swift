import Facts
import HJ212
import Kernel
import Persistence
import Standards
import Web

extension MonitoringRoom {
    /// The catalogue of factors, the codes that wait, and each device's codes and units.
    var factorRoutes: [Route] {
        let officers = Permission.roles([.cityOfficer, .branchOfficer, .administrator])
        let readers = Permission.roles([.cityOfficer, .branchOfficer, .enterpriseManager, .administrator])
        let catalogue = Route.list(
            "/factors", summary: Phrase("因子目录", "the catalogue of factors"), permission: readers,
            query: [
                .filter("q", Phrase("编码或名称", "Code or name"), .text(max: 40)),
                .filter("medium", Phrase("介质", "Medium"), among: FactorEntry.Medium.self),
            ], place: "after", .number(0...1_000_000, like: "100"), lines: Self.linesShown
        ) { visit, rowsMax in try cataloguePage(visit, rowsMax: rowsMax) }
        let waiting = Route.list(
            "/factors/unmapped", summary: Phrase("待设置的编码", "the codes that wait"), permission: officers,
            query: [
                .filter(
                    "code", Phrase("编码，给出时列设备", "Code, to list its devices"), .of(PollutantCode.self, like: "a21026"))
            ], place: "after", .of(DeviceNumber.self, like: "a21026"),
            lines: Self.linesShown, page: unmappedPage)
        return catalogue + waiting + [
            Route.page(
                "/outlets/{outlet}/factors", summary: Phrase("编码与单位", "codes and units of a device"),
                permission: readers, query: FactorDraft.Typed.query
            ) { visit in
                try await deviceFactorsPage(visit)
            },
            Route(
                .post, "/outlets/{outlet}/factors", summary: Phrase("登记映射", "record a mapping"),
                permission: .roles([.administrator]), fields: FactorMappingForm.fields,
                onRefusal: { visit in .page(try await deviceFactorsPage(visit)) },
                handler: { visit in .redirect(try await recordMapping(visit)) }),
        ]
    }

    /// How many lines a page of these lists shows.
    private static let linesShown = 100

    /// Codes and units are settings of devices: the administrator sees those of the whole city, but no outlet's page.
    private static func scope(of actor: Actor) -> Scope {
        actor.role == .administrator ? .city : actor.scope
    }

    private func cataloguePage(_ visit: Visit, rowsMax: Int) throws -> FactorCataloguePage {
        let query = visit.query("q") ?? ""
        let medium = visit.query("medium").flatMap { FactorEntry.Medium(rawValue: $0) }
        let former = Dictionary(grouping: factors.table.formerCodes) { $0.successor?.text ?? $0.code }
            .mapValues { $0.map(\.code) }
        let words = query.lowercased()
        let found = factors.table.entries.filter { entry in
            guard medium == nil || entry.medium == medium else { return false }
            let texts = [entry.code, entry.name.zh, entry.name.en] + (former[entry.code] ?? [])
            return words.isEmpty || texts.contains { $0.lowercased().contains(words) }
        }
        let start = visit.query("after").flatMap { Int($0) }.map { max(0, $0) } ?? 0
        let shown = found.dropFirst(start).prefix(rowsMax)
        let end = start + shown.count
        return FactorCataloguePage(
            entries: Array(shown), formerCodes: former, query: query, medium: medium, total: found.count,
            next: end < found.count ? visit.address(with: "after", String(end)) : nil,
            maySeeWaiting: try visit.signedIn().role != .enterpriseManager)
    }

    private func unmappedPage(_ visit: Visit, rowsMax: Int) async throws -> UnmappedCodesPage {
        let scope = Self.scope(of: try visit.signedIn())
        let code = visit.query("code").flatMap { PollutantCode($0) }
        let after = visit.query("after")
        let directory = directory
        return try await database.read { access in
            guard let code else {
                let found = try RawCodeStore.counts(
                    after: after.flatMap { PollutantCode($0) }, scope: scope, limit: rowsMax + 1, in: access)
                let shown = Array(found.prefix(rowsMax))
                let next =
                    found.count > shown.count ? shown.last.map { visit.address(with: "after", $0.code.text) } : nil
                return UnmappedCodesPage(counts: shown, code: nil, devices: [], next: next)
            }
            let found = try RawCodeStore.devices(
                sending: code, after: after.flatMap { DeviceNumber($0) }, scope: scope, limit: rowsMax + 1, in: access)
            let shown = Array(found.prefix(rowsMax))
            let next = found.count > shown.count ? shown.last.map { visit.address(with: "after", $0.device.text) } : nil
            return UnmappedCodesPage(
                counts: [], code: code,
                devices: try shown.map { ($0, try directory.outlet($0.outlet, scope: scope, in: access)) }, next: next)
        }
    }

    private func deviceFactorsPage(_ visit: Visit) async throws -> DeviceFactorsPage {
        let id: OutletID = try visit.code("outlet")
        let actor = try visit.signedIn()
        let scope = Self.scope(of: actor)
        let (room, typed) = (self, Self.typed(in: visit))
        let page = try await database.read { access -> DeviceFactorsPage? in
            guard let outlet = try room.directory.outlet(id, scope: scope, in: access) else { return nil }
            let codes = try room.sentCodes(of: outlet, scope: scope, in: access)
            let pending = try RereadingStore.pending(outlet: id, scope: scope, in: access)
            return DeviceFactorsPage(
                outlet: outlet, codes: codes.list, history: codes.history,
                hoursLeft: pending.reduce(0) { $0 + $1.hoursLeft },
                draft: typed.map { typed in
                    FactorDraft(
                        typed, table: room.factors.table, frames: codes.frames, mappings: codes.mappings,
                        device: outlet.device)
                },
                viewer: actor.role, now: visit.now, refused: visit.refused)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    /// What was typed: in the address for a preview, in the form for one that was refused.
    private static func typed(in visit: Visit) -> FactorDraft.Typed? {
        let refused = visit.refused?.typed
        func text(_ name: String) -> String { (refused != nil ? refused?[name] : visit.query(name)) ?? "" }
        guard refused != nil || visit.query("code") != nil, refused != nil || visit.query("reading") != nil else {
            guard let code = visit.query("code") else { return nil }
            return FactorDraft.Typed(code: code, reading: "factor", target: "", unit: "", multiplier: "1")
        }
        return FactorDraft.Typed(
            code: text("code"), reading: text("reading"), target: text("target"), unit: text("unit"),
            multiplier: text("multiplier"))
    }

    private func recordMapping(_ visit: Visit) async throws -> String {
        let id: OutletID = try visit.code("outlet")
        let actor = try visit.signedIn()
        let scope = Self.scope(of: actor)
        let (code, reading) = try FactorMappingForm.reading(of: visit.form, in: factors.table)
        let now = visit.now
        guard let from = visit.form["valid_from"].flatMap({ CivilDate($0) }) else {
            throw FactorMappingRefusal.dayOutOfRange(
                field: "valid_from", from: FactorMappingOrder.validFromMin, to: now.civil.date)
        }
        let order = try FactorMappingOrder(
            sentCode: code, reading: reading, validFrom: from,
            validTo: visit.form["valid_to"].flatMap { CivilDate($0) }, reason: visit.form["reason"] ?? "",
            today: now.civil.date)
        let (desk, directory) = (factorDesk, directory)
        try await database.write { access in
            guard let outlet = try directory.outlet(id, scope: scope, in: access) else {
                throw FactorMappingRefusal.notFound
            }
            try desk.record(order, for: outlet.device, by: actor, at: now, in: access)
        }
        return "/outlets/\(id)/factors"
    }
}
