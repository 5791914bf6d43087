public import Facts
public import Kernel
public import Persistence

/// The dynamic source base: which enterprises there are, which outlets they have, which device speaks for which outlet.
public struct RegistryRoom: Sendable {
    /// The regions of the city.
    public let regions: Regions
    /// The tables that fields of the register are chosen from.
    public let books: RegisterBooks
    let journal: Journal
    /// What opens and seals device secrets; locked where none are needed.
    let secrets: SecretBox

    /// A registry that writes its facts into this journal and keeps device secrets in this box.
    public init(journal: Journal, regions: Regions, secrets: SecretBox, books: RegisterBooks = .none) {
        self.journal = journal
        self.regions = regions
        self.books = books
        self.secrets = secrets
    }

    /// The room's tables.
    public static let schema = Schema(
        tables: [
            TableDeclaration("registry_enterprise", .register), TableDeclaration("registry_outlet", .register),
            TableDeclaration("registry_device", .register), TableDeclaration("registry_secret", .register),
            TableDeclaration("registry_wiping_due", .ephemeral), TableDeclaration("registry_park", .register),
            TableDeclaration("registry_site", .register), TableDeclaration("registry_facility", .register),
            TableDeclaration("registry_instrument", .register), TableDeclaration("registry_contact", .register),
            TableDeclaration("registry_history", .derived), TableDeclaration("registry_boundary", .register),
            TableDeclaration("registry_sheet", .evidence),
        ],
        migrations: [
            .registry0001CreateSources, .registry0002SealSecrets, .registry0003KnowSuccessions,
            .registry0004WidenRegister, .registry0010DrawBoundaries, .registry0011KeepSheets,
        ])

    /// Enters an enterprise.
    public func register(_ enterprise: Enterprise, by author: FactAuthor, in access: any WriteAccess) throws {
        try SourceStore.insert(enterprise, in: access)
        try tell(of: enterprise, by: author, in: access)
    }

    /// Enters an outlet of a registered enterprise. The device password is what its data logger sends as PW; it is
    /// sealed before it is stored.
    ///
    /// - Precondition: The password is not empty: a frame without PW would match it.
    public func register(
        _ outlet: Outlet, of enterprise: Enterprise, devicePassword: String, by author: FactAuthor,
        in access: any WriteAccess
    ) throws {
        precondition(outlet.enterprise == enterprise.id, "an outlet is registered with its own enterprise")
        try SourceStore.insert(outlet, region: enterprise.region, in: access)
        try seal(devicePassword, of: outlet, in: access)
        try tell(of: outlet, in: enterprise.region, by: author, in: access)
    }

    /// Seals what the logger of a new outlet sends as PW.
    func seal(_ devicePassword: String, of outlet: Outlet, in access: any WriteAccess) throws {
        precondition(!devicePassword.isEmpty, "a device without a password could not be told from any other")
        try DeviceSecretStore.insert(
            Array(devicePassword.utf8), .password, of: outlet.device,
            as: .registered,
            createdAt: nil,
            with: secrets, in: access)
    }

    /// Journals an enterprise that was just entered, with what stands in its fields.
    func tell(of enterprise: Enterprise, by author: FactAuthor, in access: any WriteAccess) throws {
        let entry = try RegisterStore.entry(
            .enterprise, RegisterCode(checked: enterprise.id.text), scope: .city, in: access)
        let sequence = try journal.append(
            EnterpriseRegistered(enterprise: enterprise.id, name: enterprise.name, particulars: entry?.told),
            about: FactSubject(enterprise: enterprise.id, region: enterprise.region), by: author, in: access)
        try RegisterHistory.noteEntered(sequence, .enterprise, enterprise.id.text, in: access)
    }

    /// Journals an outlet that was just entered, with what stands in its fields.
    func tell(
        of outlet: Outlet, in region: RegionCode, by author: FactAuthor, in access: any WriteAccess
    ) throws {
        let entry = try RegisterStore.entry(.outlet, RegisterCode(checked: outlet.id.text), scope: .city, in: access)
        let sequence = try journal.append(
            OutletRegistered(outlet: outlet.id, name: outlet.name, device: outlet.device, particulars: entry?.told),
            about: FactSubject(enterprise: outlet.enterprise, region: region, reference: outlet.id.text), by: author,
            in: access)
        try RegisterHistory.noteEntered(sequence, .outlet, outlet.id.text, in: access)
    }

    /// Enterprises in sight, by identifier; `after` continues behind the last one of the page before.
    public func enterprises(
        scope: Scope, after: EnterpriseID? = nil, limit: Int, in access: any ReadAccess
    ) throws -> [Enterprise] {
        try SourceStore.enterprises(scope: scope, after: after, limit: limit, in: access)
    }

    /// One enterprise, when it is in sight.
    public func enterprise(_ id: EnterpriseID, scope: Scope, in access: any ReadAccess) throws -> Enterprise? {
        try SourceStore.enterprise(id, scope: scope, in: access)
    }

    /// One outlet, when it is in sight.
    public func outlet(_ id: OutletID, scope: Scope, in access: any ReadAccess) throws -> OutletCard? {
        try SourceStore.card(id, scope: scope, in: access)
    }

    /// Outlets in sight.
    public func outlets(scope: Scope, limit: Int, in access: any ReadAccess) throws -> [OutletCard] {
        try SourceStore.cards(scope: scope, limit: limit, in: access)
    }

    /// Outlets in sight by identifier; `after` continues behind the last one of the part before.
    public func outlets(
        scope: Scope = .city, _ filter: OutletFilter = OutletFilter(), after: OutletID?, limit: Int,
        in access: any ReadAccess
    ) throws -> [OutletCard] {
        let words = filter.industry.map { books.industries.words(meaning: $0) } ?? []
        return try SourceStore.cards(
            scope: scope, filter, meaning: words, after: after, limit: limit, in: access)
    }

    /// Whose device an MN is, by any number it is known by, with its opened passwords; nil when it is not registered,
    /// or when no secret opens, so that nothing it says can be believed.
    ///
    /// - Throws: `SecretBox.Refusal` when the secrets are locked or the key is missing.
    public func binding(of device: DeviceNumber, in access: any ReadAccess) throws -> DeviceBinding? {
        guard let place = try SourceStore.place(of: device, in: access) else { return nil }
        var passwords: [(standing: Succession.Standing, text: String)] = []
        for secret in try DeviceSecretStore.sealed(.password, of: device, in: access) {
            do {
                let password = try DeviceSecretStore.open(secret, with: secrets)
                passwords.append((secret.standing, String(decoding: password, as: UTF8.self)))
            } catch SecretBox.Refusal.forged, SecretBox.Refusal.notAnEnvelope {
                continue
            }
        }
        guard let present = passwords.first(where: { $0.standing == .present }) else { return nil }
        return DeviceBinding(
            outlet: place.outlet, enterprise: place.enterprise, region: place.region, medium: place.medium,
            password: present.text, otherPasswords: passwords.filter { $0.standing != .present }.map(\.text))
    }
}
