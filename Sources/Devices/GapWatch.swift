import Facts
import HJ212
import Kernel
import Persistence

/// Finds periods whose values are missing, and has them fetched again: hours first, the newest first, few at a time,
/// and only from devices that are connected and have a history to give.
public struct GapWatch: Sendable {
    private let database: any Database
    private let desk: ConversationDesk
    private let directory: any DeviceDirectory
    private let link: any DeviceLink
    private let periods: any StoredPeriods
    private let inbox: ConversationInbox
    private let clock: any WallClock

    init(
        database: any Database, desk: ConversationDesk, directory: any DeviceDirectory, link: any DeviceLink,
        periods: any StoredPeriods, inbox: ConversationInbox, clock: any WallClock
    ) {
        self.database = database
        self.desk = desk
        self.directory = directory
        self.link = link
        self.periods = periods
        self.inbox = inbox
        self.clock = clock
    }

    /// Looks until the task is cancelled; a look that fails is reported, and the next one is taken all the same.
    public func run(every interval: Duration, reporting report: @Sendable (any Error) -> Void) async throws {
        while !Task.isCancelled {
            do { try await look() } catch {
                try Task.checkCancellation()
                report(error)
            }
            try await Task.sleep(for: interval)
        }
    }

    /// Asks for what is missing, within the limits; returns how many requests that became.
    @discardableResult
    func look() async throws -> Int {
        var asked = 0
        var after: OutletID?
        while asked < GapPolicy.requestsPerLookMax {
            let place = after
            let directory = directory
            let stations = try await database.read { access in
                try directory.stations(after: place, limit: GapPolicy.stationsPerRead, in: access)
            }
            for station in stations where asked < GapPolicy.requestsPerLookMax {
                guard let line = await link.line(of: station.device) else { continue }
                asked += try await askForGaps(of: station, speaking: line.edition) ? 1 : 0
            }
            guard stations.count == GapPolicy.stationsPerRead else { break }
            after = stations.last?.outlet
        }
        return asked
    }

    /// Asks a device for the newest gap that is worth it; one request at a time.
    private func askForGaps(
        of station: DeviceStation, speaking edition: HJ212.Dialect
    ) async throws -> Bool {
        let (desk, periods, now) = (desk, periods, clock.now())
        let isWorthIt = try await database.read { access in
            try Self.mayAsk(station, in: access) && !Self.due(station, periods, now, access).isEmpty
        }
        guard isWorthIt else { return false }
        let taken = try await database.write { access -> ConversationDesk.Taken? in
            guard try Self.mayAsk(station, in: access) else { return nil }
            for gap in try Self.due(station, periods, now, access) {
                if let taken = try Self.ask(for: gap, of: station, edition, desk, now, access) { return taken }
            }
            return nil
        }
        guard let taken else { return false }
        inbox.put(taken)
        return true
    }

    /// A device that talks or has something waiting is left alone, and so is one that has been asked for history
    /// often enough without ever giving any.
    private static func mayAsk(_ station: DeviceStation, in access: any ReadAccess) throws -> Bool {
        guard try !ConversationStore.isBusy(station.device, in: access) else { return false }
        let record = try ConversationStore.historyRecord(of: station.device, in: access)
        return record.answered > 0 || record.silent < GapPolicy.silentMax
    }

    /// A gap and the request that would fill it.
    private struct DueGap {
        let series: GapPolicy.Series
        let span: HistoryGaps.Span
        let tries: Int
    }

    private static func due(
        _ station: DeviceStation, _ periods: any StoredPeriods, _ now: Instant, _ access: any ReadAccess
    ) throws -> [DueGap] {
        try GapPolicy.series.flatMap { series in
            let (from, to) = (now.adding(hours: -series.lookBackHours), now.adding(minutes: -series.settleMinutes))
            let stored = try periods.dataTimes(
                of: station.outlet, command: series.command, from: from, to: to, in: access)
            let spans = HistoryGaps.missing(
                stored: stored, from: from, to: to, stepMinutes: series.stepMinutes(in: stored),
                periodsMax: series.periodsMax)
            return try spans.prefix(GapPolicy.spansPerLookMax).compactMap { span -> DueGap? in
                let known = try GapStore.gap(
                    outlet: station.outlet, command: series.command.rawValue, from: span.lowerBound, in: access)
                guard GapPolicy.isDue(tries: known?.tries ?? 0, triedAt: known?.triedAt, now: now),
                    !(known?.isGivenUp ?? false)
                else { return nil }
                return DueGap(series: series, span: span, tries: known?.tries ?? 0)
            }
        }
    }

    /// Asks for a gap, or gives it up when it was asked for often enough; nil when nothing was asked.
    private static func ask(
        for gap: DueGap, of station: DeviceStation, _ edition: HJ212.Dialect, _ desk: ConversationDesk, _ now: Instant,
        _ access: any WriteAccess
    ) throws -> ConversationDesk.Taken? {
        var entry = GapStore.Gap(
            command: gap.series.command.rawValue, from: gap.span.lowerBound, to: gap.span.upperBound,
            tries: gap.tries, triedAt: now, isGivenUp: false)
        guard gap.tries < GapPolicy.triesMax else {
            entry.isGivenUp = true
            try GapStore.save(entry, of: station, in: access)
            try desk.journal.append(
                DeviceGapGivenUp(
                    outlet: station.outlet, number: entry.command, from: entry.from, to: entry.to,
                    tries: entry.tries),
                about: FactSubject(
                    enterprise: station.enterprise, region: station.region, reference: station.outlet.text),
                by: .system("devices"), occurredAt: now, in: access)
            return nil
        }
        let parameters = [
            CommandField.from: CivilStamp(millisecondsSince1970: entry.from.milliseconds).text14,
            CommandField.to: CivilStamp(millisecondsSince1970: entry.to.milliseconds).text14,
        ]
        let request = ConversationDesk.Request(
            command: DeviceCommand(kind: gap.series.kind, stored: parameters), link: nil, reason: "gap",
            author: .system("devices"), authorName: "gap")
        do {
            let taken = try desk.ask(request, of: station, edition: edition, at: now, in: access)
            entry.tries += 1
            try GapStore.save(entry, of: station, in: access)
            return taken
        } catch is CommandRefusal {
            return nil
        }
    }
}
