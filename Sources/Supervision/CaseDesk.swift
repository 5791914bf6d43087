import Facts
import Kernel
import Persistence

/// Opens cases, takes steps, keeps the duty of each open case: every change with its fact in one transaction.
struct CaseDesk: Sendable {
    let journal: Journal
    let rules: ClosedLoopRules
    let entropy: any EntropySource
    let officers: any OfficerRegister
    let penalties: any PenaltyDesk
    /// Where steps mark hours; nil where nobody judges marks.
    let marks: (any CaseMarks)?
    /// What documents ask of others.
    let surroundings: any CaseSurroundings

    /// The duties of states: all of a case but the decision on a request.
    static let ofState = DutyBook.Kinds.besides(requestKind)

    /// Takes an exceedance up: it joins the open case of its outlet that was told of one of its hours before, or where
    /// nobody has been yet, else a case is opened. One that was told before stays as it is; one of nobody in the
    /// register is exempted by a fact.
    func open(_ found: ExceedanceFound, entry: JournalEntry, in access: any WriteAccess) throws {
        guard try CaseStore.subject(of: found.episode, in: access) == nil,
            try !EpisodeStore.isExempt(found.episode, in: access)
        else { return }
        let episode = CaseEpisode(
            episode: found.episode, pollutant: found.pollutant, extent: found.extent, isWithdrawn: false,
            mergedInto: nil, traits: EpisodeTraits(of: found.pollutant, extent: found.extent, rules: rules))
        guard let enterprise = entry.subject.enterprise, let region = entry.subject.region else {
            return try exempt(found, at: entry, in: access)
        }
        let since = entry.recordedAt.adding(hours: -Int64(rules.joinHoursMax))
        let known = try Self.holder(of: found, in: access)
        if let subject = try known ?? CaseStore.unchecked(at: found.outlet, since: since, in: access),
            subject.enterprise == enterprise
        {
            return try join(episode, to: subject, at: entry.recordedAt, in: access)
        }
        let year = entry.recordedAt.civil.date.parts.year
        let number = try CaseStore.nextNumber(in: year, access)
        let id = CaseID(checked: "\(year)-\(number.padded(4))")
        let subject = SupervisionCase(
            id: id, number: number, year: year, outlet: found.outlet,
            enterprise: enterprise, region: region, episodes: [episode],
            occurrence: try occurrence(at: found.outlet, of: found.extent.firstHour, in: id, access),
            openedAt: entry.recordedAt, state: .found,
            due: ClosedLoop.due(in: .found, from: entry.recordedAt, rules: rules), isOvertime: false,
            request: nil, raises: 0, cityCloses: false, mergedInto: nil, reopenedAt: nil, steps: [])
        try CaseStore.insert(subject, in: access)
        try journal.append(
            CaseOpened(
                caseID: subject.id, episode: found.episode, outlet: found.outlet, level: subject.level,
                occurrence: subject.occurrence, isToxic: episode.traits.isToxic),
            about: factSubject(subject), by: .system("supervision"), occurredAt: entry.recordedAt, in: access)
        try assignDuty(of: subject, since: subject.openedAt, in: access)
        try recount(at: found.outlet, at: entry.recordedAt, in: access)
    }

