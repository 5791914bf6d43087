import Kernel

/// The closed loop as two tables: what each state waits for, and which action leads from where to where.
///
///     found ─warn→ warned ─answer→ answered ─accept→ accepted ─check→ checked ─qualify→
///       exceedance: confirmed ─order→ ordered ─report→ reported ─recheck→ rechecked ─close→ closed
///                   (a failed re-check: failed ─order→ ordered)
///       device:     faulty ─report-fault→ repairing ─repair→ repaired ─confirm→ cleared ─close→ closed
///       mark:       mismarked ─correct-mark→ remarked ─confirm→ cleared
///       condition:  cleared
///     any open state ─dismiss→ closed, when the exceedance was withdrawn
///
/// `docs/method/closed-loop.md` prints both tables; a test compares them, and another walks every cell.
enum ClosedLoop {
    /// Whose work something is.
    enum Owner: String, Sendable, CaseIterable {
        case city
        case branch
        case enterprise
        /// The branch for a single stack hour, the city for anything heavier (`SupervisionCase.closingRole`).
        case closing
    }

    /// When a passage is open.
    enum Moment: String, Sendable, CaseIterable {
        /// Whenever the case stands there.
        case always
        /// Only while the clock of the state runs.
        case inTime = "in-time"
        /// Only after the enterprise let the clock run out, so that the loop never waits for it.
        case overtime
        /// Only when the exceedance was withdrawn.
        case withdrawn
        /// Only while a request for more time is open.
        case asked
        /// Only when the enterprise has reported the fault before.
        case faultKnown = "fault-known"
        /// Only when it has not.
        case faultUnknown = "fault-unknown"
        /// Only once.
        case once
    }

    /// One line of the table of actions. `outcome` is the value of the form's deciding field.
    struct Passage: Sendable, Equatable {
        let from: CaseState
        let action: CaseAction
        let outcome: String?
        let to: CaseState
        let owner: Owner
        let moment: Moment
    }

    /// What happens, once, when the clock of a state runs out.
    enum TimeOut: Sendable, Equatable {
        /// Nobody stands above: the case warns one level louder.
        case raise
        /// The duty goes to the level above, as this action, with a clock of its own.
        case handUp(CaseAction)
    }

    /// One line of the table of states: whose move it is.
    struct Stand: Sendable, Equatable {
        let state: CaseState
        let duty: CaseAction
        let owner: Owner
        let timeOut: TimeOut
    }

    static let stands: [Stand] = [
        Stand(state: .found, duty: .warn, owner: .city, timeOut: .raise),
        Stand(state: .warned, duty: .answer, owner: .enterprise, timeOut: .handUp(.accept)),
        Stand(state: .answered, duty: .accept, owner: .branch, timeOut: .handUp(.accept)),
        Stand(state: .accepted, duty: .check, owner: .branch, timeOut: .handUp(.check)),
        Stand(state: .checked, duty: .qualify, owner: .branch, timeOut: .handUp(.qualify)),
        Stand(state: .confirmed, duty: .order, owner: .branch, timeOut: .handUp(.order)),
        Stand(state: .ordered, duty: .report, owner: .enterprise, timeOut: .handUp(.recheck)),
        Stand(state: .reported, duty: .recheck, owner: .branch, timeOut: .handUp(.recheck)),
        Stand(state: .failed, duty: .order, owner: .branch, timeOut: .handUp(.order)),
        Stand(state: .rechecked, duty: .close, owner: .closing, timeOut: .handUp(.close)),
        Stand(state: .faulty, duty: .reportFault, owner: .enterprise, timeOut: .handUp(.qualify)),
        Stand(state: .repairing, duty: .repair, owner: .enterprise, timeOut: .handUp(.qualify)),
        Stand(state: .repaired, duty: .confirm, owner: .branch, timeOut: .handUp(.confirm)),
        Stand(state: .mismarked, duty: .correctMark, owner: .enterprise, timeOut: .handUp(.qualify)),
        Stand(state: .remarked, duty: .confirm, owner: .branch, timeOut: .handUp(.confirm)),
        Stand(state: .cleared, duty: .close, owner: .closing, timeOut: .handUp(.close)),
    ]

    /// The states in which a case waits for somebody.
    static let openStates = stands.map(\.state)

    static let passages: [Passage] = line + qualifications + branches + sidelines

