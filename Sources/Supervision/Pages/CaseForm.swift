import Kernel
import Web

/// The form of each action: what is asked, in which order, within which bounds.
enum CaseForm {
    /// The step the person saw; a form sent twice or overtaken by a colleague is recognised by it.
    static let seenStep = "seen_step"

    /// The fields of an action's address.
    static func fields(of action: CaseAction) -> [FormField] {
        [FormField(name: seenStep, label: Phrase("步骤", "step"), kind: .text(max: 6), required: true)]
            + askedFields(of: action)
    }

    /// The fields as a page shows them: the second officer is chosen from those who may work there today.
    static func shownFields(
        of action: CaseAction, officers: [CertifiedOfficer], windows: [CaseMarkWindow], files: [EvidenceFile],
        marked: MarkedHours, replaced: [ReplacedValue] = [], objections: [RecordObjection] = [],
        subject: SupervisionCase, actor: PersonID,
        today: CivilDate
    ) -> [FormField] {
        let others = officers.filter { $0.person != actor }
        return fields(of: action).compactMap { field in
            if field.name == MarkVerdict.field {
                return MarkFields.shownVerdict(of: action, in: subject.state, on: marked)
            }
            if field.name == DataVerdict.field { return DataFields.shown(of: action, on: replaced, in: subject.state) }
            if field.name == RecordObjection.field { return ObjectionFields.shown(on: objections) }
            if field.name == "window" { return MarkFields.shownWindow(windows, of: action) }
            if field.name == "proof" { return ServiceFields.shownProof(files, of: subject) }
            guard field.name == "companion" else { return field }
            return FormField(
                name: field.name, label: field.label, kind: .choice(others.map(\.person.text)), required: true,
                hint: field.hint,
                optionLabels: Dictionary(
                    others.map { ($0.person.text, label(of: $0, today)) }, uniquingKeysWith: { first, _ in first }))
        }
    }

    private static func label(of officer: CertifiedOfficer, _ today: CivilDate) -> Phrase {
        guard let number = officer.certificate(on: today) else {
            return Phrase("\(officer.name)（今日无有效执法证）", "\(officer.name) (no certificate valid today)")
        }
        return Phrase("\(officer.name)（\(number)）", "\(officer.name) (\(number))")
    }

    /// What an action asks: the fields of the loop's table, in its order, with the words of this page.
    static func askedFields(of action: CaseAction) -> [FormField] {
        let words = wordedFields(of: action)
        return ClosedLoop.form(of: action).map { field in
            guard let worded = words.first(where: { $0.name == field.name }) else {
                preconditionFailure("\(action) asks for \(field.name), for which the page has no words")
            }
            return FormField(
                name: field.name, label: worded.label, kind: worded.kind, required: field.isRequired,
                hint: worded.hint, optionLabels: worded.optionLabels)
        }
    }

    private static func wordedFields(of action: CaseAction) -> [FormField] {
        switch action {
        case .warn: [longText("note", Phrase("预警说明", "Note to the enterprise"), max: 500)]
        case .answer: [cause, longText("explanation", Phrase("情况说明", "Explanation"), max: 2_000)]
        case .accept: [longText("note", Phrase("签收意见", "Note"), max: 500)]
        case .check:
            [
                date("checked_on", Phrase("核查日期", "Day of the check")), companion,
                longText("findings", Phrase("核查情况", "Findings"), max: 2_000), samples,
            ] + SiteFields.all
        case .qualify:
            [
                qualification, MarkFields.excusing, MarkFields.verdict, DataFields.verdict,
                longText("reason", Phrase("定性理由", "Reasons"), max: 2_000), ObjectionFields.despite,
            ]
        case .order:
            [
                longText("demands", Phrase("改正要求", "What must be corrected"), max: 2_000),
                date("rectify_by", Phrase("改正期限", "To be corrected by")), ObjectionFields.despite,
            ] + ArticleFields.all
        case .serve: ServiceFields.all
        case .report:
            [
                longText("measures", Phrase("整改措施", "Measures taken"), max: 2_000),
                date("completed_on", Phrase("完成日期", "Completed on")),
            ]
        case .recheck:
            [
                date("rechecked_on", Phrase("复查日期", "Day of the re-check")), companion,
                longText("findings", Phrase("复查情况", "Findings"), max: 2_000), samples,
                verdict("passed", Phrase("复查结论", "Outcome"), Phrase("合格", "found right"), Phrase("不合格", "not right")),
            ] + SiteFields.all
        case .close: [longText("opinion", Phrase("销号意见", "Opinion on closure"), max: 1_000), ObjectionFields.despite]
        case .reportFault, .repair, .correctMark, .confirm, .mark, .askTime, .decideTime, .handOver, .refuseData,
            .dismiss:
            branchFields(of: action)
        }
    }

