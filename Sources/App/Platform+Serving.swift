import Access
import Devices
public import Gateway
import Governance
import Kernel
import Logging
import Monitoring
import Notices
public import Persistence
import Portal
import Registry
import SQLitePersistence
public import ServiceLifecycle
import Standards
import Supervision
import UnixSignals
public import Web

/// The addresses under which a running program is reached.
public struct Doors: Sendable, Equatable {
    /// The web port.
    public let web: Int
    /// The HJ 212 port.
    public let gateway: Int
}

extension Platform {
    /// Serves until the program is asked to stop: facts are carried, clocks watched, frames and visitors received.
    ///
    /// - Parameters:
    ///   - purpose: Only in a demonstration does the page exist on which anybody becomes anybody.
    ///   - sendLine: In a demonstration, the command that makes an exceedance, shown beside the tour.
    ///   - companions: Further services that need the gateway; they stop first.
    ///   - onReady: Told the doors once both are open.
    public func serve(
        web: WebSettings, gateway settings: GatewaySettings, as purpose: Installation.Purpose,
        sendLine: @escaping @Sendable () -> String? = { nil },
        companions: @Sendable (GatewayServer) -> [any Service] = { _ in [] },
        onReady: @escaping @Sendable (Doors) -> Void
    ) async throws {
        try await database.read { [keyRing] in try keyRing.fill(in: $0) }
        let gateway = GatewayServer(
            settings: settings, intake: intake, keys: keyRing, clock: clock, logger: logger)
        deviceLink.attach(gateway.lines)
        let guide = purpose == .demonstration ? try await demonstration(sendLine: sendLine) : nil
        let application = try site(web, gateway: gateway, demonstration: guide).application { webPort in
            // When the gateway cannot listen, its own failure ends the program; there is nothing to announce.
            guard let gatewayPort = try? await gateway.boundPort() else { return }
            onReady(Doors(web: webPort, gateway: gatewayPort))
        }
        let services: [any Service] =
            [
                BackgroundService { [delivery, logger] in
                    try await delivery.run { subscriber, error in
                        logger.error(
                            "a subscriber cannot take a fact",
                            metadata: ["journal.subscriber": "\(subscriber)", "error": "\(error)"])
                    }
                },
                BackgroundService { [dutyWatch, logger] in
                    try await dutyWatch.run(every: .seconds(15)) { error in
                        logger.error("duties could not be watched", metadata: ["error": "\(error)"])
                    }
                },
                BackgroundService { [monitoring, logger] in
                    try await monitoring.watch.run(every: .seconds(30)) { error in
                        logger.error("episodes could not be watched", metadata: ["error": "\(error)"])
                    }
                },
                BackgroundService { [devices, logger] in
                    try await devices.runner.run(every: .milliseconds(500)) { error in
                        logger.error("conversations could not go on", metadata: ["error": "\(error)"])
                    }
                },
                BackgroundService { [devices, logger] in
                    try await devices.gapWatch.run(every: .seconds(600)) { error in
                        logger.error("gaps could not be looked for", metadata: ["error": "\(error)"])
                    }
                },
                BackgroundService { [monitoring, logger] in
                    try await monitoring.rereadings.run(every: .seconds(15)) { error in
                        logger.error("hours could not be read again", metadata: ["error": "\(error)"])
                    }
                },
                gateway, application,
            ] + operationWatches + companions(gateway)
        try await ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger)
        ).run()
        // A stopped installation is one file, to be copied as it is.
        try close()
    }

    /// Folds the write-ahead log into the file and lets others have it: the file alone is the whole installation.
    public func close() throws { try (database as? SQLiteDatabase)?.close() }

    /// Lends itself and closes in the end, whatever came of it: what a command leaves behind is one file, also after a
    /// refusal.
    public func closing<Value>(after body: (Platform) async throws -> Value) async throws -> Value {
        let value: Value
        do { value = try await body(self) } catch {
            // The first failure tells more than one of closing.
            try? close()
            throw error
        }
        try close()
        return value
    }

    func site(
        _ settings: WebSettings, gateway: GatewayServer, demonstration: Demonstration?
    ) throws -> WebSite {
        let routes = roomRoutes
        let (regions, trades, monitoring) = (registry.regions, registry.books.industries.trades, monitoring)
        let all = routes + (try governance.routes(beside: routes + WebSite.ownRoutes(access: access)))
        return WebSite(
            routes: all.map { route in
                // Codes of closed sets: one that is in none of them is a slip, and an empty list would hide it.
                route.knowing(.region) { code in RegionCode(code).map { regions.region($0) != nil } ?? false }
                    .knowing(.industryBeginning) { begin in trades.contains { $0.code.text.hasPrefix(begin) } }
                    .knowing(.factor) { monitoring.knows(factor: $0) }
            },
            navigation: PortalRoom.navigation,
            access: access, share: try ShareFolder(path: share), clock: clock,
            regions: RegionNames(regions.all.map { ($0.code, $0.name) }), names: codeNames,
            facts: PortalRoom.namesOfFacts,
            liaisonHome: { try await liaisonHome(of: $0) }, demonstration: demonstration,
            calendar: calendar, settings: settings,
            metrics: metrics(gateway), logger: logger)
    }

    /// The routes of all rooms but that of policies, which is computed against them.
    var roomRoutes: [Route] {
        portal.routes + register.routes + supervision.routes + monitoring.routes + falsification.routes
            + amounts.routes + means.routes + states.routes + devices.routes + health.routes + sensorThings.routes
            + notices.routes + standing.routes
    }

    private var sensorThings: SensorThingsRoom {
        SensorThingsRoom(
            database: database, sources: SensorWiring(registry: registry, monitoring: monitoring))
    }

    func demonstration(sendLine: @escaping @Sendable () -> String? = { nil }) async throws -> Demonstration {
        let (database, registry) = (database, registry)
        let began = try await database.read { access in
            let known = try registry.enterprises(scope: .city, after: nil, limit: DemoPlan.enterprisesMax, in: access)
            return known.count == DemoPlan.enterprisesMax ? try Installation.createdAt(access) : nil
        }
        return Demonstration(
            stops: DemoTour.stops(ofWholeCityMade: began), doors: DemoTour.doors, sendLine: sendLine
        ) { person in
            if let region = person.region { return registry.regions.name(of: region) }
            guard let enterprise = person.enterprise else { return nil }
            return try await database.read { access in
                try registry.enterprise(enterprise, scope: .city, in: access).map { Phrase($0.name, $0.name) }
            }
        }
    }
}
