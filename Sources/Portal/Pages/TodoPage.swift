import Facts
import Kernel
import Web

/// What is mine, what is late: duties by their clock, and for officers the overdue duties of others in sight.
struct TodoPage: Page {
    static let template = "Portal/TodoPage"

    struct Line: Sendable {
        let duty: Duty
        let what: Phrase
        /// Where it is done.
        let address: String
        let enterpriseName: String
        /// Number and name of the outlet it is about.
        let place: String?

        /// What it is about, as people call it: a case by its number, a state by its outlet alone.
        var matter: String {
            guard let place else { return duty.reference }
            return isOfCase ? "\(duty.reference) · \(place)" : place
        }

        var isOfCase: Bool { address.hasPrefix("/cases/") }
    }

    let mine: [Line]
    let overdueElsewhere: [Line]
    let now: Instant

    struct Content: Encodable, Sendable {
        let duties: [Entry]

        struct Entry: Encodable, Sendable {
            let what: Phrase
            /// The case; nil for a duty about something else.
            let caseID: String?
            let reference: String
            let role: String
            let due: String
            let overdue: Bool
            let address: String
        }
    }

    func title(_ language: Language) -> String { Phrase("待办", "To do")(language) }

    var content: Content {
        Content(
            duties: (mine + overdueElsewhere).map { line in
                Content.Entry(
                    what: line.what, caseID: line.isOfCase ? line.duty.reference : nil,
                    reference: line.duty.reference, role: line.duty.role.rawValue,
                    due: line.duty.due.civil.isoText, overdue: now > line.duty.due,
                    address: line.address)
            })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "hasMine": !mine.isEmpty,
            "mine": mine.map { row($0, language) },
            "hasElsewhere": !overdueElsewhere.isEmpty,
            "elsewhere": overdueElsewhere.map { row($0, language) },
        ]
    }

    private func row(_ line: Line, _ language: Language) -> [String: Any] {
        let isLate = now > line.duty.due
        return [
            "what": line.what(language),
            "case": line.matter,
            "address": line.address,
            "enterprise": line.enterpriseName,
            "who": line.duty.role.phrase(language),
            "since": line.duty.since.civil.minuteText,
            "due": line.duty.due.civil.minuteText,
            "tag": isLate ? "late" : "open",
            "left": RemainingTime.text(until: line.duty.due, now: now)(language),
        ]
    }
}

/// How long is left, or how long it is overdue, in the largest fitting unit.
enum RemainingTime {
    static func text(until due: Instant, now: Instant) -> Phrase {
        let minutes = abs(due.milliseconds(since: now)) / 60_000
        let amount =
            minutes < 60
            ? Phrase("\(minutes) 分钟", "\(minutes) min")
            : minutes < 2_880
                ? Phrase("\(minutes / 60) 小时", "\(minutes / 60) h")
                : Phrase("\(minutes / 1_440) 天", "\(minutes / 1_440) days")
        return now > due
            ? Phrase("超时 \(amount.zh)", "overdue \(amount.en)") : Phrase("剩余 \(amount.zh)", "\(amount.en) left")
    }
}
