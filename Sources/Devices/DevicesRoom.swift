import Facts
public import Kernel
public import Persistence

/// Data loggers: the platform's conversations with them.
public struct DevicesRoom: Sendable {
    let database: any Database
    let directory: any DeviceDirectory
    let link: any DeviceLink
    let desk: ConversationDesk
    let inbox: ConversationInbox
    let register: any DeviceRegister
    let registrations: RegistrationDesk
    let secretDesk: SecretDesk
    /// Runs the conversations; one task of the program.
    public let runner: ConversationRunner
    /// Finds gaps in stored values and has them fetched; one task of the program.
    public let gapWatch: GapWatch

    /// A room over this database.
    public init(
        database: any Database, journal: Journal, directory: any DeviceDirectory,
        register: any DeviceRegister, link: any DeviceLink, periods: any StoredPeriods, secrets: SecretBox,
        clock: any WallClock, entropy: any EntropySource
    ) {
        self.database = database
        self.directory = directory
        self.link = link
        desk = ConversationDesk(journal: journal, entropy: entropy)
        inbox = ConversationInbox()
        self.register = register
        registrations = RegistrationDesk(desk: desk, directory: directory, register: register, secrets: secrets)
        secretDesk = SecretDesk(desk: desk, register: register)
        runner = ConversationRunner(
            database: database, desk: desk, directory: directory, register: register,
            registrations: registrations, link: link, inbox: inbox, clock: clock)
        gapWatch = GapWatch(
            database: database, desk: desk, directory: directory, link: link, periods: periods, inbox: inbox,
            clock: clock)
    }

    /// The room's tables.
    public static let schema = Schema(
        tables: [
            TableDeclaration("devices_conversation", .evidence), TableDeclaration("devices_exchange", .evidence),
            TableDeclaration("devices_wish", .register), TableDeclaration("devices_gap", .register),
            TableDeclaration("devices_registration", .register), TableDeclaration("devices_key_policy", .register),
        ],
        migrations: [.devices0001CreateConversations, .devices0003KeepFrameTimes, .devices0005KeepRegistrations])

    /// The invariants this room can examine.
    public static var checks: any SelfChecking { DevicesChecks() }

    /// Takes note of frames that were stored, or were stored before. Cheap; to be called from the intake.
    public func observe(_ frames: [ObservedFrame]) {
        inbox.observe(frames)
    }

    /// Puts a request into its device's queue. Throws `CommandRefusal` when it may not be.
    func ask(
        _ kind: RequestKind, of outlet: OutletID, form: [String: String], by actor: Actor, at now: Instant
    ) async throws -> ConversationID {
        let command = try CommandPermission.checked(kind, form: form, by: actor, at: now)
        if let secret = kind.secret { return try await order(kind, secret, of: outlet, form: form, by: actor, at: now) }
        let request = ConversationDesk.Request(
            command: command, link: form[CommandField.link].flatMap { LinkType(rawValue: $0) },
            reason: form[CommandField.reason] ?? "", author: .person(actor.person), authorName: actor.name)
        let (desk, directory) = (desk, directory)
        let station = try await database.read { access in
            try directory.station(of: outlet, scope: actor.scope, in: access)
        }
        guard let station else { throw CommandRefusal.notFound }
        let edition = await link.line(of: station.device)?.edition
        let taken = try await database.write { access in
            try desk.ask(request, of: station, edition: edition, at: now, in: access)
        }
        inbox.put(taken)
        return taken.record.id
    }
}
