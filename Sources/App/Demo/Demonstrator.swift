import Access
import Devices
import Facts
import Foundation
public import Gateway
import Kernel
public import Logging
import Monitoring
import Persistence
import Registry
import SQLitePersistence
public import Web

/// `jianhu demo`: an invented city with a past behind it and live traffic before it.
public struct Demonstrator: Sendable {
    /// A folder that demo must not, or cannot, use.
    public struct Refusal: Error, Equatable, CustomStringConvertible {
        public let description: String
    }

    private let plan: DemoPlan
    private let clock: DemoClock
    private let platform: Platform
    private let city: DemoCity
    private let logger: Logger

    /// Opens the demonstration's database; a new one is filled with the invented city and the past behind it.
    ///
    /// - Parameter keyFile: Where the keys of device secrets lie; beside the database if left out.
    public init(_ plan: DemoPlan, keyFile: String? = nil, logger: Logger) async throws {
        self.plan = plan
        self.logger = logger
        try Self.makeFolder(plan.folder)
        if FileManager.default.fileExists(atPath: plan.databaseFile) {
            switch try await Installed.purpose(of: plan.databaseFile) {
            case .real: throw Self.notADemonstration(plan)
            case .demonstration: break
            // The first start was broken off; half a city is none.
            case nil: try await Self.discard(plan)
            }
        }
        clock = DemoClock()
        city = try DemoCity(enterprises: plan.enterprises)
        platform = try await Platform.open(
            file: plan.databaseFile, keyFile: keyFile, share: plan.share, clock: clock, entropy: SystemEntropy(),
            logger: logger)
        if try await platform.purpose() == nil { try await makeCity() }
    }

    /// Serves until the program is asked to stop.
    ///
    /// - Parameter onReady: Told the doors, and the line to paste that makes an exceedance.
    public func run(
        web: WebSettings, gateway settings: GatewaySettings,
        onReady: @escaping @Sendable (_ doors: Doors, _ sendLine: String) -> Void
    ) async throws {
        let began = try await platform.database.read { try Installation.createdAt($0) }
        let loggers = try await loggers(began: began ?? clock.now())
        let firstHour = try await firstHourToSend()
        let target = try writeTarget(loggers)
        let (clock, logger) = (clock, logger)
        let opened = OpenedDoors()
        let sendLine: @Sendable () -> String? = {
            opened.doors.map { doors in
                target.sendLine(
                    to: settings.host, doors.gateway, hour: clock.now().startOfHour.adding(hours: -2))
            }
        }
        try await platform.serve(
            web: web, gateway: settings, as: .demonstration, sendLine: sendLine,
            companions: { gateway in
                [
                    DemoTraffic(
                        loggers: loggers, clock: clock, gateway: gateway, logger: logger, firstHour: firstHour),
                    DemoRegistrant(clock: clock, gateway: gateway, logger: logger),
                ]
            },
            onReady: { doors in
                opened.open(doors)
                if let line = sendLine() { onReady(doors, line) }
            })
    }

