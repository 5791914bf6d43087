import Facts
import Kernel

/// Everything that was said about a task since it was taken up.
struct TaskRecord: Sendable, Equatable {
    let key: TaskKey
    var assignment: Assignment?
    /// Who answered before, the first first.
    var handOvers: [HandOver] = []
    var milestones: [Milestone] = []
    /// By month and attempt.
    var reports: [TaskReport] = []
    var extensions: [Extension] = []
    var evidence: [ReportEvidence] = []
    var tolerances: [ToleranceFinding] = []
    var contributions: [Contribution] = []
    var takeover: Takeover?
    var takenBack: [TakenBack] = []
    /// By year.
    var targets: [Target] = []
    var light: Light?

    /// Who answers for a task, and since which month it is reported on.
    struct Assignment: Sendable, Equatable {
        let unit: String
        let person: PersonID
        let firstMonth: CivilMonth
    }

    /// A step on the way.
    struct Milestone: Sendable, Equatable {
        let number: Int
        let title: String
        let due: CivilDate
        var reachedOn: CivilDate?
        var evidence: String?
    }

    /// A later last day, by a recorded decision.
    struct Extension: Sendable, Equatable {
        let deadline: CivilDate
        let document: String
        let reason: String
    }

    /// The light that was decided on last.
    struct Light: Sendable, Equatable {
        let light: TaskLight
        let reason: LightReason
        let decision: DecisionID
    }

    /// The newest report on a month.
    func report(on month: CivilMonth) -> TaskReport? { reports.last { $0.month == month } }

    /// The newest report of all.
    var newestReport: TaskReport? { reports.max { ($0.month, $0.attempt) < ($1.month, $1.attempt) } }

    /// Whether a task of a kind counts as fulfilled on a day: for good, or of a long-term task for the year.
    func isFulfilled(_ kind: PolicyTask.Kind, on day: CivilDate) -> Bool {
        reports.contains { report in
            report.standing == .fulfilled && report.review?.verdict == .accepted
                && (kind != .longTerm || report.month.year == day.parts.year)
        }
    }

    /// Whether a task of a kind was fulfilled and accepted before a moment, so that no report was due after it: for
    /// good, or of a long-term task for a year, by default that of the moment.
    func isFulfilled(_ kind: PolicyTask.Kind, by moment: Instant, in year: Int? = nil) -> Bool {
        reports.contains { report in
            report.standing == .fulfilled && report.review?.verdict == .accepted
                && (report.review?.at ?? moment) < moment
                && (kind != .longTerm || report.month.year == year ?? moment.civil.date.parts.year)
        }
    }

    /// The newest month's report that the office accepted.
    var newestAccepted: TaskReport? {
        reports.filter { $0.review?.verdict == .accepted }.max { $0.month < $1.month }
    }

    /// The reports on months after one, or all of them, with every attempt, the first first.
    func reports(after month: CivilMonth?) -> [TaskReport] {
        reports.filter { report in month.map { report.month > $0 } ?? true }
    }

    /// The months whose report was returned and of which none is accepted yet.
    var returnedMonths: [CivilMonth] {
        Set(reports.map(\.month)).filter { report(on: $0)?.verdict == .returned }.sorted()
    }

    /// The months whose report was due by a day and of which there is none that stands: none came; or the last one
    /// came late and is not accepted; or it was returned and none was brought by its new day.
    func missingMonths(
        by now: Instant, due: (CivilMonth) -> Instant, again: (Instant) -> Instant
    ) -> [CivilMonth] {
        guard let assignment else { return [] }
        var (missing, month): ([CivilMonth], CivilMonth) = ([], assignment.firstMonth)
        while due(month) <= now {
            if isMissing(month, by: now, due: due(month), again: again) { missing.append(month) }
            month = month.adding(1)
        }
        return missing
    }

    private func isMissing(
        _ month: CivilMonth, by now: Instant, due: Instant, again: (Instant) -> Instant
    ) -> Bool {
        let attempts = reports.filter { $0.month == month }
        guard let last = attempts.last else { return true }
        switch last.review?.verdict {
        case .accepted?: return false
        case .returned?: return last.review.map { again($0.at) <= now } ?? false
        case nil:
            // What the system computes comes when it looks, which is nobody's delay.
            if last.isComputed { return false }
            let before = attempts.dropLast().last?.review?.at
            return last.filedAt >= (before.map(again) ?? due)
        }
    }
}
