import Facts
import Kernel

/// What a step is judged by beside the case: when, and which officers hold a certificate.
struct StepMoment: Sendable {
    let now: Instant
    let rules: ClosedLoopRules
    /// Officers of the case's region and of the city, with their certificates.
    let officers: [CertifiedOfficer]
    /// On what the exceedances of the case were found; empty for a step that makes no document.
    var grounds: [EpisodeID: ExceedanceGround] = [:]
    /// What its document rests on beside them, and what proves a service.
    var paper = PaperGround()
    /// What the enterprise marked of the hours that the case was told of.
    var marked = MarkedHours()
    /// The kinds of starting and stopping that the enterprise may claim by its trade.
    var windows: [CaseMarkWindow] = []
    /// The hours that the case was told of, whether they stand or not; for a qualification.
    var told: [ToldHours] = []
    /// Of which of them another value or mark was sent later.
    var replaced: [ReplacedValue] = []
    /// Whether something of the case went because of them, so that it can count as it was first told.
    var isRefusable = false
    /// What second officers answered to the records of the case, by the step of the record.
    var answers: [Int: RecordAnswer] = [:]
}

extension ClosedLoop {
    /// Takes an action on a case: a pure function to the step it makes, or the refusal.
    ///
    /// The refusals are looked for in the order of `docs/method/closed-loop.md`. The step that the person saw comes
    /// before the state, so that whoever was overtaken is told so, and not that the action was wrong.
    static func take(
        _ action: CaseAction, on subject: SupervisionCase, seenStep: Int, form: [String: String], by actor: Actor,
        at moment: StepMoment
    ) throws(CaseRefusal) -> Step {
        let needed = roles(for: action, on: subject)
        guard needed.contains(actor.role) else { throw .wrongRole(needed: needed.first ?? .cityOfficer) }
        if subject.state == .merged { throw .merged(into: subject.mergedInto) }
        guard seenStep == subject.steps.count else { throw .overtaken(state: subject.state) }
        let open = try openPassages(for: action, on: subject, at: moment.now)
        let passage = try chosen(among: open, action, form)
        try checkStanding(action, passage, subject, form, moment)
        let condition = try StatedCondition(of: passage, in: form, on: subject, at: moment)
        if [.recheck, .close].contains(action), passage.to != .failed, !subject.isOver {
            throw .stillExceeding(byDays: subject.averaging == .day)
        }
        try RecordObjection.check(action, form, on: subject, moment.answers)
        let dates = try StepDates(of: action, in: form, on: subject, now: moment.now, rules: moment.rules)
        let times = try StepTimes(of: action, in: form, on: subject, now: moment.now, rules: moment.rules)
        let stated = CaseDocument.stated(action, of: subject, on: moment.grounds, rules: moment.rules)
        try checkService(action, form, on: subject, files: moment.paper.files)
        let paper = StatedPaper.form(
            of: action, on: subject, by: actor.role, on: moment.paper, moment.marked, at: moment.now,
            rules: moment.rules)
        let named = try article(action, form, on: subject, at: moment)
        let said = RecordObjection.naming(
            moment.answers, in: StatedCondition.naming(condition, in: form, of: action), of: action, on: subject)
        let form = try certified(
            action,
            MarkVerdict.naming(
                moment.marked, in: DataVerdict.naming(moment.replaced, in: said, of: passage), of: passage), by: actor,
            officers: moment.officers
        )
        .merging(named.merging(stated) { $1 }.merging(paper) { $1 }) { $1 }
        .merging(times.form) { $1 }
        .merging(serveBy(of: action, on: subject, at: moment)) { $1 }
        .merging(confirmBy(of: action, at: moment)) { $1 }
        // Where the branch closes, it may have nobody else than the two who were there.
        let isCompanionBarred = subject.closingRole == .cityOfficer
        let isBarred = closingSteps(of: subject).contains { step in
            step.actor == actor.person || isCompanionBarred && step.companion == actor.person
        }
        if action == .close, isBarred { throw .sameOfficer() }
        if action == .dismiss, moment.paper.changedBy.contains(.person(actor.person)) {
            throw .sameOfficer(byChange: true)
        }
        let due = due(after: passage, on: subject, form: form, dates: dates, at: moment)
        let caution = StatedPaper.caution(of: action, due, on: moment.rules.calendar)
        return Step(
            number: subject.steps.count + 1, action: action, from: passage.from, to: passage.to, actor: actor.person,
            actorName: actor.name, role: actor.role, at: moment.now, form: form.merging(caution) { $1 }, due: due)
    }

