import Facts
import Kernel
import Persistence
import Web

extension DevicesRoom {
    /// Registering loggers, and password and key of each logger.
    var registrationRoutes: [Route] {
        let keepers = Permission.roles([.administrator, .cityOfficer])
        let list = Route.list(
            "/registrations", summary: Phrase("数采仪注册申请", "registering data loggers"), permission: keepers,
            query: RegistrationFilter.query,
            place: "after", CodeForm(like: "0123456789abcdef0123456789abcdef") { RegistrationID($0) != nil },
            lines: Self.registrationsShown, page: registrationsPage)
        return list + [
            Route.page(
                "/registrations/{registration}", summary: Phrase("一条注册申请", "one registration"),
                permission: keepers
            ) { visit in
                try await registrationPage(visit)
            },
            Route(
                .post, "/registrations/{registration}/accept",
                summary: Phrase("分配数采仪 MN", "give a registering logger its number"), permission: keepers,
                fields: RegistrationForms.accept,
                onRefusal: { visit in .page(try await registrationPage(visit)) },
                handler: { visit in .redirect(try await accept(visit)) }),
            Route(
                .post, "/registrations/{registration}/dismiss",
                summary: Phrase("移除注册申请", "remove a registration request"), permission: keepers
            ) { visit in
                .redirect(try await dismiss(visit))
            },
            Route(
                .post, "/registrations/key-policy", summary: Phrase("密钥策略", "who decides about new keys"),
                permission: .roles([.administrator]), fields: RegistrationForms.keyPolicy,
                onRefusal: { visit in .page(try await registrationsPage(visit, rowsMax: Self.registrationsShown)) },
                handler: { visit in .redirect(try await setPolicy(visit)) }),
            Route.page(
                "/outlets/{outlet}/device/secrets",
                summary: Phrase("数采仪的密码与密钥", "a logger's password and key"), permission: keepers
            ) { visit in
                try await secretsPage(visit)
            },
        ] + DeviceSecret.allCases.map(entryRoute)
    }

    /// How many requests a page of the list shows.
    private static let registrationsShown = 50
    /// How many orders a page shows.
    private static let ordersShown = 20

    private func entryRoute(of secret: DeviceSecret) -> Route {
        let fields =
            switch secret {
            case .password: RegistrationForms.password(of: [])
            case .key: RegistrationForms.key(of: [])
            }
        return Route(
            .post, "/outlets/{outlet}/device/secrets/\(secret.rawValue)",
            summary: secret == .password
                ? Phrase("登记数采仪密码", "enter a logger's password") : Phrase("登记数采仪密钥", "enter a logger's key"),
            permission: .roles([.administrator]), fields: fields,
            onRefusal: { visit in .page(try await secretsPage(visit, refused: secret)) },
            handler: { visit in .redirect(try await enter(secret, visit)) })
    }

    private func registrationsPage(_ visit: Visit, rowsMax limit: Int) async throws -> RegistrationsPage {
        let actor = try visit.signedIn()
        let (register, refused, filter) = (register, visit.refused, RegistrationFilter(visit))
        let after = visit.query("after").flatMap { RegistrationID($0) }
        return try await database.read { access in
            let found = try RegistrationStore.list(filter, after: after, limit: limit + 1, in: access)
            let shown = found.prefix(limit)
            return RegistrationsPage(
                lines: try shown.map { try Self.line($0, register, access) }, filter: filter,
                waiting: try RegistrationStore.waitingCount(access),
                next: found.count > limit ? shown.last.map { visit.address(with: "after", $0.id.text) } : nil,
                policy: try KeyPolicyStore.policy(access), isAdministrator: actor.role == .administrator,
                refused: refused)
        }
    }

    private static func line(
        _ registration: Registration, _ register: any DeviceRegister, _ access: any ReadAccess
    ) throws -> RegistrationsPage.Line {
        let numbers = try registration.acceptance.map { try register.numbers(of: $0.outlet, in: access) } ?? []
        return RegistrationsPage.Line(
            registration: registration,
            number: numbers.first { $0.device == registration.acceptance?.device }?.standing)
    }

