import Facts
import Kernel
import Persistence

/// What must hold of state episodes.
struct StateChecks: SelfChecking {
    let rules: StateRules
    let furnaces: FurnaceReading

    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        [try derived(access), try decided(access), try told(access), try duties(access), try courses(access)]
    }

    /// The standing episodes of each outlet are those that its stored hours carried at its last look. Hours that came
    /// behind the look wait for the next one.
    private func derived(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("standing state episodes follow from the stored hours")
        var reread: [OutletID: Int64] = [:]
        try Journal.forEachEntry(access) { entry in
            // Read otherwise, or limited otherwise, since the look.
            let outlet =
                try entry.fact(HoursReread.self)?.outlet ?? entry.fact(LimitEnded.self)?.outlet
                ?? entry.fact(LimitRecorded.self)?.outlet
            if let outlet { reread[outlet] = entry.sequence }
        }
        for seen in try StateLookStore.all(access) {
            let look = StateLook(
                place: seen.place, horizon: seen.horizon, figures: rules.figures, furnaces: furnaces)
            let result = try look.result(in: access)
            let known = try StateStore.standing(at: seen.place.outlet, reaching: result.from, in: access)
            let agrees =
                known.count == result.found.count
                && result.found.allSatisfy { found in known.contains { $0.extent.saysTheSame(as: found.extent) } }
            let waits =
                try reread[seen.place.outlet].map { $0 > seen.sequence } ?? false
                || StateLookStore.hasNewer(
                    seen, hours: result.from...seen.horizon.adding(hours: -1), in: access)
                || StateLookStore.hasNewerFurnace(seen, in: access)
            tally.examine(
                agrees || waits
                    ? nil
                    : "outlet \(seen.place.outlet): its hours carry \(result.found.count) state episodes, not the "
                        + "\(known.count) that stand")
        }
        return tally.report
    }

    /// Each standing episode is what its newest decision came to.
    private func decided(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("state episodes are what their decisions came to")
        try StateStore.forEach(access) { episode in
            guard let decision = try DecisionLog.decision(episode.decision, scope: .city, in: access),
                decision.ruleCode == episode.kind.rule.code, decision.reference == episode.id.text
            else { return tally.examine("state episode \(episode.id) has no decision") }
            let outcome = try CanonicalJSON.value(StateOutcome.self, from: decision.outcome)
            let agrees = episode.isWithdrawn || outcome.extent == episode.extent
            tally.examine(agrees ? nil : "state episode \(episode.id) is not what its decision came to")
        }
        return tally.report
    }

    /// A step as it was journalled.
    private struct Taken: Equatable {
        let fact: StateStepTaken
        let author: FactAuthor
        let at: Instant
    }

    /// The journal tells of each episode what is stored of it.
    private func told(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("state episodes and their steps are as they were journalled")
        var extents: [StateEpisodeID: StateExtent] = [:]
        var withdrawn: Set<StateEpisodeID> = []
        var foundAt: [StateEpisodeID: Instant] = [:]
        var steps: [StateEpisodeID: [Taken]] = [:]
        try Journal.forEachEntry(access) { entry in
            if let fact = try entry.fact(StateEpisodeFound.self) {
                (extents[fact.episode], foundAt[fact.episode]) = (fact.extent, entry.occurredAt)
            }
            if let fact = try entry.fact(StateEpisodeChanged.self) { extents[fact.episode] = fact.extent }
            if let fact = try entry.fact(StateEpisodeEnded.self) { extents[fact.episode] = fact.extent }
            if let fact = try entry.fact(StateEpisodeWithdrawn.self) { withdrawn.insert(fact.episode) }
            if let fact = try entry.fact(StateStepTaken.self) {
                steps[fact.episode, default: []].append(Taken(fact: fact, author: entry.author, at: entry.occurredAt))
            }
        }
        try StateStore.forEach(access) { episode in
            let journalled = steps[episode.id] ?? []
            let stored = zip(episode.steps, journalled).map { step, told in
                // Earlier programs told no name and no role.
                let fact = StateStepTaken(
                    episode: episode.id, step: step.number, action: step.action.rawValue, from: step.from.rawValue,
                    to: step.to.rawValue, form: step.form, signed: told.fact.signed.map { _ in step.seal })
                return Taken(fact: fact, author: .person(step.person), at: step.at)
            }
            let agrees =
                extents.removeValue(forKey: episode.id) == episode.extent
                && foundAt[episode.id] == episode.foundAt
                && withdrawn.contains(episode.id) == episode.isWithdrawn && journalled == stored
                && journalled.count == episode.steps.count
            tally.examine(agrees ? nil : "state episode \(episode.id) is not what the journal tells")
        }
        for id in extents.keys.sorted() {
            tally.examine("the journal tells of state episode \(id), which is not there")
        }
        return tally.report
    }

    /// Each stage has exactly the duty that the table says, with its clock and its owner; others have none.
    private func duties(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("each state episode has exactly the duty of its stage")
        var open: [String: [Duty]] = [:]
        try DutyBook.forEachDuty(access) { duty in
            guard StateRoom.owns(dutyKind: duty.kind) else { return }
            let action = StateAction(rawValue: String(duty.kind.dropFirst(StateAction.dutyPrefix.count)))
            guard duty.state == .open else {
                if duty.role != action?.role { tally.examine("duty \(duty.id) was not owed by \(duty.role.rawValue)") }
                return
            }
            open[duty.reference, default: []].append(duty)
        }
        try StateStore.forEach(access) { episode in
            let duties = open.removeValue(forKey: episode.id.text) ?? []
            let wanted = StateCourse.stand(of: episode.stage)?.duty
            let agrees =
                duties.count == (wanted == nil ? 0 : 1)
                && duties.allSatisfy { duty in
                    duty.kind == wanted?.dutyKind && duty.role == wanted?.role && duty.due == episode.due
                        && duty.since == episode.since && duty.region == episode.region
                        && duty.enterprise == episode.enterprise
                }
            tally.examine(
                agrees ? nil : "state episode \(episode.id) at \(episode.stage) has duties \(duties.map(\.kind))")
        }
        for reference in open.keys.sorted() {
            tally.examine("a duty refers to state episode \(reference), which does not exist")
        }
        return tally.report
    }

    /// Each course stands where its moves and steps led, one behind the other.
    private func courses(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("state episodes stand where their course led")
        var stages: [StateEpisodeID: String] = [:]
        var broken: Set<StateEpisodeID> = []
        func pass(_ id: StateEpisodeID, from: String, to: String) {
            if stages[id] ?? StateStage.quiet.rawValue != from { broken.insert(id) }
            stages[id] = to
        }
        try Journal.forEachEntry(access) { entry in
            if let fact = try entry.fact(StateCourseMoved.self) { pass(fact.episode, from: fact.from, to: fact.to) }
            if let fact = try entry.fact(StateStepTaken.self) { pass(fact.episode, from: fact.from, to: fact.to) }
        }
        try StateStore.forEach(access) { episode in
            let stage = stages[episode.id] ?? StateStage.quiet.rawValue
            let agrees = stage == episode.stage.rawValue && !broken.contains(episode.id)
            tally.examine(agrees ? nil : "state episode \(episode.id) does not stand where its course led")
        }
        return tally.report
    }
}
