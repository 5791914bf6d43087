import Kernel

extension TaskRecord {
    /// What a unit that leads with the accountable one says it did in a month.
    struct Contribution: Sendable, Equatable {
        let number: Int
        let month: CivilMonth
        let unit: String
        let text: String
        let evidence: String
        /// As the journal names who filed it.
        let author: String
        let filedAt: Instant
    }

    /// That another lead unit is to answer for the task, which the office has not decided on yet.
    struct Takeover: Sendable, Equatable {
        let unit: String
        let person: PersonID
        /// As the journal names who asked.
        let author: String
        let at: Instant
    }

    /// An act that counts no more.
    struct TakenBack: Sendable, Equatable {
        let number: Int
        let act: CounteredAct
        let document: String
        let reason: String
        let author: String
        let at: Instant
    }

    /// The evidence of one attempt: what came before the office answered it, and behind an attempt that was returned.
    func evidence(of report: TaskReport) -> [ReportEvidence] {
        let attempts = reports.filter { $0.month == report.month }
        return evidence.filter { piece in
            guard piece.month == report.month else { return false }
            let meant = attempts.first { $0.review.map { $0.at > piece.filedAt } ?? true } ?? attempts.last
            return meant?.attempt == report.attempt
        }
    }

    /// Whether an extension counts no more.
    func isTakenBack(extension number: Int) -> Bool { takenBack.contains { $0.act == .extension(number) } }

    /// Whether a milestone was set by mistake and counts no more.
    func isTakenBack(milestone number: Int) -> Bool { takenBack.contains { $0.act == .setting(number) } }

    /// The milestones that count.
    var countingMilestones: [Milestone] { milestones.filter { !isTakenBack(milestone: $0.number) } }

    /// The milestones that are still to be reached.
    var openMilestones: [Milestone] { countingMilestones.filter { $0.reachedOn == nil } }

    /// The last day that a milestone may have when it is set on a day: the task's own; of a long-term task the end of
    /// this year, or of a later one whose target was agreed to.
    func lastMilestoneDay(of task: PolicyTask, on day: CivilDate) -> CivilDate {
        guard task.kind == .longTerm else { return task.lastDay(on: day, extendedTo: extendedTo) }
        let agreed = targets.filter { $0.confirmed != nil }.map(\.year)
        let year = agreed.reduce(day.parts.year, max)
        return CivilDate(year: year, month: 12, day: 31) ?? day
    }

    /// The newest last day that was decided on and not taken back.
    var extendedTo: CivilDate? {
        extensions.enumerated().last { !isTakenBack(extension: $0.offset + 1) }?.element.deadline
    }

    /// What the office may take back now.
    var counterable: [CounteredAct] {
        extensions.indices.map { .extension($0 + 1) }.filter { act in !takenBack.contains { $0.act == act } }
            + countingMilestones.filter { $0.reachedOn != nil }.map { .milestone($0.number) }
            + openMilestones.map { .setting($0.number) }
            + Set(reports.map(\.month)).sorted().filter { report(on: $0)?.review?.verdict == .accepted }
            .map { .acceptance($0) }
    }

    /// Lets an act count no more.
    mutating func take(back taken: TakenBack) {
        takenBack.append(taken)
        switch taken.act {
        // Extensions and milestones are asked whether they were taken back.
        case .extension, .setting: break
        case .milestone(let number):
            for index in milestones.indices where milestones[index].number == number {
                (milestones[index].reachedOn, milestones[index].evidence) = (nil, nil)
            }
        case .acceptance(let month):
            if let index = reports.lastIndex(where: { $0.month == month }) { reports[index].review = nil }
        }
    }
}