    private func registrationPage(_ visit: Visit) async throws -> RegistrationPage {
        let id: RegistrationID = try visit.code("registration")
        let actor = try visit.signedIn()
        let isConnected = await link.line(ofRegistrant: id.text) != nil
        let (register, directory, refused) = (register, directory, visit.refused)
        let page = try await database.read { access -> RegistrationPage? in
            guard let registration = try RegistrationStore.registration(id, in: access) else { return nil }
            let acceptance = registration.acceptance
            return RegistrationPage(
                line: try Self.line(registration, register, access),
                outlet: try acceptance.flatMap {
                    try directory.station(of: $0.outlet, scope: .city, in: access)
                },
                orders: try acceptance.map {
                    try ConversationStore.newest(
                        [.setDeviceNumber], outlet: $0.outlet, limit: Self.ordersShown, in: access)
                } ?? [], isConnected: isConnected, seesOutlets: actor.role != .administrator, refused: refused)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    private func accept(_ visit: Visit) async throws -> String {
        let id: RegistrationID = try visit.code("registration")
        _ = try await accept(
            id, number: visit.form[RegistrationForms.device] ?? "", outlet: visit.form[RegistrationForms.outlet] ?? "",
            by: try visit.signedIn(), at: visit.now)
        return "/registrations/\(id)"
    }

    private func dismiss(_ visit: Visit) async throws -> String {
        let id: RegistrationID = try visit.code("registration")
        let (registrations, actor, now) = (registrations, try visit.signedIn(), visit.now)
        try await database.write { try registrations.dismiss(id, by: actor, at: now, in: $0) }
        return "/registrations"
    }

    private func setPolicy(_ visit: Visit) async throws -> String {
        let actor = try visit.signedIn()
        let policy = visit.form[RegistrationForms.policy].flatMap { KeyPolicy(rawValue: $0) } ?? .standard
        let (registrations, now) = (registrations, visit.now)
        try await database.write { access in
            try registrations.set(policy, by: actor, at: now, in: access)
        }
        return "/registrations"
    }

    func secretsPage(_ visit: Visit, refused: DeviceSecret? = nil) async throws -> DeviceSecretsPage {
        let outlet: OutletID = try visit.code("outlet")
        let actor = try visit.signedIn()
        let (register, directory, scope, now) = (register, directory, Self.sight(of: actor), visit.now)
        let problems = refused.flatMap { secret in visit.refused.map { (form: secret, problems: $0) } }
        let page = try await database.read { access -> DeviceSecretsPage? in
            guard let station = try directory.station(of: outlet, scope: scope, in: access) else { return nil }
            return DeviceSecretsPage(
                station: station, numbers: try register.numbers(of: outlet, in: access),
                orders: try ConversationStore.newest(
                    [.setPassword, .setKey, .setDeviceNumber], outlet: outlet, limit: Self.ordersShown, in: access),
                isAdministrator: actor.role == .administrator, now: now, refused: problems)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    private func enter(_ secret: DeviceSecret, _ visit: Visit) async throws -> String {
        let outlet: OutletID = try visit.code("outlet")
        let actor = try visit.signedIn()
        let entered = try Self.entered(secret, visit.form)
        let (register, directory, now) = (register, directory, visit.now)
        let chosen = visit.form[secret == .key ? RegistrationForms.device : RegistrationForms.passwordDevice]
        try await database.write { access in
            guard let station = try directory.station(of: outlet, scope: Self.sight(of: actor), in: access) else {
                throw Problem.notFound
            }
            let numbers = try register.numbers(of: outlet, in: access).map(\.device)
            guard let device = numbers.first(where: { $0.text == chosen ?? station.device.text }) else {
                throw RegisterRefusal.unknown
            }
            try register.enter(entered, of: device, by: .person(actor.person), at: now, in: access)
        }
        return "/outlets/\(outlet)/device/secrets"
    }

    private static func entered(_ secret: DeviceSecret, _ form: [String: String]) throws -> EnteredSecret {
        switch secret {
        case .password: return .password(form[RegistrationForms.password] ?? "")
        case .key:
            guard let bytes = RegistrationForms.bytes(ofKey: form[RegistrationForms.key] ?? "") else {
                throw RegisterRefusal.keyLength
            }
            return .key(bytes, isDrawn: form[RegistrationForms.drawn] == "true")
        }
    }
}
