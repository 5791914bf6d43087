import Facts
public import Kernel
public import Persistence

/// Where a step of a case marks hours; filled by `App` with whoever judges the marks.
public protocol CaseMarks: Sendable {
    /// Marks hours in the transaction of the step. Throws `CaseRefusal.markRefused` when they may not be marked.
    func state(_ mark: CaseMark, by actor: Actor, at now: Instant, in access: any WriteAccess) throws
    /// Takes back what a step marked, because an officer did not confirm it; nothing when nothing is marked.
    func takeBack(_ mark: CaseMark, by actor: Actor, at now: Instant, in access: any WriteAccess) throws
}

/// Hours that a step of a case marks.
public struct CaseMark: Sendable, Equatable {
    /// The case.
    public let caseID: CaseID
    /// The step.
    public let step: Int
    /// The outlet.
    public let outlet: OutletID
    /// Start of the first hour.
    public let firstHour: Instant
    /// Start of the last hour.
    public let lastHour: Instant
    /// What is said of them, as the form has it: `start`, `stop`, `maintenance`, `fault`.
    public let condition: String
    /// Why.
    public let reason: String
    /// Whether an officer asked for it, so that it may come after the marks have closed.
    public let isDemanded: Bool
}

extension CaseMark {
    /// The hours of an exceedance that a step marks: those of one day, or all of them. Nil when the day has none.
    init?(_ step: Step, of subject: SupervisionCase, on day: CivilDate?) {
        let chosen = subject.standing.isEmpty ? subject.episodes : subject.standing
        let hours = chosen.map { episode in
            let isDay = episode.traits.averaging == .day
            return (episode.extent.firstHour, episode.extent.lastHour.adding(hours: isDay ? 23 : 0))
        }
        guard var first = hours.map(\.0).min(), var last = hours.map(\.1).max() else { return nil }
        if let day {
            first = max(first, Instant(startOf: day))
            last = min(last, Instant(startOf: day).adding(hours: 23))
        }
        last = min(last, step.at.startOfHour)
        guard first <= last else { return nil }
        self.init(
            caseID: subject.id, step: step.number, outlet: subject.outlet, firstHour: first, lastHour: last,
            condition: step.form["condition"] ?? "", reason: step.form["reason"] ?? step.form["opinion"] ?? "",
            isDemanded: day == nil)
    }
}
