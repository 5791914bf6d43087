import Facts
import Kernel
import Standards
import Web

/// A document of a case on one sheet of A4, out of the stored steps.
struct DocumentPage: Page {
    static let template = "Supervision/DocumentPage"

    let document: CaseDocument
    let subject: SupervisionCase
    let place: CasePlace
    /// What the second officer says of a record; nil while nothing is said, and for other papers.
    var answer: RecordAnswer?

    struct Content: Encodable, Sendable {
        let kind: String
        let number: String
        let caseID: String
        let date: String
        let form: [String: String]
        /// What the second officer said of a record: `confirmed`, `objected` or `left`.
        let answer: String?
    }

    private var number: String { document.fullNumber(in: subject) }

    func title(_ language: Language) -> String { document.kind.phrase(language) }

    var content: Content {
        Content(
            kind: document.kind.rawValue, number: number, caseID: subject.id.text,
            date: document.step.at.civil.date.description, form: document.step.form,
            answer: answer?.verdict.rawValue)
    }

    func view(_ language: Language) -> [String: Any] {
        let (told, step) = (document.statement(in: subject), document.step)
        let exceedances = document.exceedances(in: subject)
        let level = told["stated_level"].flatMap(WarningLevel.init) ?? subject.level
        return [
            "case": subject.id.text,
            "caseNumber": subject.documentNumber,
            "number": number,
            "addressee": addressee(language),
            "opening": opening(language),
            "hasEnded": orderEnded != nil,
            "ended": orderEnded.map { $0(language) } ?? "",
            "enterpriseName": place.enterpriseName,
            "outletTitle": place.outletTitle,
            "region": place.regionName(language),
            "exceedances": exceedances.enumerated().map { index, stated in
                stated.view(
                    index + 1, of: exceedances.count, isCleared: isCleared, because: self.stated.clearedBy, language)
            },
            "level": level.phrase(language),
            "addresseeParts": addresseeParts(language),
            "groundParts": groundParts(language),
            "noticeParts": noticeParts(language),
            "hasTerm": document.answerBy(in: subject) != nil,
            "answerBy": document.answerBy(in: subject)?.termText ?? "",
            "hasDaysOff": stated.daysOff != nil,
            "daysOff": stated.daysOff?(language) ?? "",
            "hasRequest": request != nil,
            "request": request.map { requestLines($0, language) } ?? [],
            "lines": CaseForm.lines(of: step, language),
            "hasOfficers": step.form["certificate"] != nil,
            "officers": officers,
            "who": "\(step.actorName) · \(step.role.phrase(language))",
            "office": office(language),
            "date": date(step.at.civil.date, language),
        ]
    }

    /// What its step says beside the exceedances.
    var stated: StatedPaper { StatedPaper(in: document.step.form) }

    /// Whether the case ended as no exceedance; papers of earlier programs do not tell.
    private var isCleared: Bool { stated.closedAs.map { $0 != .exceedance } ?? false }

    /// Beside the paper of an order, which stays as it was issued: what became of it when its exceedance went.
    private var orderEnded: Phrase? {
        guard document.kind == .rectification else { return nil }
        let dismissed = subject.steps.first { $0.action == .dismiss && $0.number > document.step.number }
        if let dismissed { return StatedPaper(in: dismissed.form).order }
        guard subject.isWithdrawn, subject.order?.number == document.step.number else { return nil }
        return OrderEnding(of: subject)?.phrase(because: nil)
    }

    /// Whoever issued it, by its full name; steps of earlier programs do not hold one.
    private func office(_ language: Language) -> String {
        if let organ = stated.organ { return organ(language) }
        let isOfCity = [.supervision, .closure].contains(document.kind) && document.step.role == .cityOfficer
        return isOfCity
            ? Phrase("市生态环境局", "Ecology and Environment Bureau")(language) : place.branchName(language)
    }

    private var request: Step? { document.request(in: subject) }

