import HJ212
import Kernel

/// What a simulated logger says to a request of the platform: time and history it knows, all else it refuses.
///
/// 9011 (ready or refused), the data asked for, 9012. History is bounded: a logger that is asked for years answers
/// with the first hundred reports of them.
struct RequestReply {
    /// Frames one after the other.
    private(set) var bytes: [UInt8] = []

    private static let reportsMax = 100

    init(to request: Frame, by outlet: SimulatedOutlet, at nowMS: Int64, _ writer: inout FrameWriter) {
        guard let command = request.header.cn else { return }
        switch command.rawValue {
        case 1011:
            answer(Answer.requestAnswer(.ready, to: request))
            answer(Self.timeReport(to: request, outlet, nowMS))
            answer(Answer.executionResult(.success, to: request))
        case 1012:
            answer(Answer.requestAnswer(.ready, to: request))
            answer(Answer.executionResult(.success, to: request))
        default:
            guard let kind = ReportKind(command), let span = Self.span(of: request) else {
                answer(Answer.requestAnswer(.refused, to: request))
                return
            }
            answer(Answer.requestAnswer(.ready, to: request))
            let hasReports = tell(kind, of: outlet, from: span.from, to: span.to, at: nowMS, &writer)
            answer(Answer.executionResult(hasReports ? .success : .noData, to: request))
        }
    }

    private mutating func answer(_ frame: [UInt8]?) { bytes += frame ?? [] }

    private static func timeReport(to request: Frame, _ outlet: SimulatedOutlet, _ nowMS: Int64) -> [UInt8]? {
        let now = CivilStamp(millisecondsSince1970: nowMS)
        let header = Header(
            qn: request.header.qn, st: outlet.medium.systemCode, cn: 1011, pw: outlet.password,
            mn: outlet.device.text, flag: Flag(outlet.edition.flag(isSplit: false) & ~1))
        return try? FrameEncoder.encode(header: header, items: [[Item(key: "SystemTime", value: now.text14)]])
    }

    /// Reports of periods that begin in the span and are over by now, each with a QN of its own.
    private mutating func tell(
        _ kind: ReportKind, of outlet: SimulatedOutlet, from: Instant, to: Instant, at nowMS: Int64,
        _ writer: inout FrameWriter
    ) -> Bool {
        var report = outlet.report(kind, startingBy: from)
        if report.dataTime < from { report = outlet.report(after: report) }
        var count = 0
        while report.dataTime <= to, count < Self.reportsMax {
            let usual = outlet.sendingTime(of: report).milliseconds
            guard usual <= nowMS else { break }
            let again = Report(
                kind, of: report.dataTime, packet: report.packet, lateByMS: max(1, nowMS - usual + Int64(count) * 10))
            writer.write(again, of: outlet)
            bytes += writer.bytes
            report = outlet.report(after: report)
            count += 1
        }
        return count > 0
    }

    /// BeginTime to EndTime, ends included; nil when either is missing.
    private static func span(of request: Frame) -> (from: Instant, to: Instant)? {
        guard let begin = request.value(of: "BeginTime").flatMap({ CivilStamp($0) }),
            let end = request.value(of: "EndTime").flatMap({ CivilStamp($0) }), begin <= end
        else { return nil }
        return (
            Instant(milliseconds: begin.millisecondsSince1970), Instant(milliseconds: end.millisecondsSince1970)
        )
    }
}
