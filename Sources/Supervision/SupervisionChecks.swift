import Facts
import Kernel
import Persistence

/// What Supervision knows must hold.
struct SupervisionChecks: SelfChecking {
    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        [
            try loop(access), try journalled(access), try duties(access), try RequestChecks.duties(access),
            try RequestChecks.clocks(access), try exceedances(access),
            try mergers(access), try traits(access), try CaseJournalChecks.exceedances(access),
            try CaseJournalChecks.warnings(access), try CaseRecordChecks.openings(access),
            try CaseRecordChecks.columns(access), try CaseRecordChecks.members(access),
            try CaseRecordChecks.exemptions(access), try HolidayChecks.report(access),
            try SettledDutyChecks.report(access), try DutyBeginningCheck.report(access),
            try RecordChecks.answers(access),
            try RecordChecks.duties(access),
        ]
    }

    /// Each case's state is where its steps lead, and each step is a passage of the table.
    private func loop(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("cases stand where their steps lead")
        let known = ClosedLoop.passages + ClosedLoop.formerPassages
        try CaseStore.forEach(access) { subject in
            var state = CaseState.found
            var difference: String?
            for (index, step) in subject.steps.enumerated() {
                let isPassage = known.contains { Self.isPassage($0, of: step) }
                if state == .closed, subject.reopenedAt != nil { state = ClosedLoop.reopened }
                if step.number != index + 1 || step.from != state || !isPassage {
                    difference = difference ?? "case \(subject.id): step \(step.number) does not follow the loop"
                }
                state = step.to
            }
            if state == .closed, subject.reopenedAt != nil, subject.state != .closed { state = ClosedLoop.reopened }
            if subject.state != state, subject.state != .merged {
                difference = "case \(subject.id): stands at \(subject.state), not \(state)"
            }
            tally.examine(difference)
        }
        return tally.report
    }

    private static func isPassage(_ passage: ClosedLoop.Passage, of step: Step) -> Bool {
        let outcome = ClosedLoop.decidingField(of: step.action).flatMap { step.form[$0] }
        let roles: [Role] =
            switch passage.owner {
            case .city: [.cityOfficer]
            case .branch, .closing: [.branchOfficer, .cityOfficer]
            case .enterprise: [.enterpriseManager]
            }
        return passage.from == step.from && passage.to == step.to && passage.action == step.action
            && passage.outcome == outcome && roles.contains(step.role)
    }

    /// Each case was opened by a fact, and each of its steps is the fact that was journalled when it was taken.
    private func journalled(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("cases and their steps are as they were journalled")
        try CaseStore.forEach(access) { subject in
            let entries = try Journal.timeline(of: subject.id.text, scope: .city, limit: .max, in: access)
            let astray = entries.filter { entry in
                entry.kind.hasPrefix("supervision.")
                    && (entry.subject.enterprise != subject.enterprise || entry.subject.region != subject.region)
            }
            for entry in astray {
                tally.examine("case \(subject.id): entry \(entry.sequence) is of another firm or district")
            }
            let isOpened = entries.contains { entry in
                let opened = try? entry.fact(CaseOpened.self)
                return opened?.episode == subject.episodes.first?.episode && entry.occurredAt == subject.openedAt
            }
            tally.examine(isOpened ? nil : "case \(subject.id) was opened by no fact")
            let raises = entries.filter { entry in
                guard let fact = try? entry.fact(CaseEscalated.self) else { return false }
                return fact.handedTo == nil
            }
            if raises.count != subject.raises { tally.examine("case \(subject.id): its level was raised by no fact") }
            let reopened = entries.compactMap { entry in
                (try? entry.fact(CaseReopened.self)).map { (closedBy: $0.closedBy, at: entry.occurredAt) }
            }.sorted { $0.closedBy < $1.closedBy }
            if reopened.map(\.closedBy) != subject.reopenings || reopened.last?.at != subject.reopenedAt {
                tally.examine("case \(subject.id): it was not reopened as was journalled")
            }
            var taken: [Int: JournalEntry] = [:]
            for entry in entries {
                if let fact = try? entry.fact(CaseStepTaken.self) { taken[fact.step] = entry }
            }
            for step in subject.steps {
                let agrees = taken[step.number].map { Self.tells($0, of: step, in: subject.id) } ?? false
                tally.examine(agrees ? nil : "case \(subject.id): step \(step.number) is not what was journalled")
            }
            if taken.count != subject.steps.count {
                tally.examine("case \(subject.id): \(taken.count) steps were journalled, \(subject.steps.count) stand")
            }
        }
        return tally.report
    }

    private static func tells(_ entry: JournalEntry, of step: Step, in id: CaseID) -> Bool {
        let told = try? entry.fact(CaseStepTaken.self)
        // Earlier programs did not journal the clock.
        let fact = CaseStepTaken(
            caseID: id, step: step.number, action: step.action.rawValue, from: step.from.rawValue,
            to: step.to.rawValue, form: step.form, due: told?.due == nil ? nil : step.due, warns: told?.warns,
            decides: told?.decides, role: told?.role == nil ? nil : step.role,
            signed: told?.signed == nil ? nil : step.seal)
        return told == fact && entry.author == .person(step.actor) && entry.occurredAt == step.at
    }

    /// Each open case has exactly one open duty, that of its next step with its clock and its owner; others have none.
    private func duties(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("each open case has exactly one duty with one owner, each closed one none")
        var open: [String: [Duty]] = [:]
        try DutyBook.forEachDuty(access) { duty in
            guard duty.state == .open, duty.kind.hasPrefix("supervision."),
                ![CaseDesk.requestKind, RecordAnswer.dutyKind].contains(duty.kind)
            else { return }
            open[duty.reference, default: []].append(duty)
        }
        try CaseStore.forEach(access) { subject in
            let duties = open.removeValue(forKey: subject.id.text) ?? []
            let wanted = ClosedLoop.duty(of: subject)
            let agrees =
                duties.count == (wanted == nil ? 0 : 1)
                && duties.allSatisfy { duty in
                    duty.kind == "supervision.\(wanted?.action.rawValue ?? "")" && duty.role == wanted?.role
                        && duty.due == subject.due && duty.region == subject.region
                        && duty.enterprise == subject.enterprise
                }
            let found = duties.map { "\($0.kind) of \($0.role.rawValue) until \($0.due.civil.minuteText)" }
            tally.examine(agrees ? nil : "case \(subject.id) at \(subject.state) has duties \(found)")
        }
        for reference in open.keys.sorted() {
            tally.examine("a duty refers to case \(reference), which does not exist")
        }
        return tally.report
    }

    /// Up to the subscriber's cursor, each exceedance found has exactly one case or one recorded exemption.
    private func exceedances(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("each exceedance found has exactly one case or one exemption")
        let cursor = try JournalDelivery.cursor(of: "supervision.exceedances", in: access)
        try Journal.forEachEntry(access) { entry in
            guard entry.sequence <= cursor, entry.kind == ExceedanceFound.kind, entry.payload != nil else { return }
            let found = try? entry.fact(ExceedanceFound.self)
            let name = found?.episode.text ?? "of entry \(entry.sequence)"
            guard let episode = found?.episode else { return tally.examine("exceedance \(name) cannot be read") }
            let hasCase = try CaseStore.subject(of: episode, in: access) != nil
            let isExempt = try EpisodeStore.isExempt(episode, in: access)
            if hasCase == isExempt {
                tally.examine("exceedance \(name) has \(hasCase ? "a case and an exemption" : "no case")")
            } else {
                tally.examine(nil)
            }
        }
        return tally.report
    }

    /// What the loop knows of each exceedance beside its extent is what its extent says.
    private func traits(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("exceedances of cases are of the means and as provisional as their extents say")
        try CaseStore.forEach(access) { subject in
            for episode in subject.episodes {
                let agrees =
                    (episode.traits.averaging == .day) == (episode.extent.averaging == .day)
                    && episode.traits.isProvisional == (episode.extent.provisional ?? false)
                tally.examine(
                    agrees ? nil : "case \(subject.id): exceedance \(episode.episode) is not what its extent says")
            }
        }
        return tally.report
    }

    /// A merged case says so by a fact, none of its exceedances stands, and the case it leads to exists.
    private func mergers(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("merged cases lead to the case that goes on with them")
        try CaseStore.forEach(access) { subject in
            guard subject.state == .merged else { return }
            let entries = try Journal.timeline(of: subject.id.text, scope: .city, limit: .max, in: access)
            let isTold = entries.contains { (try? $0.fact(CaseMerged.self))?.into == subject.mergedInto }
            let heir = try subject.mergedInto.flatMap { try CaseStore.subject($0, scope: .city, in: access) }
            tally.examine(
                isTold && subject.isWithdrawn && heir != nil ? nil : "case \(subject.id) was merged into no case")
        }
        return tally.report
    }
}
