import Facts
import Kernel
import Persistence

/// Issues inspection notices and minutes, takes the units' answers and the office's word to them: refuses with a
/// reason, or keeps and journals it, and gives the duty that follows.
struct DirectiveDesk: Sendable {
    let tasks: GovernanceDesk

    /// How long the office has to look at an answer, and a unit to mend one that was returned; design values.
    static let judgeTerm = StatutoryTerm(5, .workingDay)
    static let againTerm = StatutoryTerm(5, .workingDay)

    private func append(
        _ fact: some Fact, _ key: DirectiveKey, by person: PersonID, at now: Instant, in access: any WriteAccess
    ) throws {
        try tasks.journal.append(
            fact, about: FactSubject(reference: key.description), by: .person(person), occurredAt: now, in: access)
    }

    /// Issues a directive: from now on it stands as bytes whose SHA-256 the journal holds.
    func issue(
        _ said: SaidDirective, by doer: UnitMember, at now: Instant, in access: any WriteAccess
    ) throws -> DirectiveKey {
        let document = try document(said, at: now, in: access)
        let known = try DirectiveStore.directives(kind: said.kind, in: access)
        if let twin = known.first(where: { $0.document.saysTheSame(as: document) }) {
            throw DirectiveRefusal.issuedTwice(twin.key)
        }
        let content = try CanonicalJSON.bytes(of: document)
        try DirectiveStore.insert(
            document, content: content, by: FactAuthor.person(doer.person).text, at: now, in: access)
        try append(
            DirectiveIssued(
                directive: document.key.description, title: document.title, units: document.items.map(\.unit),
                sha256: Digest256(of: content)), document.key, by: doer.person, at: now, in: access)
        if document.setsTasks {
            try setTasks(of: document, beside: doer, at: now, in: access)
        } else {
            for item in document.items {
                try assign(item, of: document.key, attempt: 1, due: item.due, beside: doer, at: now, in: access)
            }
        }
        return document.key
    }

    /// Gives a unit the duty to answer an item. What the office itself has to do is its officers' duty.
    private func assign(
        _ item: DirectiveDocument.Item, of key: DirectiveKey, attempt: Int, due: CivilDate,
        beside office: UnitMember, at now: Instant, in access: any WriteAccess
    ) throws {
        let isOwn = try PolicyStore.organisations(access)[item.unit] == office.organisation
        let reference = key.reference(item.number)
        try DutyBook.assign(
            Duty(
                id: DutyID(checked: "GD-\(reference).\(attempt)"), kind: GovernanceDutyKind.correct.rawValue,
                reference: reference, role: isOwn ? .cityOfficer : .liaison, enterprise: nil, region: nil, since: now,
                due: Directive.end(of: due)), in: access)
    }

    private func look(
        _ key: DirectiveKey, _ item: Int, _ access: any ReadAccess
    ) throws -> (Directive, DirectiveDocument.Item) {
        guard let directive = try DirectiveStore.directive(key, in: access) else {
            throw DirectiveRefusal.noSuchDirective
        }
        guard let item = directive.item(item) else { throw DirectiveRefusal.noSuchItem }
        return (directive, item)
    }

    /// Takes a unit's answer to an item. Only whoever speaks for the unit may.
    func answer(
        _ number: Int, of key: DirectiveKey, with text: String, evidence: Int64?, by doer: UnitMember,
        at now: Instant, in access: any WriteAccess
    ) throws {
        let (directive, item) = try look(key, number, access)
        guard try PolicyStore.organisations(access)[item.unit] == doer.organisation else {
            throw DirectiveRefusal.anotherUnit(item.unit)
        }
        guard !directive.document.setsTasks else { throw DirectiveRefusal.isTask(number) }
        switch directive.state(item, on: now.civil.date) {
        case .accepted: throw DirectiveRefusal.isClosed
        case .waiting: throw DirectiveRefusal.waits
        case .open, .late: break
        }
        if let evidence, try Journal.entry(evidence, in: access) == nil { throw DirectiveRefusal.noSuchFact }
        let attempt = (directive.answer(number)?.attempt ?? 0) + 1
        try DirectiveStore.insert(
            DirectiveAnswer(
                item: number, attempt: attempt, unit: item.unit, text: text, evidence: evidence,
                author: FactAuthor.person(doer.person).text, filedAt: now), to: key, in: access)
        try append(
            DirectiveAnswered(
                directive: key.description, item: number, attempt: attempt, unit: item.unit, text: text,
                evidence: evidence), key, by: doer.person, at: now, in: access)
        let reference = key.reference(number)
        try DutyBook.settle(reference: reference, as: .done, at: now, journal: tasks.journal, in: access)
        try DutyBook.assign(
            Duty(
                id: DutyID(checked: "GJ-\(reference).\(attempt)"), kind: GovernanceDutyKind.judge.rawValue,
                reference: reference, role: .cityOfficer, enterprise: nil, region: nil, since: now,
                due: Self.judgeTerm.due(from: now, on: tasks.calendar)), in: access)
    }

    /// Takes the office's word to the newest answer. Nobody judges what they answered themselves.
    func judge(
        _ number: Int, of key: DirectiveKey, as verdict: ReviewVerdict, note: String, by doer: UnitMember,
        at now: Instant, in access: any WriteAccess
    ) throws {
        let (directive, item) = try look(key, number, access)
        guard let answer = directive.answer(number), answer.judgement == nil else {
            throw DirectiveRefusal.nothingToJudge
        }
        let author = FactAuthor.person(doer.person).text
        guard answer.author != author else { throw DirectiveRefusal.ownAnswer }
        let again: CivilDate? =
            verdict == .returned
            ? Self.againTerm.due(from: now, on: tasks.calendar).adding(milliseconds: -1).civil.date : nil
        try DirectiveStore.judge(
            answer, to: key, .init(verdict: verdict, note: note, again: again, author: author, at: now), in: access)
        try append(
            DirectiveJudged(
                directive: key.description, item: number, attempt: answer.attempt, verdict: verdict.rawValue,
                note: note, again: again), key, by: doer.person, at: now, in: access)
        try DutyBook.settle(
            reference: key.reference(number), as: .done, at: now, journal: tasks.journal, in: access)
        if let again {
            try assign(
                item, of: key, attempt: answer.attempt + 1, due: max(again, item.due), beside: doer, at: now,
                in: access)
        }
    }

    /// Items that are overdue and that the office was not called on for yet.
    func overdueUnpressed(at now: Instant, in access: any ReadAccess) throws -> [String] {
        try DirectiveStore.directives(in: access).filter { !$0.isClosed }.flatMap { directive in
            let duties = try DutyBook.all(beginningWith: directive.key.description + ".", in: access)
                .filter { $0.state == .open }
            let pressed = Set(
                duties.filter { $0.kind == GovernanceDutyKind.pressItem.rawValue }.map(\.reference))
            return Set(
                duties.filter { duty in
                    duty.kind == GovernanceDutyKind.correct.rawValue && duty.due < now
                        && !pressed.contains(duty.reference)
                }.map(\.reference)
            ).sorted()
        }
    }

    /// Calls on the office for an overdue item: its clock ends with the answer.
    func press(_ reference: String, at now: Instant, in access: any WriteAccess) throws {
        try DutyBook.assign(
            Duty(
                id: DutyID(checked: "GL-\(reference)-\(now.milliseconds)"),
                kind: GovernanceDutyKind.pressItem.rawValue, reference: reference, role: .cityOfficer,
                enterprise: nil, region: nil, since: now,
                due: GovernanceDesk.pressTerm.due(from: now, on: tasks.calendar)), in: access)
    }
}
