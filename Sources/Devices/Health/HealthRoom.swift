public import Kernel
public import Persistence

/// Health of the data loggers: a facade beside `DevicesRoom`, over the same register and lines.
public struct HealthRoom: Sendable {
    let database: any Database
    let sources: any HealthSources
    let link: any DeviceLink
    let limits = HealthLimits.design
    private let inbox: HealthInbox
    /// Keeps the figures up to date and finds what is wrong; one task of the program.
    public let watch: HealthWatch

    /// Health over this database.
    public init(
        database: any Database, journal: Journal, directory: any DeviceDirectory, sources: any HealthSources,
        link: any DeviceLink, clock: any WallClock
    ) {
        self.database = database
        self.sources = sources
        self.link = link
        inbox = HealthInbox()
        watch = HealthWatch(
            database: database, journal: journal, directory: directory, sources: sources, clock: clock, inbox: inbox,
            limits: limits)
    }

    /// The tables of health.
    public static let schema = Schema(
        tables: [
            TableDeclaration("devices_hour", .derived), TableDeclaration("devices_health", .derived),
            TableDeclaration("devices_finding", .register), TableDeclaration("devices_repeat", .register),
            TableDeclaration("devices_identity", .derived),
        ],
        migrations: [.devices0002CreateHealth, .devices0004ForgetEditions])

    /// What `jianhu verify` examines.
    public func checks() -> any SelfChecking { HealthChecks(sources: sources) }

    /// Takes note of frames that were stored, or stored before. Cheap; to be called from the intake.
    public func observe(_ sightings: [FrameSighting]) {
        guard !sightings.isEmpty else { return }
        inbox.note(sightings)
    }
}
