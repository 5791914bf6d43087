import Facts
import Kernel
import Standards

/// Where the course of a state episode stands: whose move it is.
enum StateStage: String, Codable, Sendable, CaseIterable {
    /// It asks nothing (yet).
    case quiet
    /// The enterprise told of its stop before it was asked.
    case told
    /// The enterprise is to report the fault.
    case report
    /// The enterprise is to report the repair.
    case repair
    /// The enterprise is to say why.
    case explain
    /// The branch is to confirm what was reported.
    case confirm
    /// The branch is to look into it.
    case look
    /// Closed by an officer.
    case closed
    /// It ended by itself before its clock ran out.
    case passed
    /// The hours no longer carry it.
    case withdrawn
}

/// Why a course moves without anybody's step; the code stands in the fact.
enum StateMove: String, Sendable, CaseIterable {
    case clockRanOut = "clock-ran-out"
    case asksNow = "asks-now"
    case asksNoMore = "asks-no-more"
    case endedInTime = "ended-in-time"
    case withdrawn
}

/// What people do about a state episode.
enum StateAction: String, Codable, Sendable, CaseIterable {
    case reportFault = "report-fault"
    case reportRepair = "report-repair"
    case explain
    case tellStop = "tell-stop"
    case confirm
    case look

    /// Whose action it is.
    var role: Role {
        switch self {
        case .reportFault, .reportRepair, .explain, .tellStop: .enterpriseManager
        case .confirm, .look: .branchOfficer
        }
    }

    /// The kind of its duty.
    var dutyKind: String { Self.dutyPrefix + rawValue }

    /// What the kinds of this room's duties begin with.
    static let dutyPrefix = "monitoring.state-"
}

/// The course as data; `docs/method/state-episodes.md` prints it, and tests walk every cell.
enum StateCourse {
    /// A stage that waits for somebody, its one duty, and where it goes when the clock runs out.
    struct Stand: Sendable, Equatable {
        let stage: StateStage
        let duty: StateAction
        /// Nil where the missed duty stays.
        let overtime: StateStage?
    }

    /// A step.
    struct Passage: Sendable, Equatable {
        let from: StateStage
        let action: StateAction
        /// What the deciding field holds; nil where nothing decides.
        let passed: Bool?
        /// Nil for back to where the kind begins after its report.
        let to: StateStage?
    }

    static let stands: [Stand] = [
        Stand(stage: .report, duty: .reportFault, overtime: .look),
        Stand(stage: .repair, duty: .reportRepair, overtime: .look),
        Stand(stage: .explain, duty: .explain, overtime: .look),
        Stand(stage: .confirm, duty: .confirm, overtime: nil),
        Stand(stage: .look, duty: .look, overtime: nil),
    ]

    static let passages: [Passage] = [
        Passage(from: .report, action: .reportFault, passed: nil, to: .repair),
        Passage(from: .repair, action: .reportRepair, passed: nil, to: .confirm),
        Passage(from: .explain, action: .explain, passed: nil, to: .confirm),
        Passage(from: .confirm, action: .confirm, passed: true, to: .closed),
        Passage(from: .confirm, action: .confirm, passed: false, to: nil),
        Passage(from: .look, action: .look, passed: nil, to: .closed),
        Passage(from: .look, action: .explain, passed: nil, to: .look),
        Passage(from: .quiet, action: .tellStop, passed: nil, to: .told),
    ]

    static func stand(of stage: StateStage) -> Stand? { stands.first { $0.stage == stage } }

    /// Where the course goes by itself when the hours changed; nil where it stays.
    ///
    /// A fault that is over before anybody was late asks nothing more, and one found when it was over never did.
    static func moved(
        _ stage: StateStage, _ extent: StateExtent, isOverdue: Bool
    ) -> (to: StateStage, reason: StateMove)? {
        guard let kind = extent.kind else { return nil }
        switch stage {
        case .quiet where extent.asks:
            if kind.isFault, extent.ended { return (.passed, .endedInTime) }
            return (StateTable.line(of: kind).first, .asksNow)
        case .report where extent.ended && !isOverdue: return (.passed, .endedInTime)
        case .passed where !extent.ended: return (StateTable.line(of: kind).first, .asksNow)
        case .explain where !extent.asks, .look where !extent.asks: return (.quiet, .asksNoMore)
        case .quiet, .told, .report, .repair, .explain, .confirm, .look, .closed, .passed, .withdrawn: return nil
        }
    }

    /// Fields of forms that hold a day that must have come.
    static let days = ["broke_on", "repaired_on", "stopped_on"]

    /// What a role may do now.
    static func openActions(of episode: StateEpisode, by role: Role) -> [StateAction] {
        var actions: [StateAction] = []
        for passage in passages
        where passage.from == episode.stage && mayTake(passage.action, role) && !actions.contains(passage.action) {
            if passage.action == .tellStop, episode.kind != .stopped || episode.extent.ended { continue }
            actions.append(passage.action)
        }
        return actions
    }

    /// Whoever stands above the branch may take its actions.
    static func mayTake(_ action: StateAction, _ role: Role) -> Bool {
        role == action.role || (action.role == .branchOfficer && role == .cityOfficer)
    }

    /// Takes a step, or refuses; nothing is changed then.
    static func take(
        _ action: StateAction, on episode: StateEpisode, seenStep: Int, form: [String: String], by actor: Actor,
        at now: Instant
    ) throws(StateRefusal) -> StateStep {
        guard mayTake(action, actor.role) else { throw .wrongRole(needed: action.role) }
        guard seenStep == episode.steps.count else { throw .overtaken }
        guard openActions(of: episode, by: actor.role).contains(action) else { throw .wrongStage(action) }
        for name in days where form[name].map({ !$0.isEmpty }) ?? false {
            guard let day = form[name].flatMap({ CivilDate($0) }), day <= now.civil.date else {
                throw .dayNotYet(field: name)
            }
        }
        if action == .reportFault { try checkSubstitute(form, now) }
        let passed = action == .confirm ? form["passed"] == "true" : nil
        guard
            let passage = passages.first(where: {
                $0.from == episode.stage && $0.action == action && $0.passed == passed
            })
        else { throw .wrongStage(action) }
        if passed == true, episode.kind.isFault, !episode.extent.ended { throw .goesOn }
        return StateStep(
            number: episode.steps.count + 1, action: action, from: episode.stage,
            to: passage.to ?? (episode.kind.isFault ? .repair : .explain), form: form, role: actor.role,
            person: actor.person, personName: actor.name, at: now)
    }

    private static func checkSubstitute(_ form: [String: String], _ now: Instant) throws(StateRefusal) {
        let today = now.civil.date
        let fault = form["broke_on"].flatMap { CivilDate($0) } ?? today
        switch SubstituteMeasuring.lack(of: form, from: fault, today: today) {
        case .nothing(let field): throw .noSubstitute(field: field)
        case .day: throw .noSubstitute(field: SubstituteMeasuring.dayField)
        case nil: break  // Somebody measures, in some way, from a day on.
        }
    }
}
