import Kernel

/// The whole closed loop as a table: what each state waits for, by whose hand, on which clock, and what its running out
/// means; which action leads from where to where, with which form, and by which rules it may be refused. How long a
/// clock runs is a figure of `share/rules/closed-loop.json`.
///
///     found ─warn→ warned ─answer→ answered ─accept→ accepted ─check→ checked ─qualify→
///       exceedance: confirmed ─order→ ordered (─serve→) ─report→ reported ─recheck→ rechecked ─close→ closed
///                   (a failed re-check: failed ─order→ ordered)
///       device:     faulty ─report-fault→ repairing ─repair→ repaired ─confirm→ cleared ─close→ closed
///       mark:       mismarked ─correct-mark→ remarked ─confirm→ cleared
///       condition:  cleared
///     any open state ─dismiss→ closed, when the exceedance was withdrawn: the one duty then, of the city
///                    ─refuse-data→ the same, when values that were sent again took it away
///
/// A closed case goes back to `accepted` when later values make more of it than was judged (`ClosedLoop+Reopen`).
///
/// `docs/method/closed-loop.md` prints it; a test compares both, and others walk every cell.
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
        /// Only while the service of the newest order is not recorded.
        case unserved
        /// Only when the newest order was served, or owes no service.
        case served
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

    /// One field that an action's form asks for.
    struct Field: Sendable, Equatable {
        let name: String
        /// Whether it may not be left empty.
        let isRequired: Bool
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

    /// The decision on a request for more time: it is owed beside the duty of the state, on a clock of its own.
    static let request = Stand(state: .ordered, duty: .decideTime, owner: .branch, timeOut: .handUp(.decideTime))

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
        passage(.ordered, .recheck, .rechecked, .branch, .served, "true"),
        passage(.ordered, .recheck, .failed, .branch, .served, "false"),
        passage(.reported, .recheck, .rechecked, .branch, .served, "true"),
        passage(.reported, .recheck, .failed, .branch, .served, "false"),
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
            passage(.ordered, .serve, .ordered, .branch, .unserved),
            passage(.reported, .serve, .reported, .branch, .unserved),
            passage(.ordered, .askTime, .ordered, .enterprise, .inTime),
            passage(.ordered, .decideTime, .ordered, .branch, .asked, "true"),
            passage(.ordered, .decideTime, .ordered, .branch, .asked, "false"),
        ]
        + [CaseState.confirmed, .ordered, .reported, .failed, .rechecked, .repairing].map { state in
            passage(state, .handOver, state, .branch, .once)
        }
        + openStates.map { passage($0, .refuseData, $0, .city, .withdrawn, DataVerdict.refused) }
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
        case .refuseData: DataVerdict.field
        case .warn, .answer, .accept, .check, .order, .serve, .report, .reportFault, .repair, .correctMark, .close,
            .mark, .askTime, .handOver, .dismiss:
            nil
        }
    }

    /// What an action's form asks for, in the order of the page.
    static func form(of action: CaseAction) -> [Field] {
        let text =
            switch action {
            case .warn, .accept: "note?"
            case .answer: "cause explanation"
            case .check: "checked_on began ended site companion shown present signature refusal? findings samples?"
            case .qualify: "qualification window? marks? data? reason despite?"
            case .order: "demands rectify_by article article_source? despite?"
            case .serve: "served_on served_at? served_how proof"
            case .report: "measures completed_on"
            case .recheck:
                "rechecked_on began ended site companion shown? present? signature? refusal? findings samples? passed"
            case .reportFault: "broke_on broke_at fault substitute substitute_by substitute_on?"
            case .repair: "repaired_on work"
            case .correctMark: "condition window? first_day? first_hour? last_day? last_hour? reason"
            case .confirm: "passed opinion"
            case .close: "opinion despite?"
            case .mark: "condition window? first_day first_hour last_day last_hour reason"
            case .askTime: "until reason"
            case .decideTime: "granted opinion"
            case .handOver: "reason article article_source? despite?"
            case .refuseData: "data reason"
            case .dismiss: "marks? data? reason"
            }
        return text.split(separator: " ").map { word in
            let isRequired = !word.hasSuffix("?")
            return Field(name: String(isRequired ? word : word.dropLast()), isRequired: isRequired)
        }
    }

    /// The rules that may refuse a passage beside those that may refuse every step, in the order they are looked for.
    static func rules(of passage: Passage) -> [CaseRule] {
        let objected: [CaseRule] = RecordObjection.rests(passage.action) ? [.objected] : []
        let rules =
            [ruleOfMoment(passage)].compactMap { $0 } + rulesOfForm(passage) + rulesOfStanding(passage) + objected
        return CaseRule.allCases.filter(rules.contains)
    }

    /// The rules that may refuse any step, wherever its case stands.
    static let commonRules: [CaseRule] = [.sight, .role, .merged, .overtaken]

    /// What is told when an action starts in a state, but not at this moment; nil when it is open at every moment.
    private static func ruleOfMoment(_ passage: Passage) -> CaseRule? {
        switch passage.moment {
        case .always, .faultKnown: nil
        case .withdrawn: .stands
        case .once: .handedOver
        case .inTime: .noMoreTime
        // A qualification as a device fault is open either way; it leads to another state.
        case .faultUnknown: passage.action == .reportFault ? .faultKnown : nil
        case .unserved: .served
        case .served: .service
        case .overtime, .asked: .state
        }
    }

    /// What the form, the second officer and the officer of an earlier step may lack.
    private static func rulesOfForm(_ passage: Passage) -> [CaseRule] {
        let window: [CaseRule] = [.markWindow, .date, .choice, .markHours, .markElsewhere, .markDesk]
        let choice: [CaseRule] = decidingField(of: passage.action) == nil ? [] : [.choice]
        switch passage.action {
        case .warn, .answer, .accept, .qualify, .refuseData: return choice
        case .dismiss: return choice + [.twoLevels]
        case .handOver: return [.article]
        case .check, .recheck:
            return [.choice, .date, .dateRange, .hours, .sequence, .onSite, .certificate, .twoOfficers, .companion]
        case .reportFault: return [.choice, .date, .dateRange, .hours, .faultLater, .substitute]
        case .serve: return [.choice, .date, .dateRange, .hours, .sequence, .proof]
        case .report, .repair: return [.date, .dateRange]
        case .order: return [.date, .term, .dateRange, .article]
        case .askTime: return [.date, .term, .dateRange]
        case .decideTime: return choice + (passage.outcome == "true" ? [.term] : [])
        case .mark: return window + [.markLate]
        case .correctMark: return window
        // A correction that is not confirmed is taken back by the desk that judges marks.
        case .confirm: return choice + (passage.to == .checked ? [.markDesk] : [])
        case .close: return [.twoLevels]
        }
    }

    /// What the exceedance itself may forbid.
    private static func rulesOfStanding(_ passage: Passage) -> [CaseRule] {
        switch (passage.action, passage.to) {
        case (.refuseData, _): [.provisional, .notResent]
        case (.dismiss, _): MarkVerdict.isAsked(passage) ? [.marksOpen, .marks, .data] : [.marksOpen, .marks]
        case (.qualify, .confirmed): [.provisional, .marks, .withdrawn]
        case (.qualify, .cleared): [.provisional, .marks, .condition]
        case (.qualify, .repairing): [.provisional, .marks, .faultLater]
        case (.qualify, .mismarked): [.provisional]
        case (.qualify, _): [.provisional, .marks]
        case (.recheck, .rechecked), (.close, _): [.goingOn]
        default: []  // Every other step is about what people did, whatever the exceedance does meanwhile.
        }
    }
}