    /// Takes a step. Throws `CaseRefusal` when it may not be taken; nothing is changed then.
    func take(
        _ action: CaseAction, on id: CaseID, seenStep: Int, form: [String: String], by actor: Actor, at now: Instant,
        in access: any WriteAccess
    ) throws {
        guard let found = try CaseStore.subject(id, scope: actor.scope, in: access) else {
            throw CaseRefusal.notFound
        }
        let isOnSite = ClosedLoop.onSiteField(of: action) != nil
        let told = DataVerdict.isSaid(by: action) ? try Self.told(of: found, in: access) : []
        let replaced = told.isEmpty ? [] : try surroundings.replaced(told, at: found.outlet, in: access)
        let firstTold = action == .refuseData ? try Self.firstTold(of: found, replaced, in: access) : [:]
        let moment = StepMoment(
            now: now, rules: rules, officers: isOnSite ? try officers.officers(of: found.region, in: access) : [],
            grounds: try grounds(of: action, in: found, access), paper: try paper(of: action, in: found, access),
            marked: try marked(of: action, in: found, at: now, access),
            windows: action == .qualify ? try marks?.windows(of: found.outlet, in: access) ?? [] : [],
            told: told, replaced: replaced, isRefusable: !firstTold.isEmpty,
            answers: RecordObjection.rests(action) ? try RecordAnswerStore.answers(of: id, in: access) : [:])
        let (taken, subject) = try takeOverMark(action, on: found, seenStep, form, by: actor, moment, access)
        let step = try passOnMark(of: taken, in: subject, by: actor, access)
        try CaseStore.append(step, to: subject, in: access)
        try oweAnswer(to: step, of: subject, in: access)
        let begins = step.from != step.to
        let from = step.to == .repairing ? ClosedLoop.faultAt(step.form, subject) ?? now : now
        let warned =
            begins && !subject.isWithdrawn ? ClosedLoop.warning(in: step.to, from: from, rules: rules) : nil
        if begins { try CaseStore.warn(id, at: warned, in: access) }
        let decides = try keepRequest(of: id, ending: action == .decideTime ? .done : .lifted, at: now, in: access)
        try journal.append(
            CaseStepTaken(
                caseID: id, step: step.number, action: action.rawValue, from: step.from.rawValue,
                to: step.to.rawValue, form: step.form, due: step.due, warns: warned,
                decides: decides, role: actor.role, signed: step.seal),
            about: factSubject(subject), by: .person(actor.person), occurredAt: now, in: access)
        try tellOthers(of: step, in: subject, by: actor, access)
        if !ClosedLoop.keepsClock(step, of: subject) {
            let after = try stored(id, in: access)
            let isDone = step.from != step.to || ClosedLoop.duty(of: subject)?.action == action
            let end: Duty.State = isDone ? .done : .lifted
            try DutyBook.settle(
                reference: id.text, Self.ofState, as: end, at: now, journal: journal, in: access)
            try assignDuty(of: after, since: now, in: access)
        }
        if action == .refuseData { try uphold(firstTold, by: step, of: subject, in: access) }
        // What was excused counts no longer as one of many.
        if action == .qualify { try recount(at: subject.outlet, at: now, in: access) }
    }

    /// Notes that an exceedance behind a case changed, or no longer stands by itself (extent nil): because corrected
    /// values do not carry it, or because it has grown together with another. The same news twice is one.
    func noteEvidence(
        _ extent: ExceedanceExtent?, mergedInto heir: EpisodeID?, of episode: EpisodeID,
        because cause: JudgingCause? = nil,
        at now: Instant, in access: any WriteAccess
    ) throws {
        guard let before = try CaseStore.subject(of: episode, in: access),
            let known = before.episodes.first(where: { $0.episode == episode }),
            known.isWithdrawn != (extent == nil) || known.mergedInto != heir || known.extent != extent ?? known.extent
        else { return }
        let latest = extent ?? known.extent
        // Whether a factor is toxic was told when the exceedance was taken up, whatever the list says since.
        let traits = EpisodeTraits(
            averaging: latest.averaging == .day ? .day : .hour, isProvisional: latest.provisional ?? false,
            isToxic: known.traits.isToxic)
        try EpisodeStore.update(
            episode, extent: latest, traits: traits,
            isWithdrawn: extent == nil, mergedInto: heir, in: access)
        let after = try stored(before.id, in: access)
        let clock = before.isWithdrawn == after.isWithdrawn ? nil : try clockAnew(of: after, at: now, in: access)
        let decides = try keepRequest(of: after.id, ending: .lifted, at: now, in: access)
        try journal.append(
            CaseEvidenceChanged(
                caseID: before.id, extent: extent, mergedInto: heir, episode: episode, cause: cause, due: clock?.due,
                warns: clock?.warns, decides: decides),
            about: factSubject(before), by: .system("supervision"), occurredAt: now, in: access)
        try follow(after, before: before, heir: heir, clock, at: now, in: access)
        try recount(at: before.outlet, at: now, in: access)
    }

