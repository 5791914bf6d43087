import Kernel

/// Clocks that begin beside the steps of a case: when its last exceedance goes, and when one stands again. Whoever let
/// a clock run out does not get it back by a mark that comes and goes.
extension ClosedLoop {
    /// The clock of where a case stands.
    struct StateClock: Sendable, Equatable {
        let due: Instant
        /// When the case is to be told that it runs; nil when nothing is told.
        let warns: Instant?
        /// Whether it ran out before, and that was dealt with.
        let isOvertime: Bool
    }

    /// What was missed of a clock when it stopped.
    struct MissedClock: Sendable, Equatable {
        /// When it had run out; nil if it still ran.
        let due: Instant?
        /// Whether an earlier end of it was dealt with: the duty had been handed up, or the level raised.
        let isOvertime: Bool

        static let nothing = MissedClock(due: nil, isOvertime: false)
    }

    /// What is missed of the clock of a case at a moment.
    static func missed(of subject: SupervisionCase, at now: Instant) -> MissedClock {
        MissedClock(due: subject.due.flatMap { $0 < now ? $0 : nil }, isOvertime: subject.isOvertime)
    }

    /// The clock that begins when the exceedances of an open case stop standing, or stand again: one that had run out
    /// stays run out, a duty that had gone to the level above stays there with the level's own time.
    static func clockAnew(
        of subject: SupervisionCase, missed: MissedClock, at now: Instant, rules: ClosedLoopRules
    ) -> StateClock? {
        guard let due = dueAnew(of: subject, from: now, rules: rules) else { return nil }
        if subject.isWithdrawn { return StateClock(due: due, warns: nil, isOvertime: false) }
        if let missed = missed.due.map({ ($0, missed.isOvertime) }) {
            return StateClock(due: missed.0, warns: nil, isOvertime: missed.1)
        }
        if missed.isOvertime, case .handUp(let action) = stand(of: subject)?.timeOut {
            let handed = rules.clock(of: action).term(subject.averaging).due(from: now, on: rules.calendar)
            return StateClock(due: handed, warns: nil, isOvertime: true)
        }
        let from = subject.state == .repairing ? subject.faultAt ?? now : now
        return StateClock(
            due: due, warns: warning(in: subject.state, from: from, rules: rules), isOvertime: missed.isOvertime)
    }
}
