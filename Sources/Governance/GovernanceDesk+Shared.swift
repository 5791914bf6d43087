import Facts
import Kernel
import Persistence

extension GovernanceDesk {
    /// Whether somebody speaks for the unit that answers for a task.
    func isAccountable(_ doer: UnitMember, for record: TaskRecord, in access: any ReadAccess) throws -> Bool {
        guard doer.works, let unit = record.assignment?.unit else { return false }
        return try PolicyStore.organisations(access)[unit] == doer.organisation
    }

    /// The unit that answers for a task, which somebody speaks for. Refuses whoever speaks for another one.
    func accountableUnit(
        _ doer: UnitMember, of task: PolicyTask, _ record: TaskRecord, in access: any ReadAccess
    ) throws -> String {
        _ = try unitOf(doer, for: task, in: access)
        guard let unit = record.assignment?.unit else { throw GovernanceRefusal.notAssigned }
        guard try isAccountable(doer, for: record, in: access) else { throw GovernanceRefusal.notAccountable(unit) }
        return unit
    }

    /// Asks the office to let another lead unit answer for a task.
    func ask(
        for unit: String, _ person: PersonID, of record: TaskRecord, by doer: UnitMember, at now: Instant,
        in access: any WriteAccess
    ) throws {
        let key = record.key
        guard record.takeover?.unit != unit || record.takeover?.person != person else {
            throw GovernanceRefusal.askedAlready(unit: unit)
        }
        try TaskStore.ask(
            .init(unit: unit, person: person, author: FactAuthor.person(doer.person).text, at: now), of: key,
            in: access)
        try append(
            PolicyTakeoverAsked(policy: key.policy.text, task: key.number, unit: unit, person: person), key,
            by: doer.person, at: now, in: access)
        try DutyBook.assign(
            Duty(
                id: DutyID(checked: "GT-\(key.reference)-\(now.milliseconds)"),
                kind: GovernanceDutyKind.assign.rawValue, reference: key.reference, role: .cityOfficer,
                enterprise: nil, region: nil, since: now, due: Self.reviewTerm.due(from: now, on: calendar)),
            in: access)
    }

    /// Takes what a unit that leads with the accountable one did in a month, once a month. It stands beside the report
    /// and takes nothing from it.
    func contribute(
        _ text: String, evidence: String, on month: CivilMonth, to key: TaskKey, by doer: UnitMember,
        at now: Instant, in access: any WriteAccess
    ) throws {
        let (task, record) = try look(at: key, in: access)
        _ = try unitOf(doer, for: task, in: access)
        guard let assignment = record.assignment else { throw GovernanceRefusal.notAssigned }
        let organisations = try PolicyStore.organisations(access)
        guard
            let unit = task.leadUnits.first(where: {
                $0 != record.unit(of: month) && organisations[$0] == doer.organisation
            })
        else { throw GovernanceRefusal.isAccountable(record.unit(of: month) ?? assignment.unit) }
        guard month >= assignment.firstMonth else {
            throw GovernanceRefusal.monthBefore(first: assignment.firstMonth)
        }
        guard month.end <= now else {
            throw GovernanceRefusal.monthToCome(last: CivilMonth(now.civil.date).adding(-1))
        }
        guard !record.contributions.contains(where: { $0.month == month && $0.unit == unit }) else {
            throw GovernanceRefusal.contributedAlready(month)
        }
        let contribution = TaskRecord.Contribution(
            number: record.contributions.count + 1, month: month, unit: unit, text: text, evidence: evidence,
            author: FactAuthor.person(doer.person).text, filedAt: now)
        try TaskStore.insert(contribution, of: key, in: access)
        try append(
            PolicyContributionFiled(
                policy: key.policy.text, task: key.number, number: contribution.number, month: month.description,
                unit: unit, text: text, evidence: evidence), key, by: doer.person, at: now, in: access)
    }

    /// Lets an extension, an acceptance, a reached milestone or an open one count no more, by a counter-decision. A
    /// report whose acceptance is taken back waits for the office again.
    func take(
        back act: CounteredAct, of key: TaskKey, document: String, because reason: String, by doer: UnitMember,
        at now: Instant, in access: any WriteAccess
    ) throws {
        guard doer.role == .cityOfficer else { throw GovernanceRefusal.officeOnly }
        let (_, record) = try look(at: key, in: access)
        try refuseOwn(record, since: act.month ?? CivilMonth(now.civil.date), by: doer)
        guard record.counterable.contains(act) else { throw GovernanceRefusal.nothingToTakeBack }
        let number = record.takenBack.count + 1
        try TaskStore.take(
            back: .init(
                number: number, act: act, document: document, reason: reason,
                author: FactAuthor.person(doer.person).text, at: now), of: key, in: access)
        try append(
            PolicyActTakenBack(
                policy: key.policy.text, task: key.number, number: number, act: act.sort.rawValue,
                target: act.target, document: document, reason: reason), key, by: doer.person, at: now, in: access)
        if case .acceptance(let month) = act, let report = record.report(on: month) {
            try assignReview(of: report, key, again: "B\(number)", at: now, in: access)
            let (task, open) = try look(at: key, in: access)
            try assignReports(task, open, at: now, in: access)
        }
        if case .setting(let number) = act {
            let place = WorkPlace(key.policy, .milestone(task: key.number, number: number))
            try DutyBook.settle(reference: place.reference, as: .lifted, at: now, journal: journal, in: access)
        }
        try relight(key, at: now, in: access)
    }
}
