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

    /// Whether an extension counts no more.
    func isTakenBack(extension number: Int) -> Bool { takenBack.contains { $0.act == .extension(number) } }

    /// The newest last day that was decided on and not taken back.
    var extendedTo: CivilDate? {
        extensions.enumerated().last { !isTakenBack(extension: $0.offset + 1) }?.element.deadline
    }

    /// What the office may take back now.
    var counterable: [CounteredAct] {
        extensions.indices.map { .extension($0 + 1) }.filter { act in !takenBack.contains { $0.act == act } }
            + milestones.filter { $0.reachedOn != nil }.map { .milestone($0.number) }
            + Set(reports.map(\.month)).sorted().filter { report(on: $0)?.review?.verdict == .accepted }
            .map { .acceptance($0) }
    }

    /// Lets an act count no more.
    mutating func take(back taken: TakenBack) {
        takenBack.append(taken)
        switch taken.act {
        // Extensions are asked whether they were taken back.
        case .extension: break
        case .milestone(let number):
            for index in milestones.indices where milestones[index].number == number {
                (milestones[index].reachedOn, milestones[index].evidence) = (nil, nil)
            }
        case .acceptance(let month):
            if let index = reports.lastIndex(where: { $0.month == month }) { reports[index].review = nil }
        }
    }
}
