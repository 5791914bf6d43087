import Kernel

extension TaskRecord {
    /// What a long-term task is to reach in a year.
    struct Target: Sendable, Equatable {
        let year: Int
        /// The unit that set it.
        let unit: String
        let text: String
        /// The indicator that shows it; nil for none.
        let indicator: IndicatorCode?
        /// As the journal names who set it.
        let author: String
        let at: Instant
        var confirmed: Confirmation?

        /// That the office agrees.
        struct Confirmation: Sendable, Equatable {
            let author: String
            let at: Instant
        }
    }

    /// The target of a year; nil for none.
    func target(of year: Int) -> Target? { targets.first { $0.year == year } }

    /// Lets a target stand in the place of the one of the same year.
    mutating func take(_ target: Target) {
        targets.removeAll { $0.year == target.year }
        targets.append(target)
        targets.sort { $0.year < $1.year }
    }

    /// Notes that the office agrees to a target.
    mutating func confirm(_ year: Int, _ confirmation: Target.Confirmation) {
        for index in targets.indices where targets[index].year == year { targets[index].confirmed = confirmation }
    }
}
