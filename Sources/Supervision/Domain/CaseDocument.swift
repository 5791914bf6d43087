import Facts
import Kernel

/// A document that a step of a case makes: its kind and its number follow from the stored steps.
struct CaseDocument: Sendable, Equatable {
    /// What kinds there are.
    enum Kind: String, Sendable, CaseIterable {
        /// 督办单: the city bureau's order to the branch, with the warning.
        case supervision
        /// 现场检查记录.
        case inspection
        /// 整改通知书.
        case rectification
        /// 复查记录.
        case recheck
        /// 延期审批单: what was decided on a request for more time.
        case moreTime
        /// 案件移送单: handed over for a penalty.
        case handOver
        /// 销号单.
        case closure

        /// The kind of document that an action makes; nil for none.
        init?(of action: CaseAction) {
            switch action {
            case .warn: self = .supervision
            case .check: self = .inspection
            case .order: self = .rectification
            case .recheck: self = .recheck
            case .decideTime: self = .moreTime
            case .handOver: self = .handOver
            case .close, .dismiss: self = .closure
            case .answer, .accept, .qualify, .serve, .report, .reportFault, .repair, .correctMark, .confirm, .mark,
                .askTime, .refuseData:
                return nil
            }
        }

        /// The word before its number.
        var word: String {
            switch self {
            case .supervision: "督"
            case .inspection: "检"
            case .rectification: "改"
            case .recheck: "复"
            case .moreTime: "延"
            case .handOver: "移"
            case .closure: "销"
            }
        }
    }

    let kind: Kind
    let step: Step
    /// The first, second, … of its kind in the case.
    let ordinal: Int

    /// The document of a step; nil when the step makes none.
    init?(of number: Int, in subject: SupervisionCase) {
        guard let step = subject.steps.first(where: { $0.number == number }), let kind = Kind(of: step.action) else {
            return nil
        }
        self.kind = kind
        self.step = step
        ordinal = subject.steps.filter { $0.number <= number && Kind(of: $0.action) == kind }.count
    }

    /// 〔2026〕1号; the second of its kind in the case is 〔2026〕1-2号.
    func number(in subject: SupervisionCase) -> String {
        ordinal == 1 ? subject.documentNumber : "〔\(subject.year)〕\(subject.number)-\(ordinal)号"
    }

    /// 改〔2026〕1号: the number with the word of its kind.
    func fullNumber(in subject: SupervisionCase) -> String { kind.word + number(in: subject) }

    /// The field that is there when the legal texts are stated by what they do.
    static let byPart = "stated_law"

    /// What a step that makes a document states of the exceedances, for its form: later values change the case, but
    /// never a document that was issued.
    ///
    /// - Parameters:
    ///   - grounds: On what they were found; what is not known is left out.
    ///   - rules: For the legal basis; none is stated without them.
    static func stated(
        _ action: CaseAction, of subject: SupervisionCase, on grounds: [EpisodeID: ExceedanceGround] = [:],
        rules: ClosedLoopRules? = nil
    ) -> [String: String] {
        guard Kind(of: action) != nil else { return [:] }
        var form = ["stated_level": subject.level.rawValue]
        // What later hours are held against: more of them reopen what was closed.
        if Kind(of: action) == .closure { form["stated_hours"] = "\(subject.standingHours)" }
        // What is shown to be no true exceedance violates nothing.
        let isExonerated = action == .dismiss || subject.state == .cleared
        let bases = isExonerated ? nil : rules
        if bases != nil { form[byPart] = "by-part" }
        let order = Kind(of: action) == .closure ? subject.round.last { $0.action == .order } : nil
        for (index, episode) in subject.told.enumerated() {
            let ground = grounds[episode.episode]
            var stated = StatedExceedance(
                episode, ground: ground,
                bases: bases?.legalBases(of: episode, limit: ground) ?? [])
            if let order, let paper = CaseDocument(of: order.number, in: subject) {
                stated = stated.asOrdered(in: order.form, number: paper.fullNumber(in: subject))
            }
            form.merge(stated.form(at: index + 1)) { _, new in new }
        }
        return form
    }

    /// Until when the enterprise is to answer, on the paper that goes with the warning; nil on other papers, and when
    /// nothing stood that could be answered.
    func answerBy(in subject: SupervisionCase) -> Instant? {
        guard kind == .supervision, exceedances(in: subject).contains(where: { !$0.isWithdrawn }) else { return nil }
        return step.due
    }

    /// The request that its step decided on; nil for a document of another kind.
    func request(in subject: SupervisionCase) -> Step? {
        kind == .moreTime ? subject.steps.last { $0.action == .askTime && $0.number < step.number } : nil
    }

    /// What its step stated; of steps of the earliest programs, which stated nothing, what is known now.
    func statement(in subject: SupervisionCase) -> [String: String] {
        step.form[StatedExceedance.mark(at: 1)] == nil ? Self.stated(step.action, of: subject) : step.form
    }

    /// The exceedances it states, the heaviest first. Steps of earlier programs state the heaviest alone.
    func exceedances(in subject: SupervisionCase) -> [StatedExceedance] {
        let form = statement(in: subject)
        var found: [StatedExceedance] = []
        while let next = StatedExceedance(in: form, at: found.count + 1) { found.append(next) }
        return found
    }
}
