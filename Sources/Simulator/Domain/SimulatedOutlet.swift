import HJ212
public import Kernel

/// A discharge outlet with its data logger: what it reports is a function of the city's seed, its number and time.
public final class SimulatedOutlet: Sendable {
    /// Its number in the city, from 0.
    public let number: Int
    /// Stack or waste water.
    public let medium: OutletMedium
    /// The edition its logger speaks.
    public let edition: LoggerEdition
    /// The MN of its logger.
    public let device: DeviceNumber
    /// The PW of its logger: invented, six digits.
    public let password: String
    /// Minutes of a minute report.
    public let minuteInterval: Int

    let events: OutletEvents
    let signals: [FactorSignal]
    /// By `ReportKind.rawValue`.
    let layouts: [ReportLayout]
    /// `;ST=…;CN=…;PW=…;MN=…;Flag=` by `ReportKind.rawValue`.
    let headerTexts: [[UInt8]]
    let draw: Draw
    /// How long after the end of a period its report leaves, in milliseconds, a multiple of ten.
    private let delayMS: Int64

    init(number: Int, draw: Draw, medium: OutletMedium, edition: LoggerEdition, minuteInterval: Int) {
        self.number = number
        self.medium = medium
        self.edition = edition
        self.minuteInterval = minuteInterval
        self.draw = draw
        // 99 is no registration authority's code, so that no real device can be hit.
        let name = edition == .hjt2005 ? "99D51A0" + (number + 1).padded(7) : "99D51A" + (number + 1).padded(18)
        device = DeviceNumber(checked: name)
        password = Int(draw.of(.identity).number(in: 100_000...999_999)).padded(6)
        delayMS = draw.of(.delay).number(in: 100...2_000) * 10
        events = OutletEvents(draw: draw.of(.event))
        signals = medium.factors.enumerated().map { FactorSignal($1, draw.of(Int64($0))) }
        // Every sixteenth logger has more to say than its maker lets into one frame.
        let splits = number % 16 == 15
        layouts = ReportKind.allCases.map { kind in
            ReportLayout(
                kind, medium: medium, edition: edition, isSplit: splits && (kind == .hour || kind == .day))
        }
        headerTexts = ReportKind.allCases.map { [medium, password] kind in
            Array(
                ";ST=\(medium.systemCode);CN=\(kind.command.rawValue);PW=\(password);MN=\(name);Flag=".utf8)
        }
    }

    /// How many packets a report of this kind needs.
    public func packetCount(of kind: ReportKind) -> Int { layouts[kind.rawValue].packets.count }

    /// How many numbers the frame of a report holds: marks and times are none.
    public func pointCount(of report: Report) -> Int { layouts[report.kind.rawValue].pointCounts[report.packet] }

    /// When a report leaves the logger: its QN. No two reports of an outlet share one.
    public func sendingTime(of report: Report) -> Instant {
        let end = report.kind == .realTime ? 0 : report.kind.periodMS(minuteInterval: minuteInterval)
        let place = Int64(report.kind.rawValue * 2 + report.packet)
        return report.dataTime.adding(milliseconds: end + delayMS + place + report.lateByMS)
    }

    /// The last report of a kind that starts at or before a moment.
    public func report(_ kind: ReportKind, startingBy moment: Instant) -> Report {
        let period = kind.periodMS(minuteInterval: minuteInterval)
        // Days begin at midnight in China; all other periods divide its offset.
        let offset = kind == .day ? CivilTime.offsetMilliseconds : 0
        let index = (moment.milliseconds + offset) / period
        return Report(kind, of: Instant(milliseconds: index * period - offset))
    }

    /// The report after this one: its next packet, or the first of the next period.
    public func report(after report: Report) -> Report {
        if report.packet + 1 < packetCount(of: report.kind) {
            return Report(report.kind, of: report.dataTime, packet: report.packet + 1)
        }
        let period = report.kind.periodMS(minuteInterval: minuteInterval)
        return Report(report.kind, of: report.dataTime.adding(milliseconds: period))
    }
}
