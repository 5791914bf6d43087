import Facts
import Kernel

/// What a qualification as a condition of operation excuses: one start or stop of a known kind, in which all
/// exceedances of the case lie. The enterprise need not have marked it; whether it did is kept and printed.
struct StatedCondition: Sendable, Equatable {
    /// The kind that the officer named.
    let window: CaseMarkWindow
    /// From the first hour of the case to the last, with what the enterprise marked right before and behind.
    let hours: Int
    /// Hours at most: of the kind, and of all kinds.
    let hoursMax: Int
    let isMarked: Bool
    /// Whether only what stands was measured, because the officer takes the values that were sent again.
    let isOfNewValues: Bool

    /// The field of a form that names the kind.
    static let field = "window"
    /// The field of a step that tells whether the enterprise had marked any of it.
    static let markedField = "condition_marked"
    /// The field of a step that tells how many hours it excuses.
    static let hoursField = "condition_hours"
    /// The field of a step that tells which hours were measured: `told` or `accepted`.
    static let measuredField = "condition_measured"

    /// Checks what a passage says; nil for one that excuses no condition.
    init?(
        of passage: ClosedLoop.Passage, in form: [String: String], on subject: SupervisionCase, at moment: StepMoment
    ) throws(CaseRefusal) {
        guard passage.action == .qualify, passage.outcome == CaseBranch.condition.rawValue else { return nil }
        let chosen = subject.standing.isEmpty ? subject.episodes : subject.standing
        guard chosen.allSatisfy(\.isOfStackHours) else { throw .conditionUnfit(.notHoursOfWasteGas) }
        guard let window = moment.windows.first(where: { $0.code == form[Self.field] }),
            chosen.allSatisfy({ window.factor == nil || window.factor == $0.pollutant })
        else { throw .conditionUnfit(.windowMissing) }
        let marks = moment.marked.marks
        isOfNewValues = DataVerdict.isAccepted(form, moment.replaced)
        // Values that are sent again, or marks, make nothing shorter that the case was told of.
        let standing = chosen.map { $0.extent.firstHour...$0.extent.lastHour }
        let told = isOfNewValues ? [] : moment.told.map { $0.first...$0.last }
        // Where marks took all of it out, they were judged by their own length.
        hours = Self.length(of: standing + told, with: subject.isWithdrawn ? [] : marks)
        hoursMax = min(window.hoursMax, moment.rules.conditionHoursMax)
        guard hours <= hoursMax else { throw .conditionUnfit(.tooLong(hours: hours, max: hoursMax)) }
        self.window = window
        isMarked = !marks.isEmpty
    }

    /// How many hours lie between the first exceeding hour and the last, both included. Hours that were marked right
    /// beside them are of the same start or stop, though they are not judged.
    private static func length(of stretches: [ClosedRange<Instant>], with marks: [StatedMark]) -> Int {
        guard var first = stretches.map(\.lowerBound).min(), var last = stretches.map(\.upperBound).max() else {
            return 0
        }
        var (rest, isGrowing) = (marks, true)
        while isGrowing {
            let beside = rest.filter { $0.first <= last.adding(hours: 1) && first <= $0.last.adding(hours: 1) }
            rest.removeAll { beside.contains($0) }
            isGrowing = !beside.isEmpty
            first = ([first] + beside.map(\.first)).min() ?? first
            last = ([last] + beside.map(\.last)).max() ?? last
        }
        return Int(last.adding(hours: 1).milliseconds(since: first) / 3_600_000)
    }

    /// A form with what it excuses; a kind that excuses nothing is left out.
    static func naming(
        _ condition: StatedCondition?, in form: [String: String], of action: CaseAction
    ) -> [String: String] {
        guard action == .qualify else { return form }
        var form = form
        form[field] = condition?.window.code
        guard let condition else { return form }
        (form["window_name"], form["window_name_en"]) = (condition.window.name.zh, condition.window.name.en)
        form["window_hours"] = "\(condition.window.hoursMax)"
        form[hoursField] = "\(condition.hours)"
        form[markedField] = condition.isMarked ? "true" : "false"
        form[measuredField] = condition.isOfNewValues ? DataVerdict.accepted : "told"
        return form
    }

    /// What the paper of a closure prints of the qualification; nil for one by an earlier program.
    static func term(of step: Step) -> Phrase? {
        guard let name = step.form["window_name"], let hours = step.form[hoursField],
            let most = step.form["window_hours"]
        else { return nil }
        let english = step.form["window_name_en"] ?? name
        let marked =
            step.form[markedField] == "true"
            ? Phrase("企业已作标记", "the enterprise had marked it")
            : Phrase("企业未作标记，由执法人员认定", "the enterprise marked nothing: named by the officer")
        let measured =
            switch step.form[measuredField] {
            case nil: Phrase("", "")
            case DataVerdict.accepted:
                Phrase("（采信重新上传的数据，按其计算）", " (by the values sent again, which are taken as true)")
            // The one other word that a step holds.
            default: Phrase("（含告知本案而其后不再成立的）", " (with those told and no longer standing)")
            }
        return Phrase(
            "\(name)，该类型 \(most) 小时；本案前后共 \(hours) 小时\(measured.zh)；\(marked.zh)",
            "\(english), \(most) h for this kind; \(hours) h of this case from the first to the last\(measured.en); "
                + marked.en)
    }
}

extension CaseEpisode {
    /// Hours of waste gas, judged one by one.
    var isOfStackHours: Bool { traits.averaging == .hour && pollutant.text.hasPrefix("a") }
}