    /// Brings state, clock and duty of a case in line with what is now known of its exceedances.
    private func follow(
        _ after: SupervisionCase, before: SupervisionCase, heir: EpisodeID?,
        _ clock: ClosedLoop.StateClock?, at now: Instant, in access: any WriteAccess
    ) throws {
        if after.state == .closed { return try reopenIfGrown(after, known: before, at: now, in: access) }
        if let heir, try mergeIfGone(after, heir: heir, at: now, in: access) { return }
        if before.isWithdrawn != after.isWithdrawn {
            let missed = after.isWithdrawn ? ClosedLoop.missed(of: before, at: now) : .nothing
            return try changeDuty(of: after, clock, keeping: missed, at: now, in: access)
        }
        try followWeight(of: after, before: before, at: now, in: access)
    }

    /// Gives an open case none of whose exceedances stands any more the duty of its dismissal, or one of whose stands
    /// again that of its state: each with a clock that begins now, unless it had been missed.
    func changeDuty(
        of subject: SupervisionCase, _ clock: ClosedLoop.StateClock?, keeping missed: ClosedLoop.MissedClock,
        at now: Instant, in access: any WriteAccess
    ) throws {
        guard let clock else { return }
        try CaseStore.restart(subject.id, clock, in: access)
        try CaseStore.keepMissed(missed, of: subject.id, in: access)
        try DutyBook.settle(
            reference: subject.id.text, Self.ofState, as: .lifted, at: now, journal: journal, in: access)
        try assignDuty(of: try stored(subject.id, in: access), since: min(now, clock.due), in: access)
    }

    func clockAnew(
        of subject: SupervisionCase, at now: Instant, in access: any ReadAccess
    ) throws -> ClosedLoop.StateClock? {
        let missed = try CaseStore.missed(of: subject.id, in: access)
        guard let clock = ClosedLoop.clockAnew(of: subject, missed: missed, at: now, rules: rules) else { return nil }
        // What was told before is not told again.
        let isTold = try Journal.timeline(of: subject.id.text, scope: .city, limit: .max, in: access).contains {
            try $0.fact(CaseClockWarned.self)?.warnedOf == clock.warns
        }
        return isTold ? ClosedLoop.StateClock(due: clock.due, warns: nil, isOvertime: clock.isOvertime) : clock
    }

    /// Puts a closed case back to work when more of it stands than was judged: nothing grows without an owner. Cases
    /// that have grown into it while it was closed go on in it.
    private func reopenIfGrown(
        _ subject: SupervisionCase, known: SupervisionCase, at now: Instant, in access: any WriteAccess
    ) throws {
        guard let closing = subject.steps.last, ClosedLoop.outgrows(subject, known: known),
            let due = ClosedLoop.due(
                in: ClosedLoop.reopened, from: now, averaging: subject.averaging, rules: rules)
        else { return }
        try CaseStore.reopen(subject.id, due: due, at: now, in: access)
        let reopened = CaseReopened(
            caseID: subject.id, closedBy: closing.number, state: ClosedLoop.reopened.rawValue, level: subject.level)
        try journal.append(
            reopened, about: factSubject(subject), by: .system("supervision"), occurredAt: now, in: access)
        try assignDuty(of: try stored(subject.id, in: access), since: now, in: access)
        for grown in try CaseStore.grownInto(subject.id, in: access) {
            _ = try mergeIfGone(grown.subject, heir: grown.heir, at: now, in: access)
        }
    }

    /// Deals, once, with a clock that ran out: the duty goes to the level above, or the level is raised.
    func escalate(_ subject: SupervisionCase, at now: Instant, in access: any WriteAccess) throws {
        guard let stand = ClosedLoop.stand(of: subject), let due = subject.due, due < now, !subject.isOvertime
        else { return }
        let above = subject.isWithdrawn ? nil : ClosedLoop.above(ClosedLoop.role(of: stand.owner, on: subject))
        if case .handUp(let action) = stand.timeOut, let above {
            try DutyBook.settle(
                reference: subject.id.text, Self.ofState, as: .lifted, at: now, journal: journal, in: access)
            let handed = rules.clock(of: action).term(subject.averaging).due(from: now, on: rules.calendar)
            // The enterprise's silence does not lengthen the days in which its order is to be re-checked.
            let ofOrder = subject.state == .ordered && action == .recheck
            let next = ofOrder ? ClosedLoop.recheckBy(of: subject, rules: rules) ?? handed : handed
            try CaseStore.noteOvertime(of: subject.id, due: next, raises: subject.raises, in: access)
            let after = try stored(subject.id, in: access)
            try assignDuty(of: after, since: now, in: access)
            try noteEscalation(of: after, due: due, handedTo: above, in: access)
        } else {
            try CaseStore.noteOvertime(of: subject.id, due: due, raises: subject.raises + 1, in: access)
            try noteEscalation(of: try stored(subject.id, in: access), due: due, handedTo: nil, in: access)
        }
    }

