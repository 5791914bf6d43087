import Facts
import Kernel
import Persistence

/// What an enterprise marks counts at once, and what an officer found on site counts more: whoever qualifies an
/// exceedance as a true one sets aside the mark that had taken it out (decision 139).
extension CaseDesk {
    /// Takes an action on a case. Where none of its exceedances stands because the enterprise marked their hours, the
    /// qualification as a true one sets these marks aside first; the case comes back as it stands then.
    func takeOverMark(
        _ action: CaseAction, on subject: SupervisionCase, _ seenStep: Int, _ form: [String: String], by actor: Actor,
        _ moment: StepMoment, _ access: any WriteAccess
    ) throws -> (step: Step, subject: SupervisionCase) {
        let asked = Result { () throws(CaseRefusal) in
            try ClosedLoop.take(action, on: subject, seenStep: seenStep, form: form, by: actor, at: moment)
        }
        switch asked {
        case .success(let step): return (step, subject)
        case .failure(let refusal):
            guard refusal == .nothingToConfirm,
                try setAside(on: subject, because: form["reason"] ?? "", by: actor, at: moment.now, access)
            else { throw refusal }
            let hours = StatedHours(of: subject, by: moment.now)
            let standing = try stored(subject.id, in: access)
            let step = try ClosedLoop.take(action, on: standing, seenStep: seenStep, form: form, by: actor, at: moment)
            return (step.adding(hours.form), standing)
        }
    }

    /// Whether some exceedance of the case stands again once the marks of its hours are set aside.
    private func setAside(
        on subject: SupervisionCase, because reason: String, by actor: Actor, at now: Instant,
        _ access: any WriteAccess
    ) throws -> Bool {
        guard let marks else { return false }
        let hours = StatedHours(of: subject, by: now)
        let mark = CaseMark(
            caseID: subject.id, step: subject.steps.count + 1, outlet: subject.outlet, firstHour: hours.first,
            lastHour: hours.last, condition: "", window: nil, reason: reason, isDemanded: true,
            episodes: subject.episodes.filter { $0.mergedInto == nil }.map(\.episode))
        let standing = try marks.setAside(mark, by: actor, at: now, in: access)
        for (episode, extent) in standing.sorted(by: { $0.key.text < $1.key.text }) {
            try noteEvidence(extent, mergedInto: nil, of: episode, because: .mark, at: now, in: access)
        }
        return !standing.isEmpty
    }
}