    /// Enters the city, lives its past through, and marks the database: last, so that a first start that is broken off
    /// is known by the mark it lacks.
    private func makeCity() async throws {
        let now = clock.now()
        let start = now.startOfHour.adding(hours: -DemoHistory.hours * plan.days)
        clock.stand(at: start)
        logger.notice(
            "making an invented city; the first start takes half a minute",
            metadata: ["demo.enterprises": "\(plan.enterprises)", "demo.days": "\(plan.days)"])
        try await enterCity()
        let gateway = GatewayServer(
            settings: try GatewaySettings(port: 0), intake: platform.intake,
            clock: clock,
            logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await gateway.run() }
            let history = DemoHistory(
                platform: platform, clock: clock, loggers: try await loggers(began: now), people: try city.people(),
                gatewayPort: try await gateway.boundPort(), days: plan.days, logger: logger)
            try await history.live(until: now)
            group.cancelAll()
            while let result = await group.nextResult() {
                if case .failure(let error) = result, !(error is CancellationError) { throw error }
            }
        }
        clock.stand(at: now)
        logger.notice("entering the policy's months and looking for suspicious curves")
        try await platform.health.watch.look()
        try await DemoPolicy(platform: platform, now: now, hasLastYear: plan.days > 1).live()
        if let asked = city.firms.first?.enterprise.id {
            try await platform.standing.tell(of: asked, to: PersonID(checked: "P-BANK"), for: .loan, at: now)
        }
        // The newest day can be looked at from its next noon on; the days before show what is played again.
        let dayDue = SignWatch.dayDue(by: now)
        for day in [dayDue.adding(days: -1), dayDue] {
            while try await platform.falsification.watch.look(at: day) > 0 {}
        }
        try await platform.mark(.demonstration)
        clock.release()
        logger.notice("the city is made", metadata: ["demo.took_s": "\(clock.now().milliseconds(since: now) / 1_000)"])
    }

    private func enterCity() async throws {
        let (registry, monitoring, city) = (platform.registry, platform.monitoring, city)
        let since = clock.now().civil.date.adding(days: -365)
        try await platform.database.write { access in
            for firm in city.firms {
                try registry.register(firm.enterprise, by: .system("demonstration"), in: access)
                let password =
                    firm.hasFactoryPassword ? RegistryRoom.defaultDevicePassword : Self.drawnPassword()
                try registry.register(
                    firm.outlet, of: firm.enterprise, devicePassword: password, by: .system("demonstration"),
                    in: access)
                let subject = FactSubject(
                    enterprise: firm.enterprise.id, region: firm.enterprise.region, reference: firm.outlet.id.text)
                for (pollutant, value) in firm.limits {
                    let limit = LimitRecorded(
                        outlet: firm.outlet.id, pollutant: pollutant, limit: value, validFrom: since, validTo: nil,
                        source: firm.source, sourceKind: .permit,
                        table: firm.table)
                    try monitoring.recordLimit(limit, about: subject, by: .system("demonstration"), in: access)
                }
            }
            for place in city.wasteWater {
                try registry.register(
                    place.outlet, of: place.enterprise, devicePassword: Self.drawnPassword(),
                    by: .system("demonstration"), in: access)
                let subject = FactSubject(
                    enterprise: place.enterprise.id, region: place.enterprise.region, reference: place.outlet.id.text)
                for limit in place.limits(from: since) {
                    try monitoring.recordLimit(limit, about: subject, by: .system("demonstration"), in: access)
                }
            }
            try enterPlaces(from: since, access)
            try DemoRegister(registry: registry, city: city).enter(access)
            try Self.settle(city, from: since, in: monitoring, access)
        }
        for organisation in try city.organisations() {
            try await platform.access.record(organisation, by: .system("demonstration"))
        }
        for person in try city.people() { try await platform.access.admit(person, password: nil) }
        for certificate in try city.certificates(on: clock.now().civil.date) {
            try await platform.access.record(certificate, by: .system("demonstration"))
        }
    }

    private func enterPlaces(from since: CivilDate, _ access: any WriteAccess) throws {
        let author = FactAuthor.system("demonstration")
        var known: Set<EnterpriseID> = []
        for place in city.places {
            let enterprise = place.enterprise
            if known.insert(enterprise.id).inserted {
                try platform.registry.register(enterprise, by: author, in: access)
            }
            try platform.registry.register(
                place.outlet, of: enterprise, devicePassword: Self.drawnPassword(), by: author, in: access)
            let subject = FactSubject(
                enterprise: enterprise.id, region: enterprise.region, reference: place.outlet.id.text)
            for limit in place.limits(from: since) {
                try platform.monitoring.recordLimit(limit, about: subject, by: author, in: access)
            }
        }
    }

    private static func drawnPassword() -> String { SystemEntropy().bytes(6).map { String($0 % 10) }.joined() }

    /// What people of the city have recorded before its first day: that daily means of waste water decide, and in which
    /// unit its devices send their flows.
    private static func settle(
        _ city: DemoCity, from day: CivilDate, in monitoring: MonitoringRoom, _ access: any WriteAccess
    ) throws {
        let people = try city.people()
        guard let officer = people.first(where: { $0.post == .cityOfficer }),
            let administrator = people.first(where: { $0.post == .administrator })
        else { throw DemoCity.Defect(line: 0) }
        try monitoring.recordAdoption(DemoCity.adoption(from: day), by: .person(officer.id), in: access)
        let flows =
            city.firms.map { (code: "a00000", device: $0.outlet.device) }
            + city.wasteWater.map { (code: "w00000", device: $0.outlet.device) }
            + city.places.map { (code: $0.process.flowCode, device: $0.outlet.device) }
        for flow in flows {
            try monitoring.recordUnit(
                "m3/h", of: PollutantCode(checked: flow.code), sentBy: flow.device, from: day,
                because: "现场核对设备铭牌与上传单位一致（示例）", by: administrator.actor, in: access)
        }
    }

    /// The city's data loggers, with the passwords that the register holds and the story that began with the database.
    private func loggers(began: Instant) async throws -> [SimulatedLogger] {
        let (registry, seed) = (platform.registry, plan.seed)
        let instruments =
            city.firms.map { DemoInstruments.stack(DemoCurve(firm: $0, seed: seed, dayEndedAt: began)) }
            + city.wasteWater.map { .wasteWater(DemoWaterCurve(place: $0, seed: seed, dayEndedAt: began)) }
            + city.places.map { .place(DemoPlaceCurve(place: $0, seed: seed, startedAt: began)) }
        return try await platform.database.read { access in
            try instruments.compactMap { instruments in
                try registry.binding(of: instruments.outlet.device, in: access).map { binding in
                    SimulatedLogger(instruments: instruments, registeredPassword: binding.password)
                }
            }
        }
    }

    /// The hour after the newest one stored, but not more than two days back: what was missed while nobody served.
    private func firstHourToSend() async throws -> Instant {
        let (monitoring, firms, now) = (platform.monitoring, city.firms, clock.now())
        let newest = try await platform.database.read { access in
            try firms.compactMap { try monitoring.newestHour(of: $0.outlet.id, in: access) }.max()
        }
        let floor = now.startOfHour.adding(hours: -48)
        return min(max(newest?.adding(hours: 1) ?? floor, floor), now.startOfHour)
    }

    /// The outlet to play with: the last firm's stack, which is steady.
    private func writeTarget(_ loggers: [SimulatedLogger]) throws -> DemoTarget {
        guard let last = loggers.last(where: { $0.stack != nil }) else { throw DemoCity.Defect(line: 0) }
        let file = plan.folder + "/device-password.txt"
        try Data((last.password + "\n").utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        return DemoTarget(device: last.instruments.outlet.device, passwordFile: file)
    }
}

extension Demonstrator {
    /// Throws the database of an earlier start away. A real installation that lies there is refused, not thrown away,
    /// and so is a database that is being served.
    public static func discard(_ plan: DemoPlan) async throws {
        guard FileManager.default.fileExists(atPath: plan.databaseFile) else { return }
        guard try await Installed.purpose(of: plan.databaseFile) != .real else { throw notADemonstration(plan) }
        // Opening takes the file's lock, which is held until the files are gone.
        let database = try Installed.database(plan.databaseFile, mode: .serve)
        for ending in ["", "-wal", "-shm", ".evidence"]
        where FileManager.default.fileExists(atPath: plan.databaseFile + ending) {
            try FileManager.default.removeItem(atPath: plan.databaseFile + ending)
        }
        withExtendedLifetime(database) {}
    }

    private static func notADemonstration(_ plan: DemoPlan) -> Refusal {
        Refusal(
            description: "\(plan.databaseFile) is a real installation, which demo does not touch; "
                + "name another --folder, or use serve")
    }

    private static func makeFolder(_ folder: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Refusal(
                description: "the folder \(folder) cannot be made; name another --folder, or check its rights")
        }
    }
}
