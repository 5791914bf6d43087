import Kernel
import Persistence

extension GovernanceDesk {
    /// Takes what somebody does about a task. Refuses with `GovernanceRefusal`.
    func take(
        _ act: PolicyAct, on key: TaskKey, by person: PersonID, at now: Instant, in access: any WriteAccess
    ) throws {
        guard let doer = try directory.member(person, in: access) else { throw GovernanceRefusal.unknownPerson }
        switch act {
        case .assign(let accountable, let unit):
            try assign(key, to: accountable, of: unit, by: doer, at: now, in: access)
        case .setMilestone(let title, let due):
            try set(milestone: title, due: due, of: key, by: doer, at: now, in: access)
        case .reachMilestone(let number, let day, let evidence):
            try reach(milestone: number, of: key, on: day, evidence: evidence, by: doer, at: now, in: access)
        case .report(let said): try report(said, on: key, by: doer, at: now, in: access)
        case .cite(let month, let fact): try cite(fact, with: month, of: key, by: doer, at: now, in: access)
        case .find(let finding, let met, let document, let note):
            try find(finding, met: met, document: document, note: note, on: key, by: doer, at: now, in: access)
        case .review(let month, let verdict, let note):
            try review(month, of: key, as: verdict, note: note, by: doer, at: now, in: access)
        case .contribute(let month, let text, let evidence):
            try contribute(text, evidence: evidence, on: month, to: key, by: doer, at: now, in: access)
        case .setTarget(let year, let text, let indicator):
            try set(target: text, of: year, indicator, on: key, by: doer, at: now, in: access)
        case .confirmTarget(let year): try confirm(targetOf: year, on: key, by: doer, at: now, in: access)
        case .counter(let act, let document, let reason):
            try take(back: act, of: key, document: document, because: reason, by: doer, at: now, in: access)
        case .extend(let deadline, let document, let reason):
            try extend(key, to: deadline, by: document, because: reason, doer: doer, at: now, in: access)
        }
    }
}
