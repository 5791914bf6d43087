import Facts
import Kernel
import Standards

/// What somebody wants to mark, checked as far as no stored mark is needed.
struct MarkOrder: Sendable, Equatable {
    let pollutant: PollutantCode?
    let firstHour: Instant
    let lastHour: Instant
    let meaning: MarkMeaning
    let window: String?
    let reason: String

    /// As many hours are marked at once. Design value: 31 days.
    static let hoursMax = 744

    /// Throws what is wrong with it.
    init(
        pollutant: PollutantCode?, firstHour: Instant, lastHour: Instant, meaning: MarkMeaning, window: String?,
        reason: String, windows: StartStopWindows, now: Instant
    ) throws(MarkRefusal) {
        guard firstHour == firstHour.startOfHour else { throw .hourMissing(field: "first_hour") }
        guard lastHour == lastHour.startOfHour else { throw .hourMissing(field: "last_hour") }
        guard firstHour <= lastHour else { throw .hoursInDisorder }
        guard lastHour <= now else { throw .ahead }
        guard lastHour.milliseconds(since: firstHour) < Int64(Self.hoursMax) * 3_600_000 else {
            throw .tooLong(max: Self.hoursMax)
        }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .reasonMissing }
        if let window {
            let row = windows.rows.first { $0.markCode == window }
            guard let row, row.phase == meaning.phase else { throw .otherWindow }
            let hours = lastHour.adding(hours: 1).milliseconds(since: firstHour) / 3_600_000
            guard hours <= Int64(row.hoursMax) else { throw .beyondWindow(max: row.hoursMax) }
        }
        self.pollutant = pollutant
        self.firstHour = firstHour
        self.lastHour = lastHour
        self.meaning = meaning
        self.window = window
        self.reason = reason
    }
}

extension MarkMeaning {
    /// Which end of a campaign it is, where lengths are allowed for it.
    var phase: StartStopWindows.Phase? {
        switch self {
        case .starting: .start
        case .stopping: .stop
        case .maintenance, .calibration, .deviceFault, .linkBroken, .fault, .accident, .standstill, .warming, .cooling,
            .normal:
            nil
        }
    }
}