    private static func branchFields(of action: CaseAction) -> [FormField] {
        switch action {
        case .reportFault:
            [
                date("broke_on", Phrase("故障日期", "Day of the fault")),
                FormField(
                    name: "broke_at", label: Phrase("故障开始小时", "Hour in which it began"),
                    kind: .choice((0..<24).map { $0.padded(2) }), required: true,
                    hint: Phrase(
                        "12小时的报告时限和5个工作日的修复时限自故障起算；迟报仍予受理并记为迟报",
                        "12 hours to report and 5 working days to repair run from the fault; a late report is taken "
                            + "and noted as late")),
                longText("fault", Phrase("故障情况", "What is broken"), max: 2_000),
            ] + SiteFields.substitute
        case .repair:
            [
                date("repaired_on", Phrase("修复日期", "Day of the repair")),
                longText("work", Phrase("维修和校准情况", "What was repaired and calibrated"), max: 2_000),
            ]
        case .correctMark:
            [MarkFields.condition(Phrase("更正后的标记", "Corrected mark")), MarkFields.window]
                + MarkFields.hours + [longText("reason", Phrase("更正理由", "Why it was wrong"), max: 1_000)]
        case .confirm:
            [
                verdict("passed", Phrase("确认结论", "Outcome"), Phrase("属实", "confirmed"), Phrase("不属实", "not so")),
                longText("opinion", Phrase("确认意见", "Opinion"), max: 1_000),
            ]
        case .mark:
            [MarkFields.condition(Phrase("工况", "Condition")), MarkFields.window] + MarkFields.hours
                + [longText("reason", Phrase("说明", "Explanation"), max: 1_000)]
        case .askTime:
            [
                date("until", Phrase("申请延至", "More time until")),
                longText("reason", Phrase("延期理由", "Why more time is needed"), max: 1_000),
            ]
        case .decideTime:
            [
                verdict("granted", Phrase("审批结论", "Decision"), Phrase("同意", "granted"), Phrase("不同意", "refused")),
                longText("opinion", Phrase("审批意见", "Opinion"), max: 1_000),
            ]
        case .handOver:
            [longText("reason", Phrase("理由", "Reasons"), max: 1_000), ObjectionFields.despite] + ArticleFields.all
        case .refuseData: [DataFields.refusal, longText("reason", Phrase("理由", "Reasons"), max: 1_000)]
        case .dismiss:
            [MarkFields.verdict, DataFields.verdict, longText("reason", Phrase("理由", "Reasons"), max: 1_000)]
        case .warn, .answer, .accept, .check, .qualify, .order, .serve, .report, .recheck, .close: []
        }
    }

    private static let cause = FormField(
        name: "cause", label: Phrase("原因类别", "Kind of cause"),
        kind: .choice(["production", "treatment", "device", "other"]), required: true,
        optionLabels: [
            "production": Phrase("生产工况波动", "production condition"),
            "treatment": Phrase("治理设施异常", "treatment facility"),
            "device": Phrase("监测设备故障", "monitoring device"),
            "other": Phrase("其他", "other"),
        ])

