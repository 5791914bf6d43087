public import Access
import Devices
import Facts
import Governance
public import Kernel
public import Logging
import Monitoring
import Notices
public import Persistence
import Portal
import Registry
import SQLitePersistence
import Supervision
import Web

/// All rooms over one database. The only place that knows concrete types.
public struct Platform: Sendable {
    /// The database.
    public let database: any Database
    /// People and sessions.
    public let access: AccessRoom
    let registry: RegistryRoom
    let keyRing: DeviceKeyRing
    let monitoring: MonitoringRoom
    let falsification: FalsificationRoom
    let amounts: AmountRoom
    let means: MeansRoom
    let states: StateRoom
    let devices: DevicesRoom
    let health: HealthRoom
    /// The way to devices once the gateway serves.
    let deviceLink = GatewayLink()
    let supervision: SupervisionRoom
    /// Where the bytes of evidence lie.
    let evidence: EvidenceFolder
    let notices: NoticesRoom
    let governance: GovernanceRoom
    let portal: PortalRoom
    let clock: any WallClock
    let entropy: any EntropySource
    let logger: Logger
    let share: String
    /// The database's file.
    let file: String
    /// Between which degrees imported boundaries may lie.
    let provinceBounds: ProvinceBounds
    private let journal: Journal
    /// The days on which offices work; an import of days off reaches it by the journal.
    let calendar: LiveCalendar

    /// Opens a database file, creating it when there is none, and brings its schema up to date.
    ///
    /// - Parameter keyFile: Where the keys of device secrets lie; beside the database if left out. Made when the
    ///   database holds no sealed secret yet, demanded when it does.
    public static func open(
        file: String, keyFile: String? = nil, share: String, clock: any WallClock, entropy: any EntropySource,
        logger: Logger
    ) async throws -> Platform {
        let files = try RuleFiles(share: share)
        let keyFile = keyFile ?? KeyFile.standard(for: file)
        let keys = try KeyFile.keys(at: keyFile)
        let database = try Installed.database(file, mode: .serve)
        do {
            return try await open(
                database, file: file, files: files, keys: keys, keyFile: keyFile, share: share, clock: clock,
                entropy: entropy, logger: logger)
        } catch {
            // Whoever could not have it leaves the file whole behind, and open for others.
            try? database.close()
            throw error
        }
    }

    private static func open(
        _ database: SQLiteDatabase, file: String, files: RuleFiles, keys: [SecretKey]?, keyFile: String, share: String,
        clock: any WallClock, entropy: any EntropySource, logger: Logger
    ) async throws -> Platform {
        try await Migrator.migrate(database, to: schemas)
        let holdsSecrets = try await database.read { access in
            try RegistryRoom.holdsSealedSecrets(in: access) || AccessRoom.holdsSealedSecrets(in: access)
        }
        if keys == nil, holdsSecrets {
            throw KeyFile.missing(keyFile, for: file)
        }
        let secrets = SecretBox(keys: try keys ?? KeyFile.make(at: keyFile, entropy: entropy), entropy: entropy)
        let calendar = try await database.read { [base = files.calendar.calendar] in
            LiveCalendar(try SupervisionRoom.calendar(base, with: $0))
        }
        let platform = try Platform(
            database: database, file: file, files: files, calendar: calendar, secrets: secrets, share: share,
            clock: clock, entropy: entropy,
            logger: logger)
        do { try await platform.sealSecrets() } catch SecretBox.Refusal.foreignKey(let name) {
            throw KeyFile.wrong(keyFile, for: file, lacks: name)
        }
        try await platform.governance.enterShippedPolicy()
        return platform
    }

    /// What every room brings into the database.
    static let schemas = [
        TrunkSchema.schema, AccessRoom.schema, RegistryRoom.schema, MonitoringRoom.schema,
        FalsificationRoom.schema, AmountRoom.schema, StateRoom.schema, DevicesRoom.schema,
        HealthRoom.schema,
        SupervisionRoom.schema, NoticesRoom.schema, GovernanceRoom.schema,
    ]

    /// Every rule, for replay.
    static let rules =
        MonitoringRoom.rules + FalsificationRoom.rules + AmountRoom.rules + MeansRoom.rules + StateRoom.rules
        + GovernanceRoom.rules

