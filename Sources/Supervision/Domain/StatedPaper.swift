import Facts
import Kernel
import Standards

/// What a step's paper says beside its exceedances, kept in the form of the step: an issued paper never changes.
/// Whatever a step of an earlier program lacks is nil, and then not printed.
struct StatedPaper: Sendable, Equatable {
    /// A file of the case, as papers list it.
    struct File: Sendable, Equatable {
        let number: String
        let name: String
        let sha256: String
    }

    /// The full name of whoever issues it.
    let organ: Phrase?
    /// The enterprise an order is addressed to; its empty fields are what the register had not.
    let party: CaseParty?
    /// The number of the newest record of a check on site.
    let record: String?
    /// The number and the day of the re-check that found it not right, for an order that follows it.
    let failedRecheck: String?
    /// The files of the case; nil where the paper lists none.
    let files: [File]?
    /// The sentences of the figures.
    let texts: [PaperText.Part: Phrase]
    /// As what a case was closed.
    let closedAs: CaseBranch?
    /// Why what the paper states is no exceedance; nil where it is one.
    let clearedBy: Phrase?
    /// How long starting or stopping may excuse, for a case that was closed as such, and where that is from.
    let conditionTerm: Phrase?
    /// The values that were sent again.
    let replaced: Phrase?
    /// Who refused values that were sent again, when, why and which, where what is stated counts because of it.
    let refusal: Phrase?
    /// What the second officer objected to, of the records it rests on.
    let objection: Phrase?
    /// What the qualification it rests on said of the enterprise's marks.
    let marks: Phrase?
    /// What becomes of the order of a case that is dismissed.
    let order: Phrase?
    /// That its term reaches into a year whose days off were not known.
    let daysOff: Phrase?

    /// What a paper says of a case now; nothing for a step that makes none.
    static func form(
        of action: CaseAction, on subject: SupervisionCase, by role: Role, on ground: PaperGround,
        _ marked: MarkedHours, at moment: Instant, rules: ClosedLoopRules
    ) -> [String: String] {
        guard let kind = CaseDocument.Kind(of: action) else { return [:] }
        var form: [String: String] = [:]
        func put(_ name: String, _ phrase: Phrase?) {
            (form[name], form[name + "_en"]) = (phrase?.zh, phrase?.en)
        }
        let isOfCity = [.supervision, .closure].contains(kind) && role == .cityOfficer
        put("organ", isOfCity ? rules.bureau : ground.place?.organName)
        if kind == .closure { form["closed_as"] = (action == .dismiss ? .withdrawn : subject.branch)?.rawValue }
        put(refusedField, subject.refusal.map(refusal))
        put("cleared_by", clearedBy(action, subject, ground, marked))
        if action == .close || kind == .rectification { put(marksField, marks(in: subject)) }
        if action == .dismiss { put(OrderEnding.field, OrderEnding(of: subject)?.phrase(because: ground.goneBy)) }
        if kind == .closure, subject.branch == .condition, let note = rules.conditionNote?.sentence {
            let hours = rules.conditionHoursMax
            let named = subject.round.last { $0.action == .qualify }.flatMap(StatedCondition.term)
            put(
                "condition_term",
                named.map { term in
                    Phrase("\(term.zh)；最长 \(hours) 小时：\(note.zh)", "\(term.en); at most \(hours) h: \(note.en)")
                } ?? Phrase("\(hours) 小时；\(note.zh)", "\(hours) h; \(note.en)"))
        }
        if [.rectification, .inspection, .recheck].contains(kind) {
            form["evidence"] = ground.files.map(line).joined(separator: "\n")
        }
        guard kind == .rectification else { return form }
        form["party_name"] = ground.party?.name
        form["party_code"] = ground.party?.creditCode
        form["party_address"] = ground.party?.address
        form["party_post"] = ground.party?.post
        form["party_person"] = ground.party?.person
        form["record"] = number(of: .check, in: subject)
        if subject.state == .failed { form["failed_recheck"] = number(of: .recheck, in: subject) }
        for part in PaperText.Part.allCases {
            put("paper_\(part.rawValue)", rules.paperText(part, on: moment.civil.date))
        }
        return form
    }

    private static let marksField = "marks_told"

    /// What the newest qualification said of marks, with the marks.
    private static func marks(in subject: SupervisionCase) -> Phrase? {
        guard let step = subject.round.last(where: { $0.action == .qualify }), !step.namedMarks.isEmpty,
            let verdict = step.form[MarkVerdict.field].flatMap(MarkVerdict.init)
        else { return nil }
        let words = step.namedMarks.map(\.phrase)
        return Phrase(
            "\(verdict.phrase.zh)。\(words.map(\.zh).joined(separator: "；"))",
            "\(verdict.phrase.en). \(words.map(\.en).joined(separator: "; "))")
    }

    private static let refusedField = "data_refused"

