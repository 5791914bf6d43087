import Facts
import Kernel
import Persistence

/// Takes what people say about policies and tasks: refuses it with a reason, or keeps it and journals it in one
/// transaction, gives the duties that follow, and decides on the light anew.
struct GovernanceDesk: Sendable {
    let journal: Journal
    let decisions: DecisionLog
    let shelf: PolicyShelf
    let directory: any UnitDirectory
    let figures: TaskLightFigures
    let workingDays: any WorkingDays
    let filling: SelfFilling
    let book: IndicatorBook

    /// As clocks that begin now are counted.
    var calendar: WorkingDayCalendar { workingDays.calendar }

    /// How long the office has to press for an overdue report.
    static let pressTerm = StatutoryTerm(3, .workingDay)

    /// How long the office has for a review.
    static let reviewTerm = StatutoryTerm(5, .workingDay)

    /// Until the end of which year after this one a task may be put off. Design value.
    static let extensionYearsMax = 10

    /// Enters a policy. One of the same code is in the way of nobody: false is returned, and nothing changes.
    func enter(
        _ document: PolicyDocument, by author: FactAuthor, at now: Instant, in access: any WriteAccess
    ) throws -> Bool {
        guard try PolicyStore.content(of: document.meta.code, in: access) == nil else { return false }
        let content = try CanonicalJSON.bytes(of: document)
        try PolicyStore.insert(document, content: content, at: now, in: access)
        try journal.append(
            PolicyEntered(
                policy: document.meta.code.text, documentNumber: document.meta.documentNumber,
                title: document.meta.title, tasks: document.tasks.count, investmentFen: document.investmentFen,
                sha256: Digest256(of: content)),
            about: FactSubject(reference: document.meta.code.text), by: author, occurredAt: now, in: access)
        return true
    }

    /// Lets an organisation speak for a unit.
    func bind(
        _ unit: String, to organisation: String, by author: FactAuthor, at now: Instant, in access: any WriteAccess
    ) throws {
        let units = try shelf.all(in: access).flatMap(\.units).map(\.name)
        guard units.contains(unit) else { throw GovernanceRefusal.unknownUnit(unit) }
        guard try directory.organisationName(organisation, in: access) != nil else {
            throw GovernanceRefusal.unknownOrganisation
        }
        try PolicyStore.bind(unit, to: organisation, at: now, in: access)
        try journal.append(
            PolicyUnitBound(unit: unit, organisation: organisation), about: .city, by: author, occurredAt: now,
            in: access)
    }

    /// Lets a person answer for a task: of a lead unit, named by the office or by their own unit. That another unit
    /// answers for it from now on is the office's to decide: whoever else says so asks the office for it.
    func assign(
        _ key: TaskKey, to person: PersonID, of unit: String, by doer: UnitMember, at now: Instant,
        in access: any WriteAccess
    ) throws {
        let (task, record) = try look(at: key, in: access)
        guard task.leadUnits.contains(unit) else { throw GovernanceRefusal.notTheLead(lead: task.leadUnits) }
        let isOffice = doer.role == .cityOfficer
        if !isOffice { _ = try unitOf(doer, for: task, in: access) }
        guard let organisation = try PolicyStore.organisations(access)[unit] else {
            throw GovernanceRefusal.unknownUnit(unit)
        }
        guard let member = try directory.member(person, in: access) else { throw GovernanceRefusal.unknownPerson }
        guard member.organisation == organisation else { throw GovernanceRefusal.personElsewhere(unit: unit) }
        if !isOffice {
            if let current = record.assignment?.unit, current != unit {
                return try ask(for: unit, person, of: record, by: doer, at: now, in: access)
            }
            guard doer.organisation == organisation else { throw GovernanceRefusal.notAccountable(unit) }
        }
        // Who takes over goes on where the other stopped.
        let first = record.assignment?.firstMonth ?? CivilMonth(now.civil.date)
        let assignment = TaskRecord.Assignment(unit: unit, person: person, firstMonth: first)
        try TaskStore.touch(key, in: access)
        try TaskStore.assign(key, assignment, in: access)
        try append(
            PolicyTaskAssigned(
                policy: key.policy.text, task: key.number, unit: unit, person: person, firstMonth: first.description),
            key, by: doer.person, at: now, in: access)
        // Whoever was called on to name somebody has.
        try DutyBook.settle(reference: key.reference, as: .done, at: now, journal: journal, in: access)
        try relight(key, at: now, in: access)
    }

