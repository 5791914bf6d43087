import Facts
import Kernel

extension TaskRecord {
    /// The kinds of fact that tell of tasks.
    static let kinds: Set = [
        PolicyTaskAssigned.kind, PolicyMilestoneSet.kind, PolicyMilestoneReached.kind, PolicyTaskReported.kind,
        PolicyReportReviewed.kind, PolicyTaskExtended.kind, PolicyTaskLightChanged.kind,
        PolicyEvidenceFiled.kind, PolicyToleranceFound.kind, PolicyContributionFiled.kind, PolicyTakeoverAsked.kind,
        PolicyActTakenBack.kind, PolicyTargetSet.kind, PolicyTargetConfirmed.kind,
    ]

    /// Takes a fact about this task; facts of other kinds change nothing.
    mutating func take(_ entry: JournalEntry) throws {
        if let fact = try entry.fact(PolicyTaskAssigned.self), let month = CivilMonth(fact.firstMonth) {
            hand(over: fact.since.flatMap { CivilMonth($0) })
            assignment = Assignment(unit: fact.unit, person: fact.person, firstMonth: month)
            takeover = nil
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
        } else {
            try takeShared(entry)
        }
    }

    private mutating func takeShared(_ entry: JournalEntry) throws {
        let (author, at) = (entry.author.text, entry.occurredAt)
        if let fact = try entry.fact(PolicyContributionFiled.self), let month = CivilMonth(fact.month) {
            contributions.append(
                Contribution(
                    number: fact.number, month: month, unit: fact.unit, text: fact.text, evidence: fact.evidence,
                    author: author, filedAt: at))
        } else if let fact = try entry.fact(PolicyTakeoverAsked.self) {
            takeover = Takeover(unit: fact.unit, person: fact.person, author: author, at: at)
        } else if let fact = try entry.fact(PolicyActTakenBack.self),
            let act = CounteredAct.Sort(rawValue: fact.act).flatMap({ CounteredAct($0, fact.target) })
        {
            take(
                back: TakenBack(
                    number: fact.number, act: act, document: fact.document, reason: fact.reason, author: author,
                    at: at))
        } else if let fact = try entry.fact(PolicyTargetSet.self) {
            take(
                Target(
                    year: fact.year, unit: fact.unit, text: fact.text,
                    indicator: fact.indicator.flatMap { IndicatorCode($0) }, author: author, at: at))
        } else if let fact = try entry.fact(PolicyTargetConfirmed.self) {
            confirm(fact.year, .init(author: author, at: at))
        }
    }
}
