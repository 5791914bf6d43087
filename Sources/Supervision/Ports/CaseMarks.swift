public import Facts
public import Kernel
public import Persistence

/// Where a step of a case marks hours; filled by `App` with whoever judges the marks.
public protocol CaseMarks: Sendable {
    /// The kinds of starting and stopping whose hours are not judged within an allowed length.
    var windows: [CaseMarkWindow] { get }
    /// Those that the enterprise of an outlet may claim by its trade.
    func windows(of outlet: OutletID, in access: any ReadAccess) throws -> [CaseMarkWindow]
    /// Marks hours in the transaction of the step, and has them judged again. Throws `CaseRefusal.markRefused` when
    /// they may not be marked.
    func state(
        _ mark: CaseMark, by actor: Actor, at now: Instant, in access: any WriteAccess
    ) throws -> CaseMarkOutcome
    /// Takes back what a step marked, because an officer did not confirm it; nothing when nothing is marked.
    func takeBack(_ mark: CaseMark, by actor: Actor, at now: Instant, in access: any WriteAccess) throws
    /// By which marks of the enterprise some of these hours may be out of judging, and until when it may mark them.
    func marked(
        _ hours: [ToldHours], at outlet: OutletID, now: Instant, in access: any ReadAccess
    ) throws -> MarkedHours
    /// Sets aside what the enterprise marked of some hours, of their factor alone, because an officer found it wrong;
    /// tells which of the exceedances named stand then, and how far they reach.
    func setAside(
        _ mark: CaseMark, of hours: [ToldHours], by actor: Actor, at now: Instant, in access: any WriteAccess
    ) throws -> [EpisodeID: ExceedanceExtent]
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
    /// The kind of start or stop whose allowed length is claimed; nil when none is.
    public let window: String?
    /// Why.
    public let reason: String
    /// Whether an officer asked for it, so that it may come after the marks have closed.
    public let isDemanded: Bool
    /// The standing exceedances of the case.
    public let episodes: [EpisodeID]
}

extension CaseMark {
    /// The hours that a step marks; the reason is that of `said`, which is the step itself unless it takes one back.
    init(_ step: Step, of subject: SupervisionCase, hours: StatedHours, said: Step) {
        self.init(
            caseID: subject.id, step: said.number, outlet: subject.outlet, firstHour: hours.first,
            lastHour: hours.last, condition: step.form["condition"] ?? "",
            window: CaseMarkWindow.claimed(by: step.form),
            reason: said.form["reason"] ?? said.form["opinion"] ?? "",
            isDemanded: step.action == .correctMark, episodes: subject.standing.map(\.episode))
    }
}