    /// When the clock of a state runs out; nil at the ends of the loop.
    ///
    /// - Parameter averaging: The means the case is about; of hours and days, hours.
    static func due(
        in state: CaseState, from now: Instant, averaging: EpisodeTraits.Averaging = .hour, rules: ClosedLoopRules
    ) -> Instant? {
        guard let stand = stand(of: state) else { return nil }
        return rules.clock(of: stand.duty).term(averaging).due(from: now, on: rules.calendar)
    }

    /// When the clock of where a case stands runs out, begun at a moment beside its steps: when its last exceedance was
    /// withdrawn, or one stands again. An order's day, and granted time, bind whatever happened meanwhile.
    static func dueAnew(of subject: SupervisionCase, from now: Instant, rules: ClosedLoopRules) -> Instant? {
        guard stand(of: subject.state) != nil else { return nil }
        if subject.isWithdrawn { return rules.clock(of: .dismiss).term.due(from: now, on: rules.calendar) }
        if subject.state == .ordered, !subject.owesService, let day = subject.rectifyBy {
            return Instant(startOf: day.adding(days: 1))
        }
        // The days of a repair run from the fault, whatever is marked meanwhile.
        let from = subject.state == .repairing ? subject.faultAt ?? now : now
        let term = stand(of: subject).map { rules.clock(of: $0.duty).term(subject.averaging) }
        return term?.due(from: from, on: rules.calendar)
    }

    /// Whether a step leaves duty and clock of its case as they are. While the dismissal is owed, a step that leads on
    /// changes neither.
    static func keepsClock(_ step: Step, of subject: SupervisionCase) -> Bool {
        let isServed = step.action == .serve && subject.owesService && !subject.isWithdrawn
        return (step.from == step.to || subject.isWithdrawn) && step.due == subject.due && !isServed
    }

    /// When a case that came into a state is told that its clock is running; nil where nothing is told.
    static func warning(in state: CaseState, from now: Instant, rules: ClosedLoopRules) -> Instant? {
        stand(of: state).flatMap { rules.clock(of: $0.duty).warning }?.term.due(from: now, on: rules.calendar)
    }

    /// Whose move a case waits for: one duty with one owner; nil at the ends of the loop. Where no exceedance stands
    /// any more nobody owes a step of the line: the city owes the dismissal.
    static func duty(of subject: SupervisionCase) -> (action: CaseAction, role: Role)? {
        guard let stand = stand(of: subject) else { return nil }
        if subject.isWithdrawn { return (.dismiss, .cityOfficer) }
        let usual = role(of: stand.owner, on: subject)
        guard subject.isOvertime, case .handUp(let action) = stand.timeOut, let above = above(usual) else {
            return (stand.duty, usual)
        }
        return (action, above)
    }

    /// What a case may be taken through now, for its page; the order is that of the table.
    static func openActions(of subject: SupervisionCase, by role: Role, at now: Instant) -> [CaseAction] {
        guard subject.state != .merged else { return [] }
        return CaseAction.allCases.filter { action in
            roles(for: action, on: subject).contains(role)
                && passages.contains { $0.from == subject.state && $0.action == action && isOpen($0, subject, now) }
        }
    }

    /// The role that stands above another.
    static func above(_ role: Role) -> Role? {
        switch role {
        case .enterpriseManager: .branchOfficer
        case .branchOfficer: .cityOfficer
        case .cityOfficer, .liaison, .administrator, .securityAdministrator, .auditAdministrator: nil
        }
    }

    static func role(of owner: Owner, on subject: SupervisionCase) -> Role {
        switch owner {
        case .city: .cityOfficer
        case .branch: .branchOfficer
        case .enterprise: .enterpriseManager
        case .closing: subject.closingRole
        }
    }

    /// Who may take an action: the owner of its passages from here (of all its passages, when none starts here), and
    /// whoever stands above an officer whose clock ran out. Late is better than never, so the owner stays among them.
    private static func roles(for action: CaseAction, on subject: SupervisionCase) -> [Role] {
        let all = passages.filter { $0.action == action }
        let here = all.filter { $0.from == subject.state }
        var roles: [Role] = []
        for passage in here.isEmpty ? all : here {
            let owner = role(of: passage.owner, on: subject)
            if !roles.contains(owner) { roles.append(owner) }
            let isHandedUp = subject.isOvertime && !here.isEmpty && duty(of: subject)?.action == action
            if isHandedUp, let role = duty(of: subject)?.role, !roles.contains(role) { roles.append(role) }
            let asked = here.isEmpty ? nil : requestDuty(of: subject)
            if let asked, asked.action == action, !roles.contains(asked.role) { roles.append(asked.role) }
        }
        return roles
    }