    /// What a step said that refused values sent again.
    private static func refusal(_ step: Step) -> Phrase {
        let (day, reason) = (step.at.civil.date, step.form["reason"] ?? "–")
        let told = step.form[DataVerdict.toldField] ?? "–"
        return Phrase(
            "\(step.actorName)于 \(day) 决定不予采信，按首报数据认定；理由：\(reason)；所涉数据：\(told)",
            "refused by \(step.actorName) on \(day), the data first told counts; because: \(reason); of: "
                + (step.form[DataVerdict.toldField + "_en"] ?? told))
    }

    /// What excused the exceedances of a case: the qualification, marks, corrected data.
    private static func clearedBy(
        _ action: CaseAction, _ subject: SupervisionCase, _ ground: PaperGround, _ marked: MarkedHours
    ) -> Phrase? {
        if action == .close, subject.state == .cleared {
            return subject.branch.map { branch in
                Phrase("已排除超标，经定性为：\(branch.phrase.zh)", "no exceedance: qualified as \(branch.phrase.en)")
            }
        }
        guard subject.isWithdrawn else { return nil }
        let causes = ground.gone.map(\.cause).reduce(into: [JudgingCause?]()) { known, cause in
            if !known.contains(cause) { known.append(cause) }
        }
        guard causes.count > 1 else { return gone(by: causes.first ?? nil, marked) }
        let parts = causes.map { cause in
            let factors = Set(ground.gone.filter { $0.cause == cause }.map(\.pollutant)).sorted()
            let (names, told) = (factors.map { Pollutant($0).name }, gone(by: cause, marked))
            return Phrase(
                names.map(\.zh).joined(separator: "、") + told.zh,
                names.map(\.en).joined(separator: ", ") + " " + told.en)
        }
        return Phrase(parts.map(\.zh).joined(separator: "；"), parts.map(\.en).joined(separator: "; "))
    }

    /// Why exceedances went.
    private static func gone(by cause: JudgingCause?, _ marked: MarkedHours) -> Phrase {
        switch cause {
        case .mark where !marked.marks.isEmpty:
            let words = marked.marks.map(\.phrase)
            return Phrase(
                "因企业标记不再成立：\(words.map(\.zh).joined(separator: "；"))",
                "no longer stands by what the enterprise marked: \(words.map(\.en).joined(separator: "; "))")
        case .value: return Phrase("按补传或更正的数据不再成立", "no longer stands on values sent later or corrected")
        case let cause?:
            return Phrase("不再成立，起因：\(cause.phrase.zh)", "no longer stands, because: \(cause.phrase.en)")
        case nil: return Phrase("不再成立", "no longer stands")
        }
    }

    /// What a step's form says.
    init(in form: [String: String]) {
        func phrase(_ name: String) -> Phrase? { form[name].map { Phrase($0, form[name + "_en"] ?? $0) } }
        organ = phrase("organ")
        party = form["party_name"].map { name in
            CaseParty(
                name: name, creditCode: form["party_code"], address: form["party_address"], post: form["party_post"],
                person: form["party_person"])
        }
        record = form["record"]
        failedRecheck = form["failed_recheck"]
        files = form["evidence"].map { text in
            text.split(separator: "\n").compactMap { line in
                let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
                return parts.count == 3 ? File(number: parts[0], name: parts[1], sha256: parts[2]) : nil
            }
        }
        let texts = PaperText.Part.allCases.compactMap { part in phrase("paper_\(part.rawValue)").map { (part, $0) } }
        self.texts = Dictionary(uniqueKeysWithValues: texts)
        closedAs = form["closed_as"].flatMap(CaseBranch.init)
        clearedBy = phrase("cleared_by")
        conditionTerm = phrase("condition_term")
        replaced = phrase(DataVerdict.toldField)
        refusal = phrase(Self.refusedField)
        objection = phrase(RecordObjection.toldField)
        marks = phrase(Self.marksField)
        order = phrase(OrderEnding.field)
        daysOff = phrase(Self.daysOffField)
    }

    private static let daysOffField = "days_off"

    /// What a paper says of the term that begins with it, when that was counted into a year without a calendar; nothing
    /// for other terms.
    static func caution(of action: CaseAction, _ due: Instant?, on calendar: WorkingDayCalendar) -> [String: String] {
        guard CaseDocument.Kind(of: action) != nil, let due, let year = calendar.unannouncedYear(until: due) else {
            return [:]
        }
        let words = WorkingDayCalendar.caution(of: year)
        return [daysOffField: words.zh, daysOffField + "_en": words.en]
    }

    /// The number of the newest paper of an action, with the day of its step.
    private static func number(of action: CaseAction, in subject: SupervisionCase) -> String? {
        subject.steps.last { $0.action == action }.flatMap { step in
            CaseDocument(of: step.number, in: subject).map { paper in
                "\(paper.fullNumber(in: subject))（\(step.at.civil.date)）"
            }
        }
    }

    /// A file's line; its name may hold anything, and then holds no bar and no line end here.
    private static func line(_ file: EvidenceFile) -> String {
        "\(file.number)|\(file.name.filter { $0 != "|" && !$0.isNewline })|\(file.sha256.hex)"
    }
}
