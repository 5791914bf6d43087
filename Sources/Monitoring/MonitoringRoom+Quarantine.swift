import Facts
import HJ212
import Kernel
public import Persistence
import Web

extension MonitoringRoom {
    /// Journals what the bounds of the quarantine cost.
    public var quarantineWatch: QuarantineWatch {
        QuarantineWatch(database: database, journal: journal, clock: clock)
    }

    /// What must hold of the quarantine.
    public static var quarantineChecks: any SelfChecking { QuarantineChecks() }

    /// The quarantine, an entry, and what the administrator may do about it.
    var quarantineRoutes: [Route] {
        let readers = Permission.roles([.administrator, .cityOfficer, .branchOfficer])
        let list = Route.list(
            "/quarantine", summary: Phrase("隔离区", "the quarantine"), permission: readers,
            query: [
                .filter("reason", Phrase("原因代码", "Code of the reason")), .filter("device", Phrase("设备 MN", "Device")),
                .filter("address", Phrase("来源地址", "Address")), .filter("from", Phrase("自", "From this day"), .date),
                .filter("to", Phrase("至", "Until this day"), .date).ending("from"),
                .filter("since", Phrase("重新处理的日志位置", "Where a re-processing began"), .sequence),
            ], place: "behind",
            CodeForm(like: "1795000000000-" + String(repeating: "0", count: 64)) { QuarantineFilter.Place($0) != nil },
            lines: QuarantineForms.listMax, page: quarantinePage)
        return list + [
            Route.page(
                "/quarantine/{entry}", summary: Phrase("一个隔离条目", "one entry of the quarantine"),
                permission: readers
            ) { visit in
                try await quarantineEntryPage(visit)
            },
            Route(
                .post, "/quarantine/reprocess", summary: Phrase("重新处理隔离条目", "process set-aside bytes again"),
                permission: .roles([.administrator]), fields: QuarantineForms.reprocess
            ) { visit in
                .redirect(try await reprocess(visit))
            },
            Route(
                .post, "/quarantine/{entry}/check",
                summary: Phrase("设定设备可用的 CRC", "settle which CRC a device may use"),
                permission: .roles([.administrator]), fields: QuarantineForms.check,
                onRefusal: { visit in .page(try await quarantineEntryPage(visit)) },
                handler: { visit in .redirect(try await settleCheck(visit)) }),
        ]
    }

    /// What a visitor sees of the quarantine. Its entries are unproven bytes, no business rows: the administrator, who
    /// keeps the lines running, sees all of them.
    private static func sight(of actor: Actor) -> Scope {
        actor.role == .administrator ? .city : actor.scope
    }

    private func quarantinePage(_ visit: Visit, rowsMax: Int) async throws -> QuarantinePage {
        let actor = try visit.signedIn()
        let scope = Self.sight(of: actor)
        let filter = QuarantineFilter(
            reason: visit.query("reason"), device: visit.query("device"), address: visit.query("address"),
            from: visit.query("from").flatMap { CivilDate($0) }, to: visit.query("to").flatMap { CivilDate($0) })
        let place = visit.query("behind").flatMap { QuarantineFilter.Place($0) }
        let since = visit.query("since").flatMap { Int64($0) }
        return try await database.read { access in
            let found = try QuarantineStore.entries(
                filter, behind: place, scope: scope, limit: rowsMax + 1, in: access)
            let shown = Array(found.prefix(rowsMax))
            let last = found.count > rowsMax ? shown.last : nil
            return QuarantinePage(
                entries: shown, counts: try QuarantineStore.countsByReason(filter, scope: scope, in: access),
                addresses: try QuarantineStore.checksumFailuresByAddress(
                    filter, scope: scope, limit: QuarantinePage.addressesMax, in: access),
                filter: filter, total: scope == .city ? try QuarantineStore.total(access) : nil,
                outcome: try since.flatMap { try Self.outcome(since: $0, by: actor, access) },
                mayReprocess: actor.role == .administrator,
                next: last.map {
                    let place = QuarantineFilter.Place(lastReceivedAt: $0.lastReceivedAt, digest: $0.digest)
                    return visit.address(with: "behind", place.text)
                })
        }
    }

    /// What the actor's re-processing came to since a place in the journal: the sum of its batches.
    private static func outcome(
        since sequence: Int64, by actor: Actor, _ access: any ReadAccess
    ) throws -> QuarantineReprocessed? {
        let facts = try Journal.entries(
            after: sequence, kinds: [QuarantineReprocessed.kind], limit: 200, in: access
        ).filter { $0.author == .person(actor.person) }.compactMap { try $0.fact(QuarantineReprocessed.self) }
        guard let first = facts.first else { return nil }
        return QuarantineReprocessed(
            selected: facts.map(\.selected).reduce(0, +), stored: facts.map(\.stored).reduce(0, +),
            repeated: facts.map(\.repeated).reduce(0, +), remaining: facts.map(\.remaining).reduce(0, +),
            reason: first.reason, device: first.device)
    }

    private func quarantineEntryPage(_ visit: Visit) async throws -> QuarantineEntryPage {
        guard let digest = Digest256(hex: try visit.parameter("entry")) else { throw Problem.notFound }
        let actor = try visit.signedIn()
        let (directory, refused) = (directory, visit.refused)
        let page = try await database.read { access -> QuarantineEntryPage? in
            guard let (entry, bytes) = try QuarantineStore.entry(digest, scope: Self.sight(of: actor), in: access)
            else { return nil }
            let station = try entry.device.flatMap { try directory.station(of: $0, in: access) }
            let mayOpenSecrets = [.administrator, .cityOfficer].contains(actor.role)
            return QuarantineEntryPage(
                entry: entry, bytes: bytes,
                outlet: try station.flatMap { try directory.outlet($0.outlet, scope: actor.scope, in: access) },
                accepted: try entry.device.flatMap { try DeviceCheckStore.accepted(of: $0, in: access) },
                secretsOutlet: mayOpenSecrets ? station?.outlet : nil,
                isAdministrator: actor.role == .administrator, refused: refused)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    private func reprocess(_ visit: Visit) async throws -> String {
        let actor = try visit.signedIn()
        let selection = try QuarantineForms.selection(visit.form)
        let before = try await database.read { access in try Journal.lastSequence(access) }
        try await QuarantineReprocessing(database: database, reception: reception, journal: journal, keys: keys)
            .run(selection, by: actor.person, at: visit.now)
        return "/quarantine?since=\(before)"
    }

    private func settleCheck(_ visit: Visit) async throws -> String {
        let actor = try visit.signedIn()
        guard let digest = Digest256(hex: try visit.parameter("entry")),
            let crc = visit.form["crc"].flatMap({ CRCVariant(rawValue: $0) }), let why = visit.form["why"]
        else { throw Problem.notFound }
        let (journal, now) = (journal, visit.now)
        let isKnown = try await database.write { access in
            guard let device = try QuarantineStore.entry(digest, scope: .city, in: access)?.entry.device else {
                return false
            }
            try DeviceCheckStore.accept(crc.isForeign ? crc : nil, of: device, at: now, in: access)
            try journal.append(
                DeviceCheckSettled(device: device, crc: crc.rawValue, why: why), about: .city,
                by: .person(actor.person), in: access)
            return true
        }
        guard isKnown else { throw Problem.notFound }
        return "/quarantine/\(digest.hex)"
    }
}
