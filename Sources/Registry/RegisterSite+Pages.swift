import Facts
import Kernel
import Persistence
import Web

extension RegisterSite {
    /// Changes of an entry that one page shows.
    private static let historyLines = 50

    func listPage(_ visit: Visit, rowsMax: Int) async throws -> EnterpriseListPage {
        let scope = try visit.signedIn().scope
        let filter = EnterpriseListPage.filter(visit)
        let after = visit.query("after").flatMap { EnterpriseID($0) }
        let room = room
        let (found, parks) = try await database.read { access in
            (
                try room.enterprises(filter, after: after, scope: scope, limit: rowsMax + 1, in: access),
                try room.entries(.park, scope: scope, limit: 200, in: access)
            )
        }
        let shown = Array(found.prefix(rowsMax))
        let next =
            found.count > shown.count ? shown.last.map { visit.address(with: "after", $0.code.text) } : nil
        return EnterpriseListPage(
            enterprises: shown, parks: parks, filter: filter, words: RegisterWords(room: room), scope: scope,
            next: next)
    }

    func filePage(_ visit: Visit) async throws -> RegisterFilePage {
        let id: EnterpriseID = try visit.code("enterprise")
        let actor = try visit.signedIn()
        let room = room
        let page = try await database.read { access -> RegisterFilePage? in
            guard
                let entry = try room.entry(.enterprise, RegisterCode(checked: id.text), scope: actor.scope, in: access)
            else { return nil }
            var parts: [RegisterKind: [RegisterEntry]] = [:]
            for kind in RegisterKind.allCases where kind.isOwned {
                parts[kind] = try room.entries(kind, of: id, scope: actor.scope, limit: 500, in: access)
            }
            return RegisterFilePage(
                enterprise: entry, parts: parts,
                words: RegisterWords(
                    room: room,
                    named: try Self.choices(for: .enterprise, of: id, scope: actor.scope, room: room, in: access)
                        .merging(parts) { $1 }), viewer: actor)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    func parkPage(_ visit: Visit, rowsMax: Int) async throws -> ParkListPage {
        let scope = try visit.signedIn().scope
        let after = visit.query("after").flatMap { RegisterCode($0) }
        let room = room
        let filter = ParkFilter(
            text: visit.query("text"), region: visit.query("region").flatMap { RegionCode($0) })
        let found = try await database.read { access in
            try RegisterStore.parks(
                filter, after: after?.text ?? "", scope: scope, limit: rowsMax + 1, in: access)
        }
        let shown = Array(found.prefix(rowsMax))
        let next =
            found.count > shown.count ? shown.last.map { visit.address(with: "after", $0.code.text) } : nil
        return ParkListPage(
            parks: shown, filter: filter, scope: scope, regions: room.regions, words: RegisterWords(room: room),
            next: next)
    }

    /// The form for a new entry.
    func entryPage(new kind: RegisterKind, _ visit: Visit) async throws -> RegisterEntryPage {
        let actor = try visit.signedIn()
        let typed = visit.query("enterprise") ?? visit.refused?.typed["enterprise"] ?? actor.ownEnterprise ?? ""
        let owner = kind.isOwned ? RegisterCode(typed) : nil
        let room = room
        return try await database.read { access in
            let enterprise = try owner.flatMap { try room.entry(.enterprise, $0, scope: actor.scope, in: access) }
            guard enterprise != nil || !kind.isOwned else { throw Problem.notFound }
            return RegisterEntryPage(
                kind: kind, entry: nil, enterprise: enterprise,
                choices: try Self.choices(
                    for: kind, of: enterprise?.enterprise, scope: actor.scope, room: room, in: access),
                words: RegisterWords(room: room), viewer: actor, history: [], names: [:], field: nil, next: nil,
                refused: visit.refused)
        }
    }

    /// An entry with its form and its history.
    func entryPage(of kind: RegisterKind, _ visit: Visit) async throws -> RegisterEntryPage {
        let code: RegisterCode = try visit.code("code")
        let actor = try visit.signedIn()
        let field = visit.query("field").flatMap { RegisterForm.field($0, of: kind)?.name }
        let before = visit.query("before").flatMap { RegisterHistoryLine.Place($0) }
        let names = try await surroundings.names()
        let room = room
        let page = try await database.read { access -> RegisterEntryPage? in
            guard let entry = try room.entry(kind, code, scope: actor.scope, in: access) else { return nil }
            let owner = entry.enterprise.map { RegisterCode(checked: $0.text) }
            let found = try room.history(
                kind, code, field: field, before: before, scope: actor.scope, limit: Self.historyLines + 1, in: access)
            let shown = Array(found.prefix(Self.historyLines))
            let choices = try Self.choices(
                for: kind, of: entry.enterprise, scope: actor.scope, room: room, in: access)
            return RegisterEntryPage(
                kind: kind, entry: entry,
                enterprise: try owner.flatMap { try room.entry(.enterprise, $0, scope: actor.scope, in: access) },
                choices: choices, words: RegisterWords(room: room, named: choices), viewer: actor, history: shown,
                names: names, field: field,
                next: found.count > shown.count ? shown.last.map { visit.address(with: "before", $0.place.text) } : nil,
                refused: visit.refused)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    /// What the fields of a form may name.
    private static func choices(
        for kind: RegisterKind, of enterprise: EnterpriseID?, scope: Scope, room: RegistryRoom,
        in access: any ReadAccess
    ) throws -> [RegisterKind: [RegisterEntry]] {
        var choices: [RegisterKind: [RegisterEntry]] = [:]
        for field in RegisterForm.fields(of: kind) {
            guard case .entry(let named) = field.kind else { continue }
            choices[named] = try room.entries(
                named, of: named.isOwned ? enterprise : nil, scope: scope, limit: 500, in: access)
        }
        return choices
    }
}

extension Actor {
    /// The enterprise whose manager this is.
    var ownEnterprise: String? {
        if case .enterprise(let enterprise) = scope { enterprise.text } else { nil }
    }
}
