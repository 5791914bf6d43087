import Facts
import HJ212
import Kernel
import Persistence
import Standards
public import Web

extension MonitoringRoom {
    /// Outlet, its chart, its frames, and the decisions about it.
    public var routes: [Route] {
        let readers = Permission.roles([.cityOfficer, .branchOfficer, .enterpriseManager])
        return [
            Route.page(
                "/outlets/{outlet}", summary: Phrase("排放口", "an outlet"), permission: readers,
                query: [Self.factorFilter]
            ) { visit in
                try await outletPage(visit)
            }.shared,
            Route.json(
                "/outlets/{outlet}/chart", summary: Phrase("排放口曲线", "an outlet's curve"), permission: readers,
                query: [Self.factorFilter]
            ) { visit in
                let page = try await outletPage(visit)
                guard let pollutant = page.pollutant else { throw Problem.notFound }
                return page.chart(of: pollutant, visit.language)
            },
            Route.page(
                "/outlets/{outlet}/frames/{frame}", summary: Phrase("一条报文", "one frame"), permission: readers,
                query: [
                    .filter(
                        "at", Phrase("数据时间，14 位", "Its data time, 14 digits"),
                        CodeForm(like: "20261128080000") { CivilStamp($0) != nil })
                ]
            ) { visit in
                try await framePage(visit)
            },
            Route.page(
                "/decisions/{decision}", summary: Phrase("判定依据", "a decision explained"), permission: readers
            ) { visit in
                try await decisionPage(visit)
            },
        ] + hourRoutes + dayRoutes + quarantineRoutes + factorRoutes + limitRoutes + adoptionRoutes + markRoutes
    }

    /// How far back the outlet page looks, in hours.
    private static let hoursShown: Int64 = 48