    private static let line: [Passage] = [
        passage(.found, .warn, .warned, .city),
        passage(.warned, .answer, .answered, .enterprise),
        passage(.warned, .accept, .accepted, .branch, .overtime),
        passage(.answered, .accept, .accepted, .branch),
        passage(.accepted, .check, .checked, .branch),
    ]

    /// What it was is said after the check, and again when the enterprise let the clock of its branch run out.
    private static let qualifications: [Passage] = [
        (CaseState.checked, Moment.always), (.faulty, .overtime), (.repairing, .overtime), (.mismarked, .overtime),
    ].flatMap { from, moment -> [Passage] in
        let device: [Passage] =
            moment == .always
            ? [
                passage(from, .qualify, .faulty, .branch, .faultUnknown, CaseBranch.device.rawValue),
                passage(from, .qualify, .repairing, .branch, .faultKnown, CaseBranch.device.rawValue),
            ] : []
        return [passage(from, .qualify, .confirmed, .branch, moment, CaseBranch.exceedance.rawValue)] + device
            + [
                passage(from, .qualify, .cleared, .branch, moment, CaseBranch.condition.rawValue),
                passage(from, .qualify, .mismarked, .branch, moment, CaseBranch.mark.rawValue),
            ].filter { $0.from != $0.to }
    }

    private static let branches: [Passage] = [
        passage(.confirmed, .order, .ordered, .branch),
        passage(.failed, .order, .ordered, .branch),
        passage(.ordered, .report, .reported, .enterprise),
        passage(.ordered, .recheck, .rechecked, .branch, .overtime, "true"),
        passage(.ordered, .recheck, .failed, .branch, .overtime, "false"),
        passage(.reported, .recheck, .rechecked, .branch, .always, "true"),
        passage(.reported, .recheck, .failed, .branch, .always, "false"),
        passage(.rechecked, .close, .closed, .closing),
        passage(.faulty, .reportFault, .repairing, .enterprise),
        passage(.repairing, .repair, .repaired, .enterprise),
        passage(.repaired, .confirm, .cleared, .branch, .always, "true"),
        passage(.repaired, .confirm, .repairing, .branch, .always, "false"),
        passage(.mismarked, .correctMark, .remarked, .enterprise),
        passage(.remarked, .confirm, .cleared, .branch, .always, "true"),
        passage(.remarked, .confirm, .checked, .branch, .always, "false"),
        passage(.cleared, .close, .closed, .closing),
    ]

    /// What can be done beside the duty: it leaves the case where it stands, or dismisses it.
    private static let sidelines: [Passage] =
        [CaseState.warned, .answered, .accepted, .checked].flatMap { state in
            [
                passage(state, .mark, state, .enterprise),
                passage(state, .reportFault, state, .enterprise, .faultUnknown),
            ]
        } + [
            passage(.ordered, .askTime, .ordered, .enterprise, .inTime),
            passage(.ordered, .decideTime, .ordered, .branch, .asked, "true"),
            passage(.ordered, .decideTime, .ordered, .branch, .asked, "false"),
        ]
        + [CaseState.confirmed, .ordered, .reported, .failed, .rechecked, .repairing].map { state in
            passage(state, .handOver, state, .branch, .once)
        }
        + openStates.map { passage($0, .dismiss, .closed, .city, .withdrawn) }

    /// Passages that earlier programs took: a checked case was ordered right without a qualification of its own.
    static let formerPassages: [Passage] = [passage(.checked, .order, .ordered, .branch)]

    private static func passage(
        _ from: CaseState, _ action: CaseAction, _ to: CaseState, _ owner: Owner, _ moment: Moment = .always,
        _ outcome: String? = nil
    ) -> Passage {
        Passage(from: from, action: action, outcome: outcome, to: to, owner: owner, moment: moment)
    }

    /// What a state waits for; nil at the ends of the loop.
    static func stand(of state: CaseState) -> Stand? {
        stands.first { $0.state == state }
    }

    /// The form's field that decides where an action leads; nil when it leads to one place only.
    static func decidingField(of action: CaseAction) -> String? {
        switch action {
        case .qualify: "qualification"
        case .recheck, .confirm: "passed"
        case .decideTime: "granted"
        case .warn, .answer, .accept, .check, .order, .report, .reportFault, .repair, .correctMark, .close, .mark,
            .askTime, .handOver, .dismiss:
            nil
        }
    }
}
