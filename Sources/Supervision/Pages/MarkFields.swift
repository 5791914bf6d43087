import Facts
import Kernel
import Web

/// The fields of the steps that mark hours, and the words for what came of a mark.
enum MarkFields {
    /// What is said of the hours.
    static func condition(_ label: Phrase) -> FormField {
        FormField(
            name: "condition", label: label, kind: .choice(["start", "stop", "maintenance", "fault"]), required: true,
            optionLabels: [
                "start": Phrase("启动", "starting"), "stop": Phrase("停运", "stopping"),
                "maintenance": Phrase("检修", "maintenance"), "fault": Phrase("故障", "fault"),
            ])
    }

    /// The kind of start or stop; a page offers those that the rules know.
    static let window = FormField(
        name: "window", label: Phrase("启停类型", "Kind of start or stop"), kind: .text(max: 60), required: false,
        hint: Phrase(
            "启动、停运必选；只豁免该类型规定的时长，更长的时段请分开标记",
            "needed for starting and stopping; only the length of the kind is excused, mark longer hours apart"))

    /// The kind of start or stop by which an officer excuses the hours of a case.
    static let excusing = FormField(
        name: window.name, label: window.label, kind: window.kind, required: false,
        hint: Phrase(
            "定性为工况的必选：本案从第一个超标小时到最后一个，须在该类型的时长之内；日均值和废水不适用",
            "needed for a condition of operation: all of the case, from its first hour to its last, lies within the "
                + "length of the kind; never of means of a day, or of waste water"))

    /// The same as a choice among the kinds that the rules know; what excuses nothing is offered for a mark alone.
    static func shownWindow(_ windows: [CaseMarkWindow], of action: CaseAction) -> FormField {
        let asked = action == .qualify ? excusing : window
        var labels = Dictionary(
            windows.map { window in
                let sure = window.certainty.phrase
                let label = Phrase(
                    "\(window.name.zh) ≤ \(window.hoursMax) 小时（\(sure.zh)）",
                    "\(window.name.en) ≤ \(window.hoursMax) h (\(sure.en))")
                return (window.code, label)
            }, uniquingKeysWith: { first, _ in first })
        var codes = labels.keys.sorted()
        if action != .qualify {
            codes.append(CaseMarkWindow.none)
            labels[CaseMarkWindow.none] = Phrase(
                "未列入：照常判定；焚烧炉按全年累计时长判定",
                "not listed: judged all the same; incinerators by the hours of their year")
        }
        return FormField(
            name: asked.name, label: asked.label, kind: .choice(codes), required: false, hint: asked.hint,
            optionLabels: labels)
    }

    /// From the start of the first hour to the end of the last.
    static var hours: [FormField] {
        let hours = (0..<24).map { $0.padded(2) }
        func hour(_ name: String, _ label: Phrase) -> FormField {
            FormField(name: name, label: label, kind: .choice(hours), required: true)
        }
        return [
            FormField(
                name: "first_day", label: Phrase("开始日期", "First day"), kind: .date, required: true,
                hint: Phrase(
                    "须包含本案超标小时；启动可早于超标开始", "the window touches hours of this case; a start may begin earlier")),
            hour("first_hour", Phrase("开始小时（含）", "First hour (included)")),
            FormField(name: "last_day", label: Phrase("结束日期", "Last day"), kind: .date, required: true),
            hour("last_hour", Phrase("结束小时（含）", "Last hour (included)")),
        ]
    }

    /// What becomes of the marks of the hours that a case was told of.
    static let verdict = FormField(
        name: MarkVerdict.field, label: Phrase("对企业标记的处理", "The enterprise's marks"),
        kind: .choice(MarkVerdict.allCases.map(\.rawValue)), required: false,
        optionLabels: Dictionary(
            MarkVerdict.allCases.map { ($0.rawValue, $0.phrase) }, uniquingKeysWith: { first, _ in first }))