    /// Tells, once, that a state has lasted longer than an earlier rule gave it. Nobody's duty changes.
    func warn(_ subject: SupervisionCase, at warned: Instant, in access: any WriteAccess) throws {
        try CaseStore.warn(subject.id, at: nil, in: access)
        guard let due = subject.due else { return }
        try journal.append(
            CaseClockWarned(caseID: subject.id, state: subject.state.rawValue, warnedOf: warned, due: due),
            about: factSubject(subject), by: .system("supervision"), in: access)
    }

    private func noteEscalation(
        of subject: SupervisionCase, due: Instant, handedTo role: Role?, in access: any WriteAccess
    ) throws {
        try journal.append(
            CaseEscalated(
                caseID: subject.id, state: subject.state.rawValue, due: due, handedTo: role, level: subject.level),
            about: factSubject(subject), by: .system("supervision"), in: access)
    }

    private func exempt(_ found: ExceedanceFound, at entry: JournalEntry, in access: any WriteAccess) throws {
        try EpisodeStore.exempt(
            found.episode, at: found.outlet, because: "no-enterprise", at: entry.recordedAt, in: access)
        try journal.append(
            ExceedanceExempted(episode: found.episode, outlet: found.outlet, reason: "no-enterprise"),
            about: entry.subject, by: .system("supervision"), in: access)
    }

    /// Takes a further exceedance into an open case. One whose dismissal was owed has the duty of its state again.
    private func join(
        _ episode: CaseEpisode, to subject: SupervisionCase, at now: Instant, in access: any WriteAccess
    ) throws {
        try EpisodeStore.insert(episode, into: subject, in: access)
        try journal.append(
            CaseEpisodeJoined(
                caseID: subject.id, episode: episode.episode, pollutant: episode.pollutant,
                isToxic: episode.traits.isToxic),
            about: factSubject(subject), by: .system("supervision"), in: access)
        let after = try stored(subject.id, in: access)
        if subject.isWithdrawn, let clock = try clockAnew(of: after, at: now, in: access) {
            try journal.append(
                CaseEvidenceChanged(
                    caseID: subject.id, extent: episode.extent, episode: episode.episode, due: clock.due,
                    warns: clock.warns), about: factSubject(subject), by: .system("supervision"), in: access)
            try changeDuty(of: after, clock, keeping: .nothing, at: now, in: access)
        } else {
            try followWeight(of: after, before: subject, at: now, in: access)
        }
        try recount(at: subject.outlet, at: now, in: access)
    }

    /// Merges a case none of whose exceedances stands by itself into the open case of the one they grew into.
    private func mergeIfGone(
        _ subject: SupervisionCase, heir: EpisodeID, at now: Instant, in access: any WriteAccess
    ) throws -> Bool {
        guard ClosedLoop.stand(of: subject.state) != nil,
            subject.episodes.allSatisfy({ $0.isWithdrawn && $0.mergedInto != nil }),
            let other = try CaseStore.subject(of: heir, in: access), other.id != subject.id,
            ClosedLoop.stand(of: other.state) != nil
        else { return false }
        try CaseStore.merge(subject.id, into: other.id, in: access)
        try journal.append(
            CaseMerged(caseID: subject.id, into: other.id, from: subject.state.rawValue), about: factSubject(subject),
            by: .system("supervision"), in: access)
        try DutyBook.settle(reference: subject.id.text, as: .lifted, at: now, journal: journal, in: access)
        return true
    }

    /// What a step means to other rooms.
    private func tellOthers(
        of step: Step, in subject: SupervisionCase, by actor: Actor, _ access: any WriteAccess
    ) throws {
        if step.action == .handOver {
            let handed = CaseHandedOver(
                caseID: subject.id, outlet: subject.outlet, step: step.number, reason: step.form["reason"] ?? "",
                article: step.form[NamedArticle.field])
            try penalties.file(handed, about: factSubject(subject), by: actor, in: access)
        }
        if step.action == .mark, let day = step.form["first_day"].flatMap({ CivilDate($0) }) {
            try journal.append(
                OperatingConditionStated(
                    caseID: subject.id, outlet: subject.outlet, day: day, condition: step.form["condition"] ?? "",
                    step: step.number),
                about: factSubject(subject), by: .person(actor.person), occurredAt: step.at, in: access)
        }
    }

