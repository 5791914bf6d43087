import Kernel
import NIOCore

/// One simulated logger at its line: what it sends next, and what it waits for.
struct LoggerDesk {
    /// A frame that waits for its answer.
    struct Flight {
        let report: Report
        /// 17 digits.
        let qn: Int64
        var sentAt: NIODeadline
        var repetitions = 0
    }

    let outlet: SimulatedOutlet
    /// By how much its clock is wrong.
    let clockOffsetMS: Int64
    private(set) var flights: [Flight] = []
    /// How much later than its own delay says this logger sends.
    private let staggerMS: Int64
    private var cursor: ReportCursor
    /// Late reports, the first to leave first.
    private var delayed: [Report] = []
    /// The next report and when it leaves, milliseconds since 1970.
    private(set) var next: Report?
    private(set) var leavesMS = Int64.max

    /// Late reports a logger keeps; beyond that it sends in time.
    private static let delayedMax = 64

    init(_ outlet: SimulatedOutlet, plan: TrafficPlan) {
        self.outlet = outlet
        clockOffsetMS = plan.faults.clockOffsetMS(of: outlet)
        let place = Int64(outlet.number - plan.outlets.lowerBound)
        staggerMS = plan.spreadMS * place / Int64(max(1, plan.outlets.count))
        cursor = ReportCursor(outlet, kinds: plan.kinds, from: plan.from)
        look()
    }

    /// Takes the next report away; a report that `faults` delays is put back for later.
    mutating func take(_ faults: FaultMix) -> (report: Report, fault: WireFault?)? {
        guard let report = next else { return nil }
        if delayed.first == report { delayed.removeFirst() } else { cursor.pass(report) }
        let fault = faults.fault(of: report, at: outlet)
        defer { look() }
        guard fault == .late, delayed.count < Self.delayedMax else { return (report, fault) }
        let delay = faults.delayMS(of: report, at: outlet)
        let later = Report(report.kind, of: report.dataTime, packet: report.packet, lateByMS: delay)
        let leaves = outlet.sendingTime(of: later)
        let place = delayed.firstIndex { leaves < outlet.sendingTime(of: $0) } ?? delayed.count
        delayed.insert(later, at: place)
        return nil
    }

    mutating func await(_ flight: Flight) { flights.append(flight) }

    /// Ends the wait for an answer; nil when nobody waits for it.
    mutating func receive(answerTo qn: Int64) -> Flight? {
        guard let place = flights.firstIndex(where: { $0.qn == qn }) else { return nil }
        return flights.remove(at: place)
    }

    /// Notes that a frame was sent again.
    mutating func repeated(_ place: Int, at now: NIODeadline, counting: Bool) {
        flights[place].sentAt = now
        flights[place].repetitions = counting ? flights[place].repetitions + 1 : 0
    }

    private mutating func look() {
        let usual = cursor.next
        next = usual?.report
        leavesMS = usual.map { $0.leaves.milliseconds + staggerMS } ?? .max
        guard let first = delayed.first else { return }
        let leaves = outlet.sendingTime(of: first).milliseconds + staggerMS
        if leaves <= leavesMS { (next, leavesMS) = (first, leaves) }
    }
}
