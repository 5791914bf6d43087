import Facts
import Kernel
import Persistence

/// Keeps the state episodes of an outlet as its hours carry them, each change with its decision, its fact and the duty
/// of its stage in one transaction.
struct StateDesk: Sendable {
    let journal: Journal
    let decisions: DecisionLog
    let entropy: any EntropySource
    let rules: StateRules

    /// Makes the stored episodes what a look found.
    func settle(_ result: StateLook.Result, of look: StateLook, now: Instant, in access: any WriteAccess) throws {
        let known = try StateStore.standing(at: look.place.outlet, reaching: result.from, in: access)
        let matched = StateMatching.match(found: result.found.map(\.span), known: known)
        for (standing, found) in zip(matched.standing, result.found) {
            if let episode = standing.known, found.extent.saysTheSame(as: episode.extent) { continue }
            let input = look.input(
                found.span.kind, found.span.firstHour...found.span.lastHour, factors: found.span.factors,
                quarterHoursBefore: found.quarterHoursBefore, of: result)
            if let episode = standing.known {
                try change(episode, to: found.extent, on: input, now: now, in: access)
            } else {
                try begin(found.extent, found.span.kind, on: input, at: look.place, now: now, in: access)
            }
        }
        for (episode, heir) in matched.gone {
            let input = look.input(
                episode.kind, episode.extent.firstHour...episode.extent.lastHour, factors: episode.extent.factors,
                quarterHoursBefore: 0, of: result)
            try withdraw(episode, into: heir, on: input, now: now, in: access)
        }
        try LateHourStore.remove(look.place.outlet, seenUpTo: result.sequence, in: access)
        try StateLookStore.note(
            look.place.outlet, horizon: look.horizon, sequence: result.sequence, in: access)
    }

    private func begin(
        _ extent: StateExtent, _ kind: StateKind, on input: StateInput, at place: JudgedPlace, now: Instant,
        in access: any WriteAccess
    ) throws {
        let id = StateEpisodeID(checked: "ST" + entropy.bytes(8).hex)
        let decision = try decide(on: input, about: id, place, access)
        let episode = StateEpisode(
            id: id, kind: kind, outlet: place.outlet, extent: extent, decision: decision, foundAt: now, stage: .quiet,
            since: nil, due: nil, escalatedAt: nil, mergedInto: nil, enterprise: place.enterprise,
            region: place.region, steps: [])
        try StateStore.save(episode, in: access)
        try append(
            StateEpisodeFound(
                episode: id, outlet: place.outlet, extent: extent, rule: kind.rule.code, decision: decision),
            about: episode, now, access)
        try carry(episode, now: now, in: access)
    }

    private func change(
        _ episode: StateEpisode, to extent: StateExtent, on input: StateInput, now: Instant,
        in access: any WriteAccess
    ) throws {
        let decision = try decide(on: input, about: episode.id, episode.place, access)
        let after = episode.reaching(extent, by: decision)
        try StateStore.save(after, in: access)
        if extent.ended && !episode.extent.ended {
            try append(
                StateEpisodeEnded(episode: after.id, extent: extent, decision: decision), about: after, now, access)
        } else {
            try append(
                StateEpisodeChanged(episode: after.id, extent: extent, decision: decision), about: after, now, access)
        }
        try carry(after, now: now, in: access)
    }

    private func withdraw(
        _ episode: StateEpisode, into heir: StateEpisodeID?, on input: StateInput, now: Instant,
        in access: any WriteAccess
    ) throws {
        let decision = try decide(on: input, about: episode.id, episode.place, access)
        try DutyBook.settle(reference: episode.id.text, as: .lifted, at: now, journal: journal, in: access)
        let after = episode.withdrawn(into: heir, by: decision)
        try StateStore.save(after, in: access)
        try append(
            StateEpisodeWithdrawn(episode: after.id, mergedInto: heir, decision: decision), about: after, now, access)
        try append(
            StateCourseMoved(
                episode: after.id, from: episode.stage.rawValue, to: after.stage.rawValue,
                reason: StateMove.withdrawn.rawValue),
            about: after, now, access)
    }

