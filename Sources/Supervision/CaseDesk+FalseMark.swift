import Facts
import Kernel
import Persistence

/// What an enterprise marks counts at once, and what an officer found on site counts more: whoever qualifies an
/// exceedance as a true one may set aside what was marked of any hour that the case was told of (decision 150).
extension CaseDesk {
    /// Takes an action on a case. A qualification as a true exceedance that sets marks aside does so first; the case
    /// comes back as it stands then. Whatever else refuses the step refuses it before.
    func takeOverMark(
        _ action: CaseAction, on subject: SupervisionCase, _ seenStep: Int, _ form: [String: String], by actor: Actor,
        _ moment: StepMoment, _ access: any WriteAccess
    ) throws -> (step: Step, subject: SupervisionCase) {
        let asked = Result { () throws(CaseRefusal) in
            try ClosedLoop.take(action, on: subject, seenStep: seenStep, form: form, by: actor, at: moment)
        }
        let isAside =
            action == .qualify && form["qualification"] == CaseBranch.exceedance.rawValue
            && form[MarkVerdict.field] == MarkVerdict.aside.rawValue && !moment.marked.marks.isEmpty
        switch asked {
        case .success(let step):
            guard isAside else { return (step, subject) }
        case .failure(let refusal):
            guard isAside, refusal == .nothingToConfirm else { throw refusal }
        }
        let told = try Self.told(of: subject, in: access)
        try setAside(told, on: subject, because: form["reason"] ?? "", by: actor, at: moment.now, access)
        let standing = try stored(subject.id, in: access)
        let step = try ClosedLoop.take(action, on: standing, seenStep: seenStep, form: form, by: actor, at: moment)
        return (step.adding(StatedHours(of: standing, by: moment.now).form), standing)
    }

    /// Sets aside what was marked of hours that a case was told of, and notes how far its exceedances reach then.
    private func setAside(
        _ told: [ToldHours], on subject: SupervisionCase, because reason: String, by actor: Actor, at now: Instant,
        _ access: any WriteAccess
    ) throws {
        guard let marks, let first = told.map(\.first).min(), let last = told.map(\.last).max() else { return }
        let mark = CaseMark(
            caseID: subject.id, step: subject.steps.count + 1, outlet: subject.outlet, firstHour: first,
            lastHour: last, condition: "", window: nil, reason: reason, isDemanded: true,
            episodes: subject.episodes.filter { $0.mergedInto == nil }.map(\.episode))
        let standing = try marks.setAside(mark, of: told, by: actor, at: now, in: access)
        for (episode, extent) in standing.sorted(by: { $0.key.text < $1.key.text }) {
            try noteEvidence(extent, mergedInto: nil, of: episode, because: .setAside, at: now, in: access)
        }
    }
}
