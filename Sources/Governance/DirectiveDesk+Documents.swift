import Facts
import Kernel
import Persistence

extension DirectiveDesk {
    /// What was written, held against the policies and the calendar.
    func document(
        _ said: SaidDirective, at now: Instant, in access: any ReadAccess
    ) throws -> DirectiveDocument {
        let policies = try tasks.shelf.all(in: access)
        let units = Set(policies.flatMap(\.units).map(\.name))
        let organisations = try PolicyStore.organisations(access)
        // A unit that nobody speaks for could never answer.
        func isKnown(_ unit: String) -> Bool { units.contains(unit) && organisations[unit] != nil }
        let year = now.civil.date.parts.year
        var number = try DirectiveStore.lastNumber(said.kind, in: year, access) + 1
        // A policy that was taken before minutes set tasks may have such a code.
        while said.kind == .minutes,
            try PolicyStore.content(
                of: PolicyCode(checked: "\(DirectiveKey(kind: said.kind, year: year, number: number))"), in: access)
                != nil
        { number += 1 }
        switch said.kind {
        case .inspection:
            guard isKnown(said.unit) else {
                throw DirectiveRefusal.unknownUnit(said.unit, field: "unit", line: nil)
            }
            let place = try place(said, policies)
            guard let term = Int(said.term), DirectiveDocument.termRange.contains(term) else {
                throw DirectiveRefusal.term
            }
            let due = StatutoryTerm(term, .workingDay).due(from: now, on: tasks.calendar)
                .adding(milliseconds: -1).civil.date
            let items = try lines(said, "findings").enumerated().map { index, line in
                DirectiveDocument.Item(number: index + 1, unit: said.unit, text: line.text, due: due)
            }
            return DirectiveDocument(
                kind: said.kind, year: year, number: number, title: said.title, policy: place?.policy,
                task: place?.number, termWorkingDays: term, heldOn: nil, participants: nil, items: items)
        case .minutes:
            guard let heldOn = said.heldOn else { throw DirectiveRefusal.dateMissing }
            guard heldOn <= now.civil.date else { throw DirectiveRefusal.dayToCome }
            // The policy called the group together.
            if let first = policies.map(\.meta.issued).min(), heldOn < first {
                throw DirectiveRefusal.heldBefore(first)
            }
            let items = try lines(said, "decisions").enumerated().map { index, line in
                let parts = line.text.barred
                guard parts.count == 3, let due = CivilDate(parts[1]) else {
                    throw DirectiveRefusal.decisionForm(line: line.place)
                }
                guard isKnown(parts[0]) else {
                    throw DirectiveRefusal.unknownUnit(parts[0], field: "decisions", line: line.place)
                }
                guard due > now.civil.date else { throw DirectiveRefusal.deadlinePast(line: line.place) }
                return DirectiveDocument.Item(number: index + 1, unit: parts[0], text: parts[2], due: due)
            }
            return DirectiveDocument(
                kind: said.kind, year: year, number: number, title: said.title, policy: nil, task: nil,
                termWorkingDays: nil, heldOn: heldOn, participants: said.participants, items: items, asTasks: true)
        }
    }

    /// The task that a notice is about: of the oldest policy that sets one of this number, led by the unit.
    private func place(_ said: SaidDirective, _ policies: [PolicyDocument]) throws -> TaskKey? {
        guard !said.task.isEmpty else { return nil }
        guard let number = Int(said.task), let policy = policies.first(where: { $0.task(number) != nil }),
            let task = policy.task(number)
        else { throw DirectiveRefusal.noSuchTask }
        guard task.leadUnits.contains(said.unit) else {
            throw DirectiveRefusal.notTheLead(unit: said.unit, lead: task.leadUnits)
        }
        return TaskKey(policy: policy.meta.code, number: number)
    }

    private func lines(_ said: SaidDirective, _ field: String) throws -> [(place: Int, text: String)] {
        let written = said.written
        guard !written.isEmpty else { throw DirectiveRefusal.noItems(field: field) }
        guard written.count <= DirectiveDocument.itemsMax else { throw DirectiveRefusal.tooManyItems(field: field) }
        for line in written where line.text.unicodeScalars.count > DirectiveDocument.itemTextMax {
            throw DirectiveRefusal.itemTooLong(field: field, line: line.place)
        }
        return written
    }

    /// Makes each decision of minutes a task: reported on, reviewed and lit like those of a policy. Where one person
    /// alone works for the unit, that person answers for it; else the office is called on to name somebody.
    func setTasks(
        of document: DirectiveDocument, beside office: UnitMember, at now: Instant, in access: any WriteAccess
    ) throws {
        let policy = PolicyDocument(minutes: document, issuedOn: now.civil.date)
        _ = try tasks.enter(policy, by: .person(office.person), at: now, in: access)
        let organisations = try PolicyStore.organisations(access)
        for item in document.items {
            let key = TaskKey(policy: policy.meta.code, number: item.number)
            let people = try organisations[item.unit].map { organisation in
                try tasks.directory.members(of: organisation, in: access).filter(\.works)
            }
            if let people, people.count == 1 {
                try tasks.assign(key, to: people[0].person, of: item.unit, by: office, at: now, in: access)
            } else {
                try DutyBook.assign(
                    Duty(
                        id: DutyID(checked: "GA-\(key.reference)-\(now.milliseconds)"),
                        kind: GovernanceDutyKind.assign.rawValue, reference: key.reference, role: .cityOfficer,
                        enterprise: nil, region: nil, since: now,
                        due: GovernanceDesk.reviewTerm.due(from: now, on: tasks.calendar)), in: access)
            }
        }
    }
}
