import Kernel

/// Which report of an outlet leaves next: of each kind the next one, the earliest first.
struct ReportCursor {
    private let outlet: SimulatedOutlet
    /// The next report of each kind.
    private var upcoming: [Report]

    /// The first reports are those that leave at `from` or after it.
    init(_ outlet: SimulatedOutlet, kinds: Set<ReportKind>, from: Instant) {
        self.outlet = outlet
        upcoming = kinds.sorted { $0.rawValue < $1.rawValue }.map { kind in
            let period = kind.periodMS(minuteInterval: outlet.minuteInterval)
            // Two periods back: one is not over yet, and what leaves after it may still be on its way.
            var report = outlet.report(kind, startingBy: from.adding(milliseconds: -2 * period))
            while outlet.sendingTime(of: report) < from { report = outlet.report(after: report) }
            return report
        }
    }

    /// The next report, and when it leaves; nil for an outlet that reports nothing.
    var next: (report: Report, leaves: Instant)? {
        var first: (report: Report, leaves: Instant)?
        for report in upcoming {
            let leaves = outlet.sendingTime(of: report)
            if first.map({ leaves < $0.leaves }) ?? true { first = (report, leaves) }
        }
        return first
    }

    /// Goes on behind a report that `next` gave.
    mutating func pass(_ report: Report) {
        guard let place = upcoming.firstIndex(of: report) else { return }
        upcoming[place] = outlet.report(after: report)
    }
}