    /// Agrees on a milestone, which lies ahead.
    func set(
        milestone title: String, due: CivilDate, of key: TaskKey, by doer: UnitMember, at now: Instant,
        in access: any WriteAccess
    ) throws {
        let (task, record) = try look(at: key, in: access)
        _ = try accountableUnit(doer, of: task, record, in: access)
        let today = now.civil.date
        let last = record.lastMilestoneDay(of: task, on: today)
        guard due <= last else {
            throw GovernanceRefusal.beyondDeadline(last: last, isLongTerm: task.kind == .longTerm)
        }
        guard due >= today else { throw GovernanceRefusal.milestoneGone(first: today) }
        guard !record.countingMilestones.contains(where: { $0.title == title && $0.due == due }) else {
            throw GovernanceRefusal.milestoneTwice
        }
        let number = (record.milestones.map(\.number).max() ?? 0) + 1
        try TaskStore.touch(key, in: access)
        try TaskStore.insert(.init(number: number, title: title, due: due), of: key, in: access)
        try append(
            PolicyMilestoneSet(policy: key.policy.text, task: key.number, milestone: number, title: title, due: due),
            key, by: doer.person, at: now, in: access)
        try relight(key, at: now, in: access)
    }

    /// Says that a milestone is reached.
    func reach(
        milestone number: Int, of key: TaskKey, on day: CivilDate, evidence: String, by doer: UnitMember,
        at now: Instant, in access: any WriteAccess
    ) throws {
        let (task, record) = try look(at: key, in: access)
        _ = try accountableUnit(doer, of: task, record, in: access)
        guard let milestone = record.countingMilestones.first(where: { $0.number == number }) else {
            throw GovernanceRefusal.noSuchMilestone
        }
        guard milestone.reachedOn == nil else { throw GovernanceRefusal.alreadyReached }
        guard day <= now.civil.date else { throw GovernanceRefusal.dayToCome }
        try TaskStore.reach(number, of: key, on: day, evidence: evidence, in: access)
        try append(
            PolicyMilestoneReached(
                policy: key.policy.text, task: key.number, milestone: number, day: day, evidence: evidence),
            key, by: doer.person, at: now, in: access)
        try settle(.init(key.policy, .milestone(task: key.number, number: number)), at: now, in: access)
        try relight(key, at: now, in: access)
    }

    /// A later last day, by a decision of the leading group that is named.
    func extend(
        _ key: TaskKey, to deadline: CivilDate, by document: String, because reason: String, doer: UnitMember,
        at now: Instant, in access: any WriteAccess
    ) throws {
        let (task, record) = try look(at: key, in: access)
        guard task.kind != .longTerm else { throw GovernanceRefusal.noEnd }
        let last = task.lastDay(on: now.civil.date, extendedTo: record.extendedTo)
        guard deadline > last else { throw GovernanceRefusal.notLater(than: last) }
        let today = now.civil.date.parts
        let furthest = CivilDate(year: today.year + Self.extensionYearsMax, month: 12, day: 31) ?? deadline
        guard deadline <= furthest else { throw GovernanceRefusal.tooFar(last: furthest) }
        try TaskStore.touch(key, in: access)
        try TaskStore.insert(
            .init(deadline: deadline, document: document, reason: reason), number: record.extensions.count + 1,
            of: key, in: access)
        try append(
            PolicyTaskExtended(
                policy: key.policy.text, task: key.number, deadline: deadline, document: document, reason: reason),
            key, by: doer.person, at: now, in: access)
        try relight(key, at: now, in: access)
    }
}