    private static let qualification = FormField(
        name: "qualification", label: Phrase("定性", "Qualification"),
        kind: .choice([CaseBranch.exceedance, .device, .condition, .mark].map(\.rawValue)), required: true,
        optionLabels: Dictionary(
            CaseBranch.allCases.map { ($0.rawValue, $0.phrase) }, uniquingKeysWith: { first, _ in first }))

    private static let companion = FormField(
        name: "companion", label: Phrase("同行执法人员", "Second officer"), kind: .text(max: 40), required: true,
        hint: Phrase("现场检查须两名持证执法人员", "a check on site takes two officers with valid certificates"))

    private static let samples = FormField(
        name: "samples", label: Phrase("采样记录", "Samples"), kind: .longText(max: 1_000), required: false,
        hint: Phrase("样品编号、点位、时间；照片请在证据中上传", "numbers, places and times; photographs are filed as evidence"))

    private static func verdict(_ name: String, _ label: Phrase, _ yes: Phrase, _ no: Phrase) -> FormField {
        FormField(
            name: name, label: label, kind: .choice(["true", "false"]), required: true,
            optionLabels: ["true": yes, "false": no])
    }

    private static func longText(_ name: String, _ label: Phrase, max: Int) -> FormField {
        FormField(name: name, label: label, kind: .longText(max: max), required: true)
    }

    private static func date(_ name: String, _ label: Phrase) -> FormField {
        FormField(name: name, label: label, kind: .date, required: true)
    }

    /// What a step says, field by field, as people read it.
    ///
    /// - Parameter windows: The kinds of starting and stopping, for the words of those that a step claims.
    static func lines(
        of step: Step, windows: [CaseMarkWindow] = [], _ language: Language
    ) -> [[String: String]] {
        // Earlier programs named the marked day only.
        let former = step.action == .mark ? [date("marked_on", Phrase("标记日期", "Day that is marked"))] : []
        let asked = askedFields(of: step.action) + ArticleFields.mark(of: step) + StepNotes.fields(of: step)
        let named = MarkFields.named(by: step, language) + ServiceFields.ended(by: step, language)
        return named
            + (former + asked + MarkFields.outcome(of: step)).compactMap { field in
                guard let value = step.form[field.name], !value.isEmpty else { return nil }
                let shown = field.name == "window" ? MarkFields.shownWindow(windows, of: step.action) : field
                return [
                    "label": field.label(language),
                    "value": self.shown(value, of: shown, companion: secondOfficer(of: step), language),
                ]
            }
    }

    /// What was typed into the form of an action, field by field; nothing of it was taken.
    static func lines(
        of action: CaseAction, typed: [String: String], windows: [CaseMarkWindow], _ language: Language
    ) -> [[String: String]] {
        askedFields(of: action).compactMap { field in
            guard let value = typed[field.name], !value.isEmpty else { return nil }
            let known = field.name == "window" ? MarkFields.shownWindow(windows, of: action) : field
            return ["label": field.label(language), "value": shown(value, of: known, companion: nil, language)]
        }
    }

    /// The second officer of a step, with the certificate; nil when it names none.
    private static func secondOfficer(of step: Step) -> String? {
        step.form["companion_name"].map { "\($0) \(step.form["companion_certificate"] ?? "")" }
    }

    /// The words of a value: the label of a choice, an officer's name, else the text itself.
    private static func shown(
        _ value: String, of field: FormField, companion: String?, _ language: Language
    ) -> String {
        if field.name == "companion", let companion { return companion }
        return switch field.kind {
        case .choice: field.optionLabels[value]?(language) ?? value
        case .flag: value == "true" ? Phrase("是", "yes")(language) : Phrase("否", "no")(language)
        case .text, .longText, .number, .secret, .code, .date: value
        }
    }
}
