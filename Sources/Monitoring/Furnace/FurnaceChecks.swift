import Facts
import Kernel
import Persistence
import Standards

/// The days of furnaces are what the frames say, and the episodes of low temperature follow from them.
struct FurnaceChecks: SelfChecking {
    let reading: FurnaceReading
    let parameters: JudgingParameters
    let figures: FurnaceFigures
    let now: Instant

    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        var days = CheckTally("five-minute means of furnaces are what the frames say")
        var kept: [OutletID: [FurnaceDay]] = [:]
        let (mapped, marked) = try newestReadings(access)
        try FurnaceDayStore.forEach(access) { row in
            kept[row.outlet, default: []].append(row.day)
            // A mapping or a mark recorded later reads the frames otherwise; the day keeps what was read then.
            guard row.readUpTo >= max(mapped, marked[row.outlet.text] ?? 0) else { return days.examine(nil) }
            let again = try reading.day(row.day.day, of: row.outlet, upTo: row.readUpTo, in: access)
            let agrees = again.means == row.day.means && again.framesRoot == row.day.framesRoot
            days.examine(agrees ? nil : "the furnace day \(row.day.day) of \(row.outlet) is not what its frames say")
        }
        if kept.isEmpty { days.examine(nil) }
        return [days.report, try episodes(kept, access)]
    }

    /// Where the journal last tells of a mapping, and of a mark of each outlet.
    private func newestReadings(_ access: any ReadAccess) throws -> (mapped: Int64, marked: [String: Int64]) {
        var (mapped, marked): (Int64, [String: Int64]) = (0, [:])
        try Journal.forEachEntry(access) { entry in
            if entry.kind == FactorMappingRecorded.kind { mapped = max(mapped, entry.sequence) }
            guard entry.kind == EnterpriseMarkStated.kind, let outlet = entry.subject.reference else { return }
            marked[outlet] = max(marked[outlet] ?? 0, entry.sequence)
        }
        return (mapped, marked)
    }

    private func episodes(_ kept: [OutletID: [FurnaceDay]], _ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("episodes of low furnace temperature follow from its five-minute means")
        var standing: [OutletID: Set<ComparedSpan>] = [:]
        try EpisodeStore.forEach(access) { episode in
            guard !episode.isWithdrawn, episode.pollutant == .furnaceTemperature else { return }
            standing[episode.outlet, default: []].insert(ComparedSpan(episode.extent))
        }
        let looked = try FurnaceLookStore.looked(access)
        for outlet in Set(kept.keys).union(standing.keys).sorted() where looked.contains(outlet) {
            let limits = try LimitStore.limits(outlet: outlet, pollutant: .furnaceTemperature, in: access)
            let found = ExceedanceSpans.find(
                in: LowFurnaceTemperature.readings(kept[outlet] ?? [], figures), limits: limits,
                parameters: parameters, now: now, period: .day)
            for span in Set(found.map(ComparedSpan.init)).symmetricDifference(standing[outlet] ?? []) {
                tally.examine(
                    "\(outlet): the cold furnace from \(span.first.civil.date) is not what its means say")
            }
            tally.examine(nil)
        }
        if kept.isEmpty { tally.examine(nil) }
        return tally.report
    }
}
