public import Facts
public import Kernel
public import Persistence
public import Web

/// The register's pages: lists, files, forms, history, tables in and out.
public struct RegisterSite: Sendable {
    /// What the site asks of the rest of the program.
    public struct Surroundings: Sendable {
        let names: @Sendable () async throws -> [PersonID: String]
        let onEnterprise: @Sendable (Enterprise, FactAuthor, any WriteAccess) throws -> Void
        let incoming: String
        let gbk: @Sendable ([UInt8]) -> String?

        /// Surroundings.
        ///
        /// - Parameters:
        ///   - names: Who people are, for histories.
        ///   - onEnterprise: Told of a new enterprise within its transaction, so that its people can be entered.
        ///   - incoming: The folder for files that come in.
        ///   - gbk: Reads text in GBK; nil for what is none.
        public init(
            names: @escaping @Sendable () async throws -> [PersonID: String],
            onEnterprise: @escaping @Sendable (Enterprise, FactAuthor, any WriteAccess) throws -> Void,
            incoming: String, gbk: @escaping @Sendable ([UInt8]) -> String?
        ) {
            self.names = names
            self.onEnterprise = onEnterprise
            self.incoming = incoming
            self.gbk = gbk
        }
    }

    let room: RegistryRoom
    let database: any Database
    let surroundings: Surroundings

    /// The pages of a register.
    public init(room: RegistryRoom, database: any Database, surroundings: Surroundings) {
        self.room = room
        self.database = database
        self.surroundings = surroundings
    }

    static let officers = Permission.roles([.cityOfficer, .branchOfficer])
    static let readers = Permission.roles([.cityOfficer, .branchOfficer, .enterpriseManager])
    static let city = Permission.roles([.cityOfficer])

    /// Who enters and changes entries of a kind: officers, and an enterprise its own contacts.
    static func writers(of kind: RegisterKind) -> Permission { kind == .contact ? readers : officers }

    /// Whether somebody does, as far as roles decide.
    static func mayWrite(_ kind: RegisterKind, _ actor: Actor) -> Bool {
        switch actor.role {
        case .cityOfficer, .branchOfficer: true
        case .enterpriseManager: kind == .contact
        case .liaison, .administrator, .securityAdministrator, .auditAdministrator: false
        }
    }

    /// All of them.
    public var routes: [Route] {
        lists + [file] + RegisterKind.allCases.flatMap(routes(of:)) + tableRoutes
    }

    private var lists: [Route] {
        Route.list(
            "/enterprises", summary: Phrase("企业列表", "the list of enterprises"), permission: Self.officers,
            query: EnterpriseListPage.query, place: "after", .enterprise, isShared: true, page: listPage)
            + Route.list(
                "/register/parks", summary: Phrase("园区", "parks"), permission: Self.officers,
                query: ParkListPage.query, place: "after",
                .of(RegisterCode.self, like: "PARK-01"), page: parkPage)
    }

    private var file: Route {
        Route.page(
            "/enterprises/{enterprise}/register",
            summary: Phrase("企业登记信息", "what the register says of an enterprise"), permission: Self.readers
        ) { visit in try await filePage(visit) }
    }

    /// Entering, reading and changing entries of a kind.
    private func routes(of kind: RegisterKind) -> [Route] {
        let (path, name) = ("/register/\(kind.rawValue)", kind.phrase)
        let lower = name.en.lowercased()
        let owner = FormField.filter("enterprise", Phrase("企业", "Enterprise"), .enterprise)
        return [
            Route.page(
                "\(path)/new", summary: Phrase("登记\(name.zh)", "the form to enter: \(lower)"),
                permission: Self.writers(of: kind), query: kind.isOwned ? [owner] : []
            ) { visit in try await entryPage(new: kind, visit) },
            Route(
                .post, "\(path)/new", summary: Phrase("登记\(name.zh)", "enter: \(lower)"),
                permission: Self.writers(of: kind), fields: RegisterEntryPage.newFields(of: kind),
                onRefusal: { visit in .page(try await entryPage(new: kind, visit)) },
                handler: { visit in try await enter(kind, visit) }),
            Route.page(
                "\(path)/{code}", summary: Phrase("\(name.zh)及其历史", "an entry with its history: \(lower)"),
                permission: Self.readers, query: RegisterEntryPage.historyQuery(of: kind)
            ) { visit in try await entryPage(of: kind, visit) },
            Route(
                .post, "\(path)/{code}", summary: Phrase("更改\(name.zh)", "change: \(lower)"),
                permission: Self.writers(of: kind), fields: RegisterEntryPage.changeFields(of: kind),
                onRefusal: { visit in .page(try await entryPage(of: kind, visit)) },
                handler: { visit in try await change(kind, visit) }),
        ]
    }

    private func enter(_ kind: RegisterKind, _ visit: Visit) async throws -> Reply {
        let actor = try visit.signedIn()
        let heads: Set = ["code", "enterprise", "region", "device_password"]
        let draft = RegisterDraft(
            kind: kind, code: visit.form["code"] ?? "", enterprise: visit.form["enterprise"] ?? "",
            region: visit.form["region"] ?? "", values: visit.form.filter { !heads.contains($0.key) },
            devicePassword: visit.form["device_password"])
        let (room, onEnterprise) = (room, surroundings.onEnterprise)
        let entry = try await naming(fieldsOf: kind) { access in
            let author = FactAuthor.person(actor.person)
            let entry = try room.enter(draft, scope: actor.scope, by: author, in: access)
            if kind == .enterprise, let id = entry.enterprise,
                let enterprise = try room.enterprise(id, scope: .city, in: access)
            {
                try onEnterprise(enterprise, author, access)
            }
            return entry
        }
        return .redirect("/register/\(kind.rawValue)/\(entry.code)")
    }

    /// Writes; a refusal calls fields as the form of the kind does.
    private func naming<Outcome: Sendable>(
        fieldsOf kind: RegisterKind, _ write: @escaping @Sendable (any WriteAccess) throws -> Outcome
    ) async throws -> Outcome {
        do { return try await database.write(write) } catch let refusal as RegisterEntryRefusal {
            throw refusal.problem(of: kind)
        }
    }

    private func change(_ kind: RegisterKind, _ visit: Visit) async throws -> Reply {
        let code: RegisterCode = try visit.code("code")
        let actor = try visit.signedIn()
        guard let version = visit.form["version"].flatMap({ Int($0) }) else {
            throw RegisterEntryRefusal.missing("version")
        }
        let values = visit.form.filter { $0.key != "version" }
        let room = room
        _ = try await naming(fieldsOf: kind) { access in
            guard try room.entry(kind, code, scope: actor.scope, in: access) != nil else { throw Problem.notFound }
            return try room.change(
                kind, code, from: version, to: values, scope: actor.scope, by: .person(actor.person), in: access)
        }
        return .redirect("/register/\(kind.rawValue)/\(code)")
    }
}
