import Kernel

extension TaskRecord {
    /// A unit and a person that answered for a task before others took over. The months before stay with them.
    struct HandOver: Sendable, Equatable {
        let unit: String
        let person: PersonID
        /// The month in which others took over, the first one that is theirs.
        let until: CivilMonth
    }

    /// Lets the months before one stay with whoever answers for the task now; nil lets none stay.
    mutating func hand(over until: CivilMonth?) {
        guard let until, let assignment else { return }
        handOvers.append(HandOver(unit: assignment.unit, person: assignment.person, until: until))
    }

    /// The unit that answers for a month: the one that took over last by its end, and before every hand-over the first.
    func unit(of month: CivilMonth) -> String? { handOvers.first { month < $0.until }?.unit ?? assignment?.unit }

    /// The person who answers for a month.
    func person(of month: CivilMonth) -> PersonID? {
        handOvers.first { month < $0.until }?.person ?? assignment?.person
    }

    /// Whether somebody answers for the task, or did in a month or after it.
    func isAnswered(by person: PersonID, since month: CivilMonth) -> Bool {
        assignment?.person == person || handOvers.contains { $0.person == person && $0.until >= month }
    }

    /// Since which month the unit that answers for the task has done so; nil while nobody answers.
    var unitSince: CivilMonth? {
        assignment.map { assignment in
            handOvers.last { $0.unit != assignment.unit }.map { max($0.until, assignment.firstMonth) }
                ?? assignment.firstMonth
        }
    }

    /// The months of other units, with their unit, of which no report stands: none came, or it was returned.
    var owedByFormer: [(month: CivilMonth, unit: String)] {
        guard let assignment, let end = unitSince else { return [] }
        var (owed, month): ([(month: CivilMonth, unit: String)], CivilMonth) = ([], assignment.firstMonth)
        while month < end {
            if let unit = unit(of: month), unit != assignment.unit, isOpen(month) { owed.append((month, unit)) }
            month = month.adding(1)
        }
        return owed
    }

    /// Whether no report on a month stands or waits.
    private func isOpen(_ month: CivilMonth) -> Bool {
        guard let report = report(on: month) else { return true }
        return report.review?.verdict == .returned
    }
}