    /// The same with the marks it is about; nil where there are none. A dismissal sets none aside.
    static func shownVerdict(
        of action: CaseAction, in state: CaseState, on marked: MarkedHours
    ) -> FormField? {
        guard !marked.marks.isEmpty else { return nil }
        let words = marked.marks.map(shown)
        let offered = action == .dismiss ? [MarkVerdict.stand] : MarkVerdict.allCases
        let isBelied = !marked.belied.isEmpty
        let purpose =
            isBelied
            ? Phrase(
                "标记停运期间数据显示在运行，须说明如何处理该标记；维持的须写明理由",
                "values show the plant running while it is marked as standing: say what becomes of the mark, and why "
                    + "where it stands")
            : action == .dismiss
                ? Phrase("核查后撤销案件的必填", "needed once somebody was on site")
                : Phrase("定性为真超标的必填", "needed for a true exceedance")
        return FormField(
            name: verdict.name, label: verdict.label, kind: .choice(offered.map(\.rawValue)),
            required: action == .dismiss && (isBelied || MarkVerdict.afterCheck.contains(state)),
            hint: Phrase(
                "\(purpose.zh)。本案时段的企业标记：\(words.map(\.zh).joined(separator: "；"))",
                "\(purpose.en). Marked of these hours: \(words.map(\.en).joined(separator: "; "))"),
            optionLabels: verdict.optionLabels)
    }

    /// A mark with what was measured while the plant is said to have stood.
    private static func shown(_ mark: StatedMark) -> Phrase {
        guard let measured = mark.measured else { return mark.phrase }
        return Phrase(
            "\(mark.phrase.zh)（标记停运期间小时均值：\(measured.zh)）",
            "\(mark.phrase.en) (means while it is said to have stood: \(measured.en))")
    }

    /// The marks that a step names, a line each: those it sets aside, those it lets stand, those that took out what it
    /// dismisses.
    static func named(by step: Step, _ language: Language) -> [[String: String]] {
        let label =
            switch step.form[MarkVerdict.field].flatMap(MarkVerdict.init) {
            case .aside: Phrase("撤销的企业标记", "Mark set aside")
            case .stand: Phrase("维持的企业标记", "Mark left standing")
            case nil: Phrase("企业标记", "Mark of the enterprise")
            }
        return step.namedMarks.map { ["label": label(language), "value": $0.phrase(language)] }
    }

    /// What came of a mark, as lines beside the fields of its step.
    static func outcome(of step: Step) -> [FormField] {
        guard step.form["mark_no"] != nil else { return [] }
        return [
            FormField(
                name: "mark_no", label: Phrase("企业标记编号", "Number of the mark"), kind: .text(max: 20),
                required: false),
            FormField(
                name: "mark_effect", label: Phrase("判定结果", "What came of it"),
                kind: .choice(CaseMarkOutcome.Effect.allCases.map(\.rawValue)), required: false,
                optionLabels: Dictionary(
                    uniqueKeysWithValues: CaseMarkOutcome.Effect.allCases.map { ($0.rawValue, $0.phrase) })),
        ]
    }
}

extension MarkVerdict {
    /// The verdict as people read it.
    var phrase: Phrase {
        switch self {
        case .stand: Phrase("维持：经核查属实", "stand: what was found bears them out")
        case .aside: Phrase("撤销：经核查不属实", "set aside: what was found does not")
        }
    }
}

extension CaseMarkOutcome.Effect {
    /// What came of a mark, in words.
    var phrase: Phrase {
        switch self {
        case .withdrawn:
            Phrase(
                "已重新判定：本案超标不再成立，可由市局撤销案件",
                "judged again: no exceedance of the case stands any more, so that the city bureau may dismiss it")
        case .changed:
            Phrase(
                "已重新判定：超标的时段、峰值或部分超标有变化",
                "judged again: hours or peak of the exceedance are others now, or a part of it no longer stands")
        case .unchanged:
            Phrase("已重新判定：超标仍成立，没有变化", "judged again: the exceedance stands as before")
        }
    }
}
