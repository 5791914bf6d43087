import Facts
import Kernel
import Persistence

extension GovernanceDesk {
    /// Takes what a long-term task is to reach in this year or the next. The office is called on to agree.
    func set(
        target text: String, of year: Int, _ indicator: String, on key: TaskKey, by doer: UnitMember,
        at now: Instant, in access: any WriteAccess
    ) throws {
        let (task, record) = try look(at: key, in: access)
        let unit = try accountableUnit(doer, of: task, record, in: access)
        guard task.kind == .longTerm else { throw GovernanceRefusal.notLongTerm }
        let this = now.civil.date.parts.year
        guard (this...this + 1).contains(year) else { throw GovernanceRefusal.targetYear(first: this, last: this + 1) }
        let code = IndicatorCode(indicator)
        guard indicator.isEmpty || code.flatMap({ book[$0] }) != nil else { throw GovernanceRefusal.targetIndicator }
        try TaskStore.set(
            .init(
                year: year, unit: unit, text: text, indicator: code, author: FactAuthor.person(doer.person).text,
                at: now), of: key, in: access)
        try append(
            PolicyTargetSet(
                policy: key.policy.text, task: key.number, year: year, unit: unit, text: text, indicator: code?.text),
            key, by: doer.person, at: now, in: access)
        let place = WorkPlace(key.policy, .target(task: key.number, year: year))
        // A target that takes the place of another one is one question, not two.
        try settle(place, at: now, in: access)
        try DutyBook.assign(
            Duty(
                id: DutyID(checked: "GY-\(place.reference)-\(now.milliseconds)"), kind: place.kind.rawValue,
                reference: place.reference, role: .cityOfficer, enterprise: nil, region: nil, since: now,
                due: Self.reviewTerm.due(from: now, on: calendar)), in: access)
    }

    /// Takes the office's agreement to a target. Nobody agrees to their own.
    func confirm(
        targetOf year: Int, on key: TaskKey, by doer: UnitMember, at now: Instant, in access: any WriteAccess
    ) throws {
        guard doer.role == .cityOfficer else { throw GovernanceRefusal.officeOnly }
        let (_, record) = try look(at: key, in: access)
        guard let target = record.target(of: year), target.confirmed == nil else {
            throw GovernanceRefusal.nothingToConfirm
        }
        let author = FactAuthor.person(doer.person).text
        guard target.author != author else { throw GovernanceRefusal.ownTarget }
        try refuseOwn(record, since: CivilMonth(now.civil.date), by: doer)
        try TaskStore.confirm(year, of: key, .init(author: author, at: now), in: access)
        try append(
            PolicyTargetConfirmed(policy: key.policy.text, task: key.number, year: year), key, by: doer.person,
            at: now, in: access)
        try settle(.init(key.policy, .target(task: key.number, year: year)), at: now, in: access)
    }
}
