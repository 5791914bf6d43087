import Kernel
import Web

/// To which waiting reports the office's list is narrowed, as its address says it.
struct ReviewFilter: Sendable, Equatable {
    /// How the clock of a review stands.
    enum Clock: String, Sendable, CaseIterable {
        case late
        case running

        var phrase: Phrase {
            switch self {
            case .late: Phrase("已超时", "overdue")
            case .running: Phrase("未超时", "in time")
            }
        }
    }

    /// The values of the address.
    static let query: [FormField] = [
        .filter("text", Phrase("任务内容或单位", "Task or unit"), .text(max: 80)),
        .filter("clock", Phrase("审核时限", "Clock"), among: Clock.self),
    ]

    /// A part of the task's words or the unit's name.
    var text: String?
    var clock: Clock?

    init() {}

    init(_ visit: Visit) {
        text = visit.query("text")
        clock = visit.query("clock").flatMap { Clock(rawValue: $0) }
    }

    /// Whether a waiting report is shown. One without a clock is not late.
    func shows(_ waiting: ReviewsPage.Waiting, at now: Instant) -> Bool {
        let isLate = waiting.due.map { $0 < now } ?? false
        let fits = text.map { waiting.line.task.text.contains($0) || waiting.report.unit.contains($0) } ?? true
        return fits && (clock.map { $0 == .late ? isLate : !isLate } ?? true)
    }
}