    init(
        database: any Database, file: String, files shipped: RuleFiles, calendar: LiveCalendar, secrets: SecretBox,
        share: String, clock: any WallClock, entropy: any EntropySource, logger: Logger
    ) throws {
        let files = shipped.counted(on: calendar)
        (self.database, self.calendar, self.share) = (database, calendar, share)
        (self.clock, self.entropy, self.logger) = (clock, entropy, logger)
        journal = Journal(clock: clock, entropy: entropy)
        provinceBounds = files.provinceBounds
        let registry = RegistryRoom(
            journal: journal, regions: files.regions, secrets: secrets, books: files.registerBooks)
        self.registry = registry
        access = AccessRoom(
            database: database, journal: journal, secrets: secrets,
            register: EnterpriseRegister { try registry.enterprise($0, scope: .city, in: $1) != nil },
            work: .ofPolicies, clock: clock, entropy: entropy)
        keyRing = DeviceKeyRing(registry: registry)
        let decisions = DecisionLog(journal: journal, clock: clock, entropy: entropy)
        monitoring = try MonitoringRoom(
            database: database, journal: journal, decisions: decisions,
            directory: RegistryDirectory(registry: registry), clock: clock, entropy: entropy,
            judgingParameters: files.judging, judgingFigures: files.judgingFigures, factors: files.factors,
            standards: files.standards, validity: files.validity,
            furnaces: files.referenceFurnaces, timeline: files.legalTimeline, keys: keyRing)
        falsification = try FalsificationRoom(
            beside: monitoring, decisions: decisions, entropy: entropy, figures: files.falsificationSigns,
            judging: files.judgingFigures, furnaces: files.referenceFurnaces)
        amounts = AmountRoom(beside: monitoring, decisions: decisions, figures: files.judgingFigures)
        means = MeansRoom(beside: monitoring, furnaces: files.referenceFurnaces)
        states = try StateRoom(
            beside: monitoring, decisions: decisions, entropy: entropy, figures: files.stateEpisodes,
            calendar: files.calendar)
        let devicesWiring = DevicesWiring(registry: registry, monitoring: monitoring)
        devices = DevicesRoom(
            database: database, journal: journal, directory: devicesWiring,
            register: DeviceRegisterWiring(registry: registry, keyRing: keyRing, entropy: entropy), link: deviceLink,
            periods: devicesWiring, secrets: secrets, clock: clock, entropy: entropy)
        health = HealthRoom(
            database: database, journal: journal, directory: devicesWiring,
            sources: HealthWiring(registry: registry, monitoring: monitoring), link: deviceLink, clock: clock)
        self.file = file
        evidence = EvidenceFolder(beside: file)
        let supervisionWiring = SupervisionWiring(registry: registry, monitoring: monitoring)
        supervision = SupervisionRoom(
            database: database, journal: journal, surroundings: supervisionWiring, officers: supervisionWiring,
            marks: supervisionWiring, shelf: evidence, rules: files.closedLoop, clock: clock, entropy: entropy)
        notices = NoticesRoom(
            database: database, journal: journal, sender: HTTPNoticeSender(), secrets: secrets,
            regions: files.regions.all.map { ($0.code, $0.name) }, clock: clock, entropy: entropy)
        governance = GovernanceRoom(
            database: database, journal: journal, decisions: decisions, directory: GovernanceWiring(),
            files: files.governance, workFiles: WorkFilesWiring(folder: evidence),
            enterprises: ReceivingEnterprisesWiring(registry: registry),
            regions: files.regions.all.map { ($0.code, $0.name) }, calendar: files.calendar, clock: clock,
            namesOfFacts: PortalRoom.namesOfFacts)
        let sources = PortalWiring(
            registry: registry, monitoring: monitoring, supervision: supervision, governance: governance)
        portal = PortalRoom(database: database, sources: sources, map: files.map, clock: clock)
    }

    /// Carries facts between the rooms.
    var delivery: JournalDelivery {
        JournalDelivery(
            database: database,
            subscribers: [
                supervision.subscriber, supervision.holidaySubscriber(turning: calendar), keyRing, notices.subscriber,
                governance.subscriber,
            ])
    }

    /// Notices missed duties.
    var dutyWatch: DutyWatch {
        DutyWatch(database: database, journal: journal, clock: clock)
    }

    /// What this database is for; nil when it is new.
    public func purpose() async throws -> Installation.Purpose? {
        try await database.read { access in try Installation.purpose(access) }
    }

    /// Marks a new database, and tells the journal.
    public func mark(_ purpose: Installation.Purpose) async throws {
        let now = clock.now()
        try await database.write { [journal] access in
            try Installation.mark(purpose, at: now, in: access)
            try journal.append(
                InstallationMade(purpose: purpose.rawValue), about: .city, by: .system("installation"),
                occurredAt: now, in: access)
        }
    }
}