    /// Moves the course when what the hours carry asks for it.
    private func carry(_ episode: StateEpisode, now: Instant, in access: any WriteAccess) throws {
        let isOverdue = episode.due.map { $0 < now } ?? false
        guard let moved = StateCourse.moved(episode.stage, episode.extent, isOverdue: isOverdue) else { return }
        try move(episode, to: moved.to, because: moved.reason, now: now, in: access)
    }

    /// Hands a course to the branch whose enterprise is late, once.
    func escalate(_ episode: StateEpisode, now: Instant, in access: any WriteAccess) throws {
        guard let overtime = StateCourse.stand(of: episode.stage)?.overtime, let due = episode.due, due < now else {
            return
        }
        try move(episode, to: overtime, because: .clockRanOut, now: now, in: access)
    }

    private func move(
        _ episode: StateEpisode, to stage: StateStage, because reason: StateMove, now: Instant,
        in access: any WriteAccess
    ) throws {
        let isLate = reason == .clockRanOut
        try DutyBook.settle(reference: episode.id.text, as: .lifted, at: now, journal: journal, in: access)
        let after = try enter(
            stage, episode, escalatedAt: isLate ? now : episode.escalatedAt, now: now, in: access)
        try append(
            StateCourseMoved(
                episode: after.id, from: episode.stage.rawValue, to: stage.rawValue, reason: reason.rawValue),
            about: after, now, access)
    }

    /// Takes a step. Throws `StateRefusal` when it may not be taken; nothing is changed then.
    func take(
        _ action: StateAction, on id: StateEpisodeID, seenStep: Int, form: [String: String], by actor: Actor,
        now: Instant, in access: any WriteAccess
    ) throws {
        guard let episode = try StateStore.episode(id, scope: actor.scope, in: access) else {
            throw StateRefusal.notFound
        }
        let step = try StateCourse.take(action, on: episode, seenStep: seenStep, form: form, by: actor, at: now)
        try StateStore.append(step, to: id, in: access)
        try journal.append(
            StateStepTaken(
                episode: id, step: step.number, action: action.rawValue, from: step.from.rawValue,
                to: step.to.rawValue, form: step.form, signed: step.seal),
            about: subject(of: episode), by: .person(actor.person), occurredAt: now, in: access)
        guard step.to != episode.stage else { return }
        try DutyBook.settle(reference: id.text, as: .done, at: now, journal: journal, in: access)
        try enter(step.to, episode, escalatedAt: episode.escalatedAt, now: now, in: access)
    }

    /// Enters a stage and assigns its duty.
    @discardableResult
    private func enter(
        _ stage: StateStage, _ episode: StateEpisode, escalatedAt: Instant?, now: Instant,
        in access: any WriteAccess
    ) throws -> StateEpisode {
        let due = rules.due(of: stage, from: now)
        let after = episode.at(stage, since: due == nil ? nil : now, due: due, escalatedAt: escalatedAt)
        try StateStore.save(after, in: access)
        if let stand = StateCourse.stand(of: stage), let due {
            try DutyBook.assign(
                Duty(
                    id: DutyID(checked: "DU" + entropy.bytes(10).hex), kind: stand.duty.dutyKind,
                    reference: after.id.text, role: stand.duty.role, enterprise: after.enterprise,
                    region: after.region, since: now, due: due), in: access)
        }
        return after
    }

    private func decide(
        on input: StateInput, about id: StateEpisodeID, _ place: JudgedPlace, _ access: any WriteAccess
    ) throws -> DecisionID {
        func by<R: DecisionRule>(_ rule: R.Type) throws -> DecisionID where R.Input == StateInput {
            try decisions.decide(
                by: rule, on: input, about: id.text, enterprise: place.enterprise, region: place.region, in: access
            ).id
        }
        return switch input.kind {
        case .noData: try by(SilentOutlets.self)
        case .invalid: try by(InvalidHours.self)
        case .maintenance: try by(MaintenanceHours.self)
        case .stopped: try by(StoppedHours.self)
        case .aboveRange, .manual: try by(QuestionedHours.self)
        }
    }

    private func append(
        _ fact: some Fact, about episode: StateEpisode, _ now: Instant, _ access: any WriteAccess
    ) throws {
        try journal.append(
            fact, about: subject(of: episode), by: .system("state-watch"), occurredAt: now, in: access)
    }

    private func subject(of episode: StateEpisode) -> FactSubject {
        FactSubject(enterprise: episode.enterprise, region: episode.region, reference: episode.id.text)
    }
}