    /// Brings the mark of a step to whoever judges it; a refused mark refuses the step. The step comes back with the
    /// number of its mark and what came of it.
    private func passOnMark(
        of step: Step, in subject: SupervisionCase, by actor: Actor, _ access: any WriteAccess
    ) throws -> Step {
        guard let marks else { return step }
        switch step.action {
        case .mark, .correctMark:
            let hours = try StatedHours(of: step.action, in: step.form, on: subject, now: step.at, rules: rules)
            guard let hours else { return step }
            let mark = CaseMark(step, of: subject, hours: hours, said: step)
            let outcome = try marks.state(mark, by: actor, at: step.at, in: access)
            return step.adding(hours.form)
                .adding(["mark_no": "\(outcome.number)", "mark_effect": outcome.effect.rawValue])
        case .confirm:
            guard step.from == .remarked, step.form["passed"] == "false",
                let corrected = subject.steps.last(where: { $0.action == .correctMark })
            else { return step }
            // Corrections of earlier programs name no hours: they were all of them.
            let hours = (try? StatedHours(corrected.form)) ?? StatedHours(of: subject, by: corrected.at)
            let mark = CaseMark(corrected, of: subject, hours: hours, said: step)
            try marks.takeBack(mark, by: actor, at: step.at, in: access)
            return step
        case .warn, .answer, .accept, .check, .qualify, .order, .serve, .report, .recheck, .reportFault, .repair,
            .close, .askTime, .decideTime, .handOver, .refuseData, .dismiss:
            return step
        }
    }

    /// On what the exceedances of a case were found, for a step that makes a document. The case is in the actor's
    /// sight, so its evidence is asked for without a scope of its own.
    private func grounds(
        of action: CaseAction, in subject: SupervisionCase, _ access: any ReadAccess
    ) throws -> [EpisodeID: ExceedanceGround] {
        guard CaseDocument.Kind(of: action) != nil else { return [:] }
        var grounds: [EpisodeID: ExceedanceGround] = [:]
        for told in subject.told {
            grounds[told.episode] =
                try surroundings.evidence(of: told.episode, upheldAs: told.upheld, scope: .city, in: access)?.ground
        }
        return grounds
    }

    /// What the paper of a step rests on beside the exceedances.
    private func paper(
        of action: CaseAction, in subject: SupervisionCase, _ access: any ReadAccess
    ) throws -> PaperGround {
        guard CaseDocument.Kind(of: action) != nil || action == .serve else { return PaperGround() }
        let gone = subject.isWithdrawn ? try Self.gone(of: subject, in: access) : []
        return PaperGround(
            place: try surroundings.place(of: subject.outlet, in: access),
            party: action == .order ? try surroundings.party(subject.enterprise, in: access) : nil,
            files: try EvidenceStore.files(of: subject.id, in: access), gone: gone,
            changedBy: action == .dismiss ? try Self.changers(of: gone, in: subject, access) : [])
    }

    func assignDuty(of subject: SupervisionCase, since: Instant, in access: any WriteAccess) throws {
        guard let duty = ClosedLoop.duty(of: subject), let due = subject.due else { return }
        try DutyBook.assign(
            Duty(
                id: DutyID(checked: "DU" + entropy.bytes(10).hex), kind: "supervision.\(duty.action.rawValue)",
                reference: subject.id.text, role: duty.role, enterprise: subject.enterprise,
                region: subject.region, since: min(since, due), due: due), in: access)
    }

    func stored(_ id: CaseID, in access: any ReadAccess) throws -> SupervisionCase {
        guard let subject = try CaseStore.subject(id, scope: .city, in: access) else { throw CaseRefusal.notFound }
        return subject
    }

    func factSubject(_ subject: SupervisionCase) -> FactSubject {
        FactSubject(enterprise: subject.enterprise, region: subject.region, reference: subject.id.text)
    }
}
