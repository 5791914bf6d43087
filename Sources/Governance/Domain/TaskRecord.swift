import Facts
import Kernel

/// Everything that was said about a task since it was taken up.
struct TaskRecord: Sendable, Equatable {
    let key: TaskKey
    var assignment: Assignment?
    var milestones: [Milestone] = []
    /// By month and attempt.
    var reports: [TaskReport] = []
    var extensions: [Extension] = []
    var evidence: [ReportEvidence] = []
    var tolerances: [ToleranceFinding] = []
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

    /// The newest last day that was decided on.
    var extendedTo: CivilDate? { extensions.last?.deadline }

    /// Whether a task of a kind counts as fulfilled on a day: for good, or of a long-term task for the year.
    func isFulfilled(_ kind: PolicyTask.Kind, on day: CivilDate) -> Bool {
        reports.contains { report in
            report.standing == .fulfilled && report.review?.verdict == .accepted
                && (kind != .longTerm || report.month.year == day.parts.year)
        }
    }

    /// Whether a task of a kind was fulfilled and accepted before a moment, so that no report was due after it.
    func isFulfilled(_ kind: PolicyTask.Kind, by moment: Instant) -> Bool {
        reports.contains { report in
            report.standing == .fulfilled && report.review?.verdict == .accepted
                && (report.review?.at ?? moment) < moment
                && (kind != .longTerm || report.month.year == moment.civil.date.parts.year)
        }
    }

    /// The months whose report was due by a day and of which there is none that stands.
    func missingMonths(by now: Instant, due: (CivilMonth) -> Instant) -> [CivilMonth] {
        guard let assignment else { return [] }
        var (missing, month): ([CivilMonth], CivilMonth) = ([], assignment.firstMonth)
        while due(month) <= now {
            if report(on: month) == nil { missing.append(month) }
            month = month.adding(1)
        }
        return missing
    }

    /// Takes a fact about this task; facts of other kinds change nothing.
    mutating func take(_ entry: JournalEntry) throws {
        if let fact = try entry.fact(PolicyTaskAssigned.self), let month = CivilMonth(fact.firstMonth) {
            assignment = Assignment(unit: fact.unit, person: fact.person, firstMonth: month)
        } else if let fact = try entry.fact(PolicyMilestoneSet.self) {
            milestones.append(Milestone(number: fact.milestone, title: fact.title, due: fact.due))
        } else if let fact = try entry.fact(PolicyMilestoneReached.self) {
            for index in milestones.indices where milestones[index].number == fact.milestone {
                (milestones[index].reachedOn, milestones[index].evidence) = (fact.day, fact.evidence)
            }
        } else if let fact = try entry.fact(PolicyTaskReported.self), let month = CivilMonth(fact.month),
            let standing = TaskStanding(rawValue: fact.standing)
        {
            reports.append(
                TaskReport(
                    month: month, attempt: fact.attempt, unit: fact.unit, standing: standing,
                    progress: fact.progress, evidence: fact.evidence, author: entry.author.text,
                    filedAt: entry.occurredAt))
            reports.sort { ($0.month, $0.attempt) < ($1.month, $1.attempt) }
        } else {
            try takeJudgement(entry)
        }
    }

    private mutating func takeJudgement(_ entry: JournalEntry) throws {
        if let fact = try entry.fact(PolicyReportReviewed.self), let verdict = ReviewVerdict(rawValue: fact.verdict) {
            for index in reports.indices
            where reports[index].month.description == fact.month && reports[index].attempt == fact.attempt {
                reports[index].review = .init(
                    verdict: verdict, note: fact.note, author: entry.author.text, at: entry.occurredAt)
            }
        } else if let fact = try entry.fact(PolicyTaskExtended.self) {
            extensions.append(Extension(deadline: fact.deadline, document: fact.document, reason: fact.reason))
        } else if let fact = try entry.fact(PolicyTaskLightChanged.self), let light = TaskLight(rawValue: fact.light),
            let reason = LightReason(rawValue: fact.reason)
        {
            self.light = Light(light: light, reason: reason, decision: fact.decision)
        } else {
            try takeEvidence(entry)
        }
    }

    private mutating func takeEvidence(_ entry: JournalEntry) throws {
        if let fact = try entry.fact(PolicyEvidenceFiled.self), let month = CivilMonth(fact.month) {
            let file = fact.sha256.map { digest in
                ReportEvidence.Matter.file(
                    mediaType: fact.mediaType ?? "", size_bytes: fact.size_bytes ?? 0, sha256: digest)
            }
            guard let matter = file ?? fact.fact.map({ .fact($0) }) else { return }
            evidence.append(
                ReportEvidence(
                    number: fact.number, month: month, name: fact.name, matter: matter, author: entry.author.text,
                    filedAt: entry.occurredAt))
        } else if let fact = try entry.fact(PolicyToleranceFound.self),
            let finding = ToleranceFinding.Finding(rawValue: fact.finding)
        {
            tolerances.append(
                ToleranceFinding(
                    number: fact.number, finding: finding, document: fact.document,
                    met: Set(fact.met.compactMap { ToleranceFinding.Condition(rawValue: $0) }), note: fact.note,
                    author: entry.author.text, foundAt: entry.occurredAt))
        }
    }
}