    private static func openPassages(
        for action: CaseAction, on subject: SupervisionCase, at now: Instant
    ) throws(CaseRefusal) -> [Passage] {
        let here = passages.filter { $0.action == action && $0.from == subject.state }
        let open = here.filter { isOpen($0, subject, now) }
        guard open.isEmpty else { return open }
        switch here.first?.moment {
        case .withdrawn: throw .stillStands
        case .once: throw .alreadyHandedOver
        case .inTime: throw .tooLate
        case .faultUnknown: throw .alreadyReported
        case .unserved: throw .alreadyServed
        case .served: throw .notServed
        case .always, .overtime, .asked, .faultKnown, nil:
            throw .wrongState(action: action, state: subject.state)
        }
    }

    private static func isOpen(_ passage: Passage, _ subject: SupervisionCase, _ now: Instant) -> Bool {
        switch passage.moment {
        case .always: true
        // The term of an order that is still to be served has not begun to run out.
        case .inTime:
            subject.openRequest == nil
                && (subject.owesService || !subject.isOvertime && subject.due.map { now <= $0 } ?? false)
        case .unserved: subject.isUnserved
        case .served: !subject.owesService
        case .overtime: subject.isOvertime
        case .withdrawn: subject.isWithdrawn
        case .asked: subject.openRequest != nil
        case .faultKnown: subject.isFaultKnown
        case .faultUnknown: !subject.isFaultKnown
        case .once: !subject.isHandedOver
        }
    }

    private static func chosen(
        among open: [Passage], _ action: CaseAction, _ form: [String: String]
    ) throws(CaseRefusal) -> Passage {
        let field = decidingField(of: action)
        let outcome = field.flatMap { form[$0] }
        guard let passage = open.first(where: { field == nil || $0.outcome == outcome }) else {
            throw .choiceMissing(field: field ?? "")
        }
        return passage
    }

    /// Until when an action waits at most, because the enterprise may still mark the values; nil when nothing holds it
    /// up. What it waits for may come sooner: the enterprise states that it has nothing to mark.
    static func waits(
        _ action: CaseAction, on subject: SupervisionCase, marked: MarkedHours = MarkedHours(), rules: ClosedLoopRules
    ) -> Instant? {
        let isRevocable =
            subject.isWithdrawn && !marked.marks.isEmpty && [.qualify, .dismiss].contains(action)
            || action == .refuseData
        return (action == .qualify ? subject.provisionalUntil(rules) : nil) ?? (isRevocable ? marked.openUntil : nil)
    }

    /// What the exceedance itself forbids.
    private static func checkStanding(
        _ action: CaseAction, _ passage: Passage, _ subject: SupervisionCase, _ form: [String: String],
        _ moment: StepMoment
    ) throws(CaseRefusal) {
        let rules = moment.rules
        switch action {
        case .qualify:
            if let until = waits(action, on: subject, rules: rules) { throw .provisional(until: until) }
            try MarkVerdict.check(passage, moment.marked, form, isWithdrawn: subject.isWithdrawn)
            if passage.to == .confirmed, subject.isWithdrawn { throw .nothingToConfirm }
            let explained = StatedHours.faultBegins(by: subject)
            if passage.to == .repairing, let fault = subject.faultAt, fault > explained {
                throw .faultLater(field: "qualification", last: explained)
            }
        case .dismiss:
            try MarkVerdict.check(passage, moment.marked, form, isWithdrawn: subject.isWithdrawn)
            try DataVerdict.check(passage, moment.replaced, form)
        case .refuseData:
            if let until = waits(action, on: subject, marked: moment.marked, rules: rules) {
                throw .provisional(until: until)
            }
            if !moment.isRefusable { throw .notResent }
        case .warn, .answer, .accept, .check, .order, .serve, .report, .recheck, .reportFault, .repair, .correctMark,
            .confirm, .close, .mark, .askTime, .decideTime, .handOver:
            break
        }
    }

    /// The article of law that a form names, with how far it was looked up; nothing for actions that name none.
    private static func article(
        _ action: CaseAction, _ form: [String: String], on subject: SupervisionCase, at moment: StepMoment
    ) throws(CaseRefusal) -> [String: String] {
        guard namesArticle(action) else { return [:] }
        let limit = moment.grounds[subject.gravest.episode]
        return try NamedArticle(in: form, on: subject, limit: limit, rules: moment.rules).form
    }

    /// Steps whose officer may not close: the newest re-check or confirmation, else the qualification.
    private static func closingSteps(of subject: SupervisionCase) -> [Step] {
        let found = subject.round.last { [.recheck, .confirm].contains($0.action) }
        return [found ?? subject.round.last { $0.action == .qualify }].compactMap { $0 }
    }

