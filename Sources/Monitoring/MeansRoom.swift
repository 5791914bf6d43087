public import Facts
public import Kernel
public import Persistence
import Standards
public import Web

/// Means beside the judged ones: computed values that check and warn, alerts by hour, and furnaces by
/// five-minute means. A facade beside `MonitoringRoom`, over the same frames, hours and tables.
public struct MeansRoom: Sendable {
    let monitoring: MonitoringRoom
    let furnaces: ReferenceFurnaces
    /// Looks at changed hours of waste water and at hours of stacks that cannot decide; one task of the program.
    public let alerts: AlertWatch
    /// Looks at the days of furnaces; one task of the program.
    public let furnaceWatch: FurnaceWatch

    /// Over the values of a monitoring room.
    ///
    /// What the marks of enterprises exempt is not judged at a furnace either.
    public init(beside monitoring: MonitoringRoom, furnaces: ReferenceFurnaces) {
        self.monitoring = monitoring
        self.furnaces = furnaces
        let (journal, parameters) = (monitoring.journal, monitoring.parameters)
        alerts = AlertWatch(
            database: monitoring.database,
            desk: AlertDesk(
                journal: journal, decisions: monitoring.judge.decisions, parameters: parameters,
                entropy: monitoring.judge.entropy, holes: monitoring.hourHoles),
            clock: monitoring.clock)
        furnaceWatch = FurnaceWatch(
            database: monitoring.database,
            reading: monitoring.furnaceReading, desk: monitoring.furnaceDesk, clock: monitoring.clock)
    }

    /// The rules, for replay.
    public static let rules: [ReplayableRule] = [
        ReplayableRule(WaterHourAlert.self), ReplayableRule(LowFurnaceTemperature.self),
        ReplayableRule(MarkedFurnaceTemperature.self), ReplayableRule(StackHourWarning.self),
        ReplayableRule(IncineratorWarning.self), ReplayableRule(WaterHandSetAlert.self),
        ReplayableRule(StackHandSetWarning.self), ReplayableRule(IncineratorHandSetWarning.self),
    ]

    /// What a duty of these alerts is called; nil for the duties of others.
    public static func dutyPhrase(_ kind: String) -> Phrase? { SupplyDuty(kind: kind)?.phrase }

    /// The outlet that such a duty is about; nil for the duties of others.
    public static func outlet(ofDuty reference: String) -> OutletID? {
        reference.contains("@") ? SupplyDuty.outlet(of: reference) : nil
    }

    /// What `jianhu verify` examines.
    public var checks: [any SelfChecking] {
        let now = monitoring.clock.now()
        return [
            AlertChecks(parameters: monitoring.parameters, holes: monitoring.hourHoles, now: now),
            FurnaceChecks(
                reading: furnaceWatch.reading, parameters: monitoring.parameters,
                figures: monitoring.judgingFigures.furnace, now: now),
        ]
    }

    /// How computed values came about, and a furnace's day.
    public var routes: [Route] {
        let readers = Permission.roles([.cityOfficer, .branchOfficer, .enterpriseManager])
        return [
            Route.page(
                "/outlets/{outlet}/computed", summary: Phrase("计算值核对", "computed values beside uploaded ones"),
                permission: readers,
                query: [
                    MonitoringRoom.factorFilter,
                    .filter("day", Phrase("日期，缺省为今天", "Day; today unless given"), .date),
                ]
            ) { visit in
                try await computedPage(visit)
            },
            Route.page(
                "/outlets/{outlet}/furnace/{day}",
                summary: Phrase("一天的炉膛温度", "a furnace's temperature on a day"), permission: readers
            ) { visit in
                try await furnacePage(visit)
            },
        ]
    }

    private func computedPage(_ visit: Visit) async throws -> ComputedPage {
        let id: OutletID = try visit.code("outlet")
        let actor = try visit.signedIn()
        let (scope, isForOfficers) = (actor.scope, actor.role != .enterpriseManager)
        let today = visit.now.civil.date
        let day = visit.query("day").flatMap { CivilDate($0) } ?? today
        let wanted = visit.query("factor").flatMap { PollutantCode($0) }
        let (room, furnaces) = (monitoring, furnaces)
        let page = try await room.database.read { access -> ComputedPage? in
            guard let outlet = try room.directory.outlet(id, scope: scope, in: access) else { return nil }
            let look = ComparisonLook(
                outlet: id, day: day, factors: room.factors, judging: room.judgingFigures, furnaces: furnaces)
            let limited = try LimitStore.factors(of: id, in: access)
            let seen = try HourStore.factors(
                of: id, from: Instant(startOf: day), to: Instant(startOf: day).adding(hours: 23), in: access)
            let factors = limited + seen.filter { !limited.contains($0) }
            guard let factor = wanted ?? factors.first else {
                return ComputedPage(
                    outlet: outlet, day: day, today: today, factor: nil, factors: [], hours: [], uploadedDay: nil,
                    computedDay: nil, reference: nil, isForOfficers: isForOfficers)
            }
            return try Self.page(
                outlet, day, today, factor, factors.map(room.pollutant), look, room, isForOfficers: isForOfficers,
                access)
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    private static func page(
        _ outlet: OutletSummary, _ day: CivilDate, _ today: CivilDate, _ factor: PollutantCode,
        _ factors: [Pollutant], _ look: ComparisonLook, _ room: MonitoringRoom, isForOfficers: Bool,
        _ access: any ReadAccess
    ) throws -> ComputedPage {
        let readings = try look.hours(factor, in: access)
        let computed = look.computedHours(factor, try look.minutes(of: [factor], in: access))
        let reference = try look.reference(factor, in: access)
        let oxygen = try look.hours(.oxygen, in: access).filter(\.isValid)
        return ComputedPage(
            outlet: outlet, day: day, today: today, factor: room.pollutant(factor), factors: factors,
            hours: (0..<24).compactMap { number in
                let hour = Instant(startOf: day).adding(hours: Int64(number))
                return ComputedPage.Hour(
                    hour: hour, uploaded: readings.first { $0.hour == hour },
                    computed: computed.first { $0.hour == hour },
                    oxygen: oxygen.first { $0.hour == hour }?.average, reference: reference,
                    conversion: room.judgingFigures.conversion)
            },
            uploadedDay: try look.uploadedDay(factor, in: access),
            computedDay: ComputedDay.mean(
                of: factor, readings, flows: try look.flows(for: factor, in: access),
                figures: room.judgingFigures.validity),
            reference: reference, isForOfficers: isForOfficers)
    }

    private func furnacePage(_ visit: Visit) async throws -> FurnacePage {
        let id: OutletID = try visit.code("outlet")
        guard let day = CivilDate(try visit.parameter("day")) else { throw Problem.notFound }
        let scope = try visit.signedIn().scope
        let room = monitoring
        let page = try await room.database.read { access -> FurnacePage? in
            guard let outlet = try room.directory.outlet(id, scope: scope, in: access),
                let kept = try FurnaceDayStore.days(of: id, day...day, scope: scope, in: access).first
            else { return nil }
            let limits = try LimitStore.limits(outlet: id, pollutant: .furnaceTemperature, in: access)
            return FurnacePage(
                outlet: outlet, day: kept, limit: limits.inForce(on: day, of: .day),
                counted: LowFurnaceTemperature.count(kept, limits: limits, figures: room.judgingFigures.furnace))
        }
        guard let page else { throw Problem.notFound }
        return page
    }
}