    private func outletPage(_ visit: Visit) async throws -> OutletPage {
        let id: OutletID = try visit.code("outlet")
        let scope = try visit.signedIn().scope
        let now = visit.now
        let wanted = visit.query("factor").flatMap { PollutantCode($0) }
        let room = self
        let page = try await database.read { access -> OutletPage? in
            guard let outlet = try room.directory.outlet(id, scope: scope, in: access) else { return nil }
            let judged = try LimitStore.factors(of: id, in: access)
            let seen = try HourStore.factors(of: id, from: now.adding(hours: -Self.hoursShown), to: now, in: access)
            let factors = judged + seen.filter { !judged.contains($0) }
            let factor = wanted.flatMap { factors.contains($0) ? $0 : nil } ?? factors.first
            let limits = try factor.map { try LimitStore.limits(outlet: id, pollutant: $0, in: access) } ?? []
            let span = now.adding(hours: -Self.hoursShown)...now
            let hours = try factor.map { try room.hours(of: $0, outlet, limits, span, scope, now, access) } ?? []
            let means = try room.means(
                of: outlet, factor, known: Set(hours.map(\.reading.hour)),
                hours: now.adding(hours: -Self.hoursShown)..<now, scope: scope, now: now, in: access)
            let episodes = try EpisodeStore.newest(outlet: id, scope: scope, limit: 20, in: access)
            let today = now.civil.date
            return OutletPage(
                outlet: outlet, pollutant: factor.map(room.pollutant), factors: factors.map(room.pollutant),
                hours: hours,
                episodes: episodes,
                limits: MeanPeriod.allCases.compactMap { limits.inForce(on: now.civil.date, of: $0) },
                parameters: room.parameters, codes: try room.sentCodes(of: outlet, scope: scope, in: access).list,
                names: room.pollutant, now: now, means: means,
                furnaceDays: factor == .furnaceTemperature
                    ? try FurnaceDayStore.days(of: id, today.adding(days: -2)...today, scope: scope, in: access) : [],
                lowest: try Self.lowest(in: episodes, scope, access),
                lapsed: try room.lapsed(judged, of: id, on: today, access))
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    /// Which of these factors have no limit any more, with the last day of the one that held last.
    func lapsed(
        _ factors: [PollutantCode], of outlet: OutletID, on today: CivilDate, _ access: any ReadAccess
    ) throws -> [(factor: Pollutant, lastDay: CivilDate?)] {
        try factors.compactMap { factor in
            let limits = try LimitStore.limits(outlet: outlet, pollutant: factor, in: access)
            let isOver = limits.allSatisfy { $0.validTo.map { $0 < today } ?? false }
            return isOver ? (pollutant(factor), limits.compactMap(\.validTo).max()) : nil
        }
    }

    /// The lowest five-minute mean of each episode of low furnace temperature.
    private static func lowest(
        in episodes: [Episode], _ scope: Scope, _ access: any ReadAccess
    ) throws -> [EpisodeID: DecimalNumber] {
        var found: [EpisodeID: DecimalNumber] = [:]
        for episode in episodes where episode.pollutant == .furnaceTemperature {
            let days = episode.extent.firstHour.civil.date...episode.extent.lastHour.civil.date
            found[episode.id] = try FurnaceDayStore.days(of: episode.outlet, days, scope: scope, in: access)
                .compactMap(\.lowest).min()
        }
        return found
    }

    /// The hours of a factor beside their limits, the newest first.
    private func hours(
        of factor: PollutantCode, _ outlet: OutletSummary, _ limits: [DatedLimit], _ span: ClosedRange<Instant>,
        _ scope: Scope, _ now: Instant, _ access: any ReadAccess
    ) throws -> [OutletHour] {
        try judgedHours(of: factor, outlet, limits, span, scope, now, access).map { hour in
            var hour = hour
            hour.versions = try FrameStore.versionCount(ofHour: hour.reading.hour, outlet: outlet.outlet, in: access)
            return hour
        }
    }

    /// The same without asking how often each was sent.
    func judgedHours(
        of factor: PollutantCode, _ outlet: OutletSummary, _ limits: [DatedLimit], _ span: ClosedRange<Instant>,
        _ scope: Scope, _ now: Instant, _ access: any ReadAccess
    ) throws -> [OutletHour] {
        let id = outlet.outlet
        // Waste water is judged by its day; its hours stand beside the limit of the day.
        let hourly = outlet.isStack ? limits : []
        let readings = try HourStore.readings(
            outlet: id, pollutant: factor, from: span.lowerBound, to: span.upperBound, scope: scope, in: access)
        let validity = try judge.matter.validity(
            factor, of: id, from: span.lowerBound, to: span.upperBound, limits: limits, readings: readings, in: access)
        return readings.reversed().map { reading in
            let day = reading.hour.civil.date
            return OutletHour(
                reading: reading, limit: limits.inForce(on: day) ?? limits.inForce(on: day, of: .day),
                judged: JudgedHour(reading, limits: hourly, parameters: parameters, now: now),
                versions: 1, marked: validity.finding(reading))
        }
    }

    private func framePage(_ visit: Visit) async throws -> FramePage {
        let id: OutletID = try visit.code("outlet")
        guard let digest = Digest256(hex: try visit.parameter("frame")) else { throw Problem.notFound }
        let scope = try visit.signedIn().scope
        let directory = directory
        let hours = Self.hoursSearched(at: visit.query("at"), now: visit.now)
        let page = try await database.read { access -> FramePage? in
            guard let outlet = try directory.outlet(id, scope: scope, in: access),
                let stored = try FrameStore.raw(digest, outlet: id, hours: hours, scope: scope, in: access),
                let frame = Frame(stored: stored.bytes)
            else { return nil }
            return FramePage(
                outlet: outlet, digest: digest, frame: frame, receivedAt: stored.receivedAt,
                deviceDialect: try FrameStore.dialect(around: stored, scope: scope, in: access))
        }
        guard let page else { throw Problem.notFound }
        return page
    }

    /// Frames lie by their data time, so a link to one names it (`at=`, 14 digits). A link without it finds what is not
    /// older than the hours that the outlet's page shows and a day, nor further ahead than a frame may be.
    private static func hoursSearched(at text: String?, now: Instant) -> ClosedRange<Int64> {
        if let text, let stamp = CivilStamp(text) {
            let hour = FramePlace.hourNumber(of: Instant(milliseconds: stamp.millisecondsSince1970))
            return hour...hour
        }
        let hour = FramePlace.hourNumber(of: now)
        return (hour - hoursShown - 24)...(hour + FrameFiling.aheadHoursMax)
    }

    private func decisionPage(_ visit: Visit) async throws -> DecisionPage {
        let id: DecisionID = try visit.code("decision")
        let scope = try visit.signedIn().scope
        let decision = try await database.read { access in
            try DecisionLog.decision(id, scope: scope, in: access)
        }
        guard let decision,
            let rule = (Self.rules + MeansRoom.rules).first(where: {
                $0.descriptor.code == decision.ruleCode && $0.descriptor.version == decision.ruleVersion
            })
        else { throw Problem.notFound }
        let input = try decision.meansRead()
        let replayed = try rule.ruling(on: decision.input)
        return DecisionPage(
            decision: decision, rule: rule.descriptor, input: input, factor: pollutant(input.pollutant),
            steps: try decision.steps(),
            replays: replayed.outcome == decision.outcome && replayed.steps == decision.stepsJSON,
            timeline: judge.timeline, standards: standards.limits)
    }
}