    /// The form of a step on site with both certificates beside the names; other forms as they are.
    private static func certified(
        _ action: CaseAction, _ form: [String: String], by actor: Actor, officers: [CertifiedOfficer]
    ) throws(CaseRefusal) -> [String: String] {
        guard let day = onSiteField(of: action).flatMap({ form[$0] }).flatMap({ CivilDate($0) }) else { return form }
        guard let own = officers.first(where: { $0.person == actor.person })?.certificate(on: day) else {
            throw .noCertificate(name: actor.name, day: day, field: nil)
        }
        guard let companion = form["companion"], !companion.isEmpty else { throw .choiceMissing(field: "companion") }
        if companion == actor.person.text { throw .companionIsSelf }
        guard let second = officers.first(where: { $0.person.text == companion }) else {
            throw .companionUnknown
        }
        guard let other = second.certificate(on: day) else {
            throw .noCertificate(name: second.name, day: day, field: "companion")
        }
        return form.merging([
            "certificate": own, "companion_name": second.name, "companion_certificate": other,
            RecordAnswer.roleField: second.role.rawValue,
        ]) { _, new in new }
    }

    /// The field that holds the day of a step on site; nil for a step at the desk.
    static func onSiteField(of action: CaseAction) -> String? {
        switch action {
        case .check: "checked_on"
        case .recheck: "rechecked_on"
        case .warn, .answer, .accept, .qualify, .order, .serve, .report, .reportFault, .repair, .correctMark, .confirm,
            .close, .mark, .askTime, .decideTime, .handOver, .refuseData, .dismiss:
            nil
        }
    }

    private static func due(
        after passage: Passage, on subject: SupervisionCase, form: [String: String], dates: StepDates,
        at moment: StepMoment
    ) -> Instant? {
        if subject.isWithdrawn, stand(of: passage.to) != nil { return subject.due }
        guard passage.to == passage.from else { return dueThere(after: passage, on: subject, form: form, at: moment) }
        switch (passage.action, dates.day) {
        case (.serve, let day?): return dueServed(day, subject, moment.rules)
        // Time that is granted before the service lengthens the term that begins with it.
        case (.decideTime, let day?) where !subject.owesService: return Instant(startOf: day.adding(days: 1))
        // Every other step leaves the clock of its state alone.
        default: return subject.due
        }
    }

    /// When the clock of the state runs out into which a passage leads, counted from what the law counts from.
    private static func dueThere(
        after passage: Passage, on subject: SupervisionCase, form: [String: String], at moment: StepMoment
    ) -> Instant? {
        let (now, rules) = (moment.now, moment.rules)
        switch passage.to {
        case .ordered: return serveBy(of: subject, now: now, rules: rules)
        case .reported: return subject.owesService ? subject.due : recheckBy(of: subject, rules: rules)
        // The three working days of the order count from the record of the check, not from the qualification.
        case .confirmed where subject.state == .checked:
            return due(in: .confirmed, from: subject.since, averaging: subject.averaging, rules: rules)
        case .repairing:
            return due(in: .repairing, from: faultAt(form, subject) ?? now, averaging: subject.averaging, rules: rules)
        // Every other clock begins with the step that leads into its state.
        default: return due(in: passage.to, from: now, averaging: subject.averaging, rules: rules)
        }
    }

    /// When the device broke: by the report that is being taken, else by the newest one.
    static func faultAt(_ form: [String: String], _ subject: SupervisionCase) -> Instant? {
        StepTimes.fault(in: form) ?? subject.faultAt
    }

    private static func dueServed(
        _ day: CivilDate, _ subject: SupervisionCase, _ rules: ClosedLoopRules
    ) -> Instant? {
        if subject.state == .reported {
            return rules.clock(of: .recheck).term.due(from: Instant(startOf: day), on: rules.calendar)
        }
        guard subject.owesService else { return subject.due }
        return subject.rectifyBy(servedOn: day).map { Instant(startOf: $0.adding(days: 1)) } ?? subject.due
    }

    /// Until when the second officer is to answer a record, for its form; nothing for a step at the desk.
    private static func confirmBy(of action: CaseAction, at moment: StepMoment) -> [String: String] {
        guard onSiteField(of: action) != nil else { return [:] }
        let due = moment.rules.recordTerm.due(from: moment.now, on: moment.rules.calendar)
        return [RecordAnswer.dueField: due.termText]
    }

    /// Until when an order is to be served, for its form; nothing for another step.
    private static func serveBy(
        of action: CaseAction, on subject: SupervisionCase, at moment: StepMoment
    ) -> [String: String] {
        guard action == .order else { return [:] }
        return [serveByField: serveBy(of: subject, now: moment.now, rules: moment.rules).termText]
    }
}
