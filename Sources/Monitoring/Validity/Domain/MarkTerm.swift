import Facts
import Kernel
import Standards

/// Until when hours may be marked.
struct MarkTerm: Hashable, Sendable, Codable {
    /// Until which hour of the next day the hours of a day may be marked.
    let hourMax: RuleFigure<Int>
    /// What the enterprise closed earlier.
    let closings: [MarkClosing]

    /// The last moment in which an hour may be marked, unless it was closed earlier.
    func deadline(of hour: Instant) -> Instant {
        Instant(startOf: hour.civil.date.adding(days: 1)).adding(hours: Int64(hourMax.value))
    }

    /// Whether an hour may still be marked.
    func isOpen(_ hour: Instant, at now: Instant) -> Bool {
        now <= deadline(of: hour) && !closings.contains { $0.from <= hour && hour < $0.until }
    }

    /// Until when some of these hours may be marked; nil when all are closed.
    func openUntil(_ hours: ClosedRange<Instant>, at now: Instant) -> Instant? {
        // Before yesterday everything is closed.
        let first = max(hours.lowerBound, Instant(startOf: now.civil.date.adding(days: -1)))
        var hour = hours.upperBound
        while hour >= first {
            if isOpen(hour, at: now) { return deadline(of: hour) }
            hour = hour.adding(hours: -1)
        }
        return nil
    }

    /// In words, until when an episode is provisional; nil when its marks are closed.
    func standing(_ openUntil: Instant?) -> Phrase {
        guard let openUntil else {
            return Phrase("标记期已满，不再是暂定", "the marks are closed: no longer provisional")
        }
        let (certainty, moment) = (hourMax.certainty.phrase, openUntil.civil.minuteText)
        return Phrase(
            "暂定：企业可标记至 \(moment)（\(certainty.zh)）",
            "provisional: the enterprise may mark these hours until \(moment) (\(certainty.en))")
    }
}

/// Hours of which the enterprise stated that it has nothing more to mark.
struct MarkClosing: Hashable, Sendable, Codable {
    /// Start of the first hour.
    let from: Instant
    /// The end of the last hour.
    let until: Instant
}