    /// What was asked for, when and by whom, against which term, and what became of the term.
    private func requestLines(_ request: Step, _ language: Language) -> [[String: String]] {
        let step = document.step
        let before = subject.rectifyBy(before: step.number)?.description ?? "–"
        let isGranted = step.form["granted"] == "true"
        let after = isGranted ? subject.rectifyBy(before: step.number + 1)?.description ?? "–" : before
        let order = subject.steps.last { $0.action == .order && $0.number < step.number }
            .flatMap { CaseDocument(of: $0.number, in: subject) }
        let lines: [(Phrase, String?)] = [
            (Phrase("责令文书", "Ordered by"), order.map { $0.fullNumber(in: subject) }),
            (
                Phrase("申请时间及回执", "Asked for at, with receipt"),
                "\(request.at.civil.minuteText) · 〔\(subject.year)〕\(subject.number)-\(request.number)号"
            ),
            (Phrase("申请人", "Asked for by"), "\(request.actorName) · \(request.role.phrase(language))"),
            (Phrase("申请延至", "Asked for until"), request.form["until"]),
            (Phrase("申请理由", "Reasons given"), request.form["reason"]),
            (Phrase("原期限", "Term before"), before),
            (Phrase("审批后期限", "Term from now on"), after),
            (Phrase("审批时间", "Decided at"), step.at.civil.minuteText),
        ]
        return lines.compactMap { label, value in value.map { ["label": label(language), "value": $0] } }
    }

    private var officers: String {
        let form = document.step.form
        return "\(document.step.actorName)（\(form["certificate"] ?? "–")）、\(form["companion_name"] ?? "–")"
            + "（\(form["companion_certificate"] ?? "–")）"
    }

    private func addressee(_ language: Language) -> String {
        switch document.kind {
        case .supervision: place.branchName(language)
        case .inspection, .rectification, .recheck, .moreTime, .closure: place.enterpriseName
        case .handOver: Phrase("市生态环境局立案审查机构", "To whoever files penalty cases at the bureau")(language)
        }
    }

    private func opening(_ language: Language) -> String {
        switch document.kind {
        case .supervision:
            Phrase(
                "现将下列自动监测超标情况交你分局督办，请按期签收、核查、定性并依法处理。",
                "The exceedance below is given into your hands: accept it, check on site, qualify it and act by law.")(
                    language)
        case .inspection:
            Phrase("执法人员对下列排放口进行了现场检查，情况记录如下。", "Officers checked the outlet below on site and found this.")(language)
        case .rectification:
            Phrase(
                "经查，你单位下列排放口超过排放限值。现责令限期改正，并在期限内提交整改报告。",
                "The outlet below exceeded its limit. You are ordered to put it right and to report by the day named.")(
                    language)
        case .recheck:
            Phrase("执法人员对整改情况进行了复查，情况记录如下。", "Officers re-checked the rectification and found the following.")(language)
        case .moreTime:
            Phrase(
                "你单位就责令改正期限提出延期申请，经审批决定如下。",
                "You asked for more time to put right what was ordered; it is decided as follows.")(language)
        case .handOver:
            Phrase("下列超标涉嫌违法，现移送审查立案。", "The exceedance below is handed over to be filed for a penalty.")(language)
        case .closure:
            Phrase("下列案件已按程序办结，予以销号。", "The case below was dealt with and is closed.")(language)
        }
    }

    private func date(_ date: CivilDate, _ language: Language) -> String {
        let (year, month, day) = date.parts
        return Phrase("\(year)年\(month)月\(day)日", date.description)(language)
    }
}

extension CaseDocument.Kind {
    /// The document's name.
    var phrase: Phrase {
        switch self {
        case .supervision: Phrase("督办单", "Supervision order")
        case .inspection: Phrase("现场检查记录", "Record of inspection")
        case .rectification: Phrase("整改通知书", "Notice of rectification")
        case .recheck: Phrase("复查记录", "Record of re-check")
        case .moreTime: Phrase("延期审批单", "Decision on more time")
        case .handOver: Phrase("案件移送单", "Hand-over for a penalty")
        case .closure: Phrase("销号单", "Closure")
        }
    }
}
