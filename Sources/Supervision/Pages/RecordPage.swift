import Facts
import Kernel
import Web

/// The record of a check on site, for the second officer who was there: confirm it, or object to it with words.
struct RecordPage: Page {
    static let template = "Supervision/RecordPage"

    let subject: SupervisionCase
    let step: Step
    let place: CasePlace
    let answer: RecordAnswer?
    let officers: [CertifiedOfficer]
    let actor: Actor
    let refused: RefusedForm?

    struct Content: Encodable, Sendable {
        let caseID: String
        let step: Int
        let officer: String
        let due: String
        let answer: String?
        let words: String?
        let by: String?
        let at: String?
    }

    static let fields = [
        FormField(
            name: "verdict", label: Phrase("对该记录", "Of this record"),
            kind: .choice(RecordAnswer.Verdict.allCases.map(\.rawValue)), required: true,
            optionLabels: Dictionary(
                uniqueKeysWithValues: RecordAnswer.Verdict.allCases.map { ($0.rawValue, $0.asked) })),
        FormField(
            name: "words", label: Phrase("异议或说明", "Objection or note"), kind: .longText(max: 1_000), required: false,
            hint: Phrase("确认的可以不填，其余必填", "may be empty for a confirmation, is needed else")),
    ]

    func title(_ language: Language) -> String {
        Phrase("现场记录确认 · \(subject.documentNumber)", "A record on site · \(subject.documentNumber)")(language)
    }

    var content: Content {
        Content(
            caseID: subject.id.text, step: step.number, officer: step.form["companion"] ?? "",
            due: step.form[RecordAnswer.dueField] ?? "", answer: answer?.verdict.rawValue, words: answer?.words,
            by: answer?.actorName, at: answer?.at.civil.isoText)
    }

    /// Whether whoever looks may answer: the officer named, or a colleague of one who has left.
    private var mayAnswer: Bool {
        guard answer == nil, let companion = step.companion else { return false }
        if actor.person == companion { return true }
        let isHere = officers.contains { $0.person == companion }
        return !isHere && actor.person != step.actor && officers.contains { $0.person == actor.person }
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "case": subject.id.text,
            "number": subject.documentNumber,
            "enterpriseName": place.enterpriseName,
            "outletTitle": place.outletTitle,
            "document": "/cases/\(subject.id)/documents/\(step.number)",
            "documentNumber": CaseDocument(of: step.number, in: subject)?.fullNumber(in: subject) ?? "–",
            "lines": CaseForm.lines(of: step, language),
            "first": step.actorName,
            "due": step.form[RecordAnswer.dueField] ?? "–",
            "standing": RecordAnswer.standing(answer, of: step, language),
            "mayAnswer": mayAnswer,
            "isOthers": answer == nil && !mayAnswer,
            "form": mayAnswer ? form(language) : [String: Any](),
        ]
    }

    private func form(_ language: Language) -> [String: Any] {
        let own = actor.person == step.companion
        let offered: [RecordAnswer.Verdict] = own ? [.confirmed, .objected] : [.left]
        let fields = Self.fields.map { field in
            guard field.name == "verdict" else { return field }
            return FormField(
                name: field.name, label: field.label, kind: .choice(offered.map(\.rawValue)), required: true,
                hint: field.hint, optionLabels: field.optionLabels)
        }
        return FormView.view(
            language, action: "/cases/\(subject.id)/records/\(step.number)", fields: fields,
            submit: Phrase("提交", "Send"), refused: refused)
    }
}

extension RecordAnswer.Verdict {
    /// As the form offers it.
    var asked: Phrase {
        switch self {
        case .confirmed: Phrase("确认：与现场情况一致", "confirmed: it is as we found it")
        case .objected: Phrase("有异议", "I object")
        case .left: Phrase("该同行人员已离任，无法确认", "the second officer has left and cannot confirm it")
        }
    }
}

extension RecordAnswer {
    /// How a record stands: who wrote it when, and what its second officer says of it.
    static func standing(_ answer: RecordAnswer?, of step: Step, _ language: Language) -> String {
        guard let answer else {
            return Phrase(
                "待同行执法人员确认，不迟于 \(step.form[dueField] ?? "–")",
                "awaiting the confirmation of the second officer, until \(step.form[dueField] ?? "–")")(language)
        }
        let (name, at, words) = (answer.actorName, answer.at.civil.minuteText, answer.words)
        let behind = words.isEmpty ? Phrase("", "") : Phrase("：\(words)", ": \(words)")
        let said: Phrase =
            switch answer.verdict {
            case .confirmed: Phrase("\(name)于 \(at) 确认", "confirmed by \(name) at \(at)")
            case .objected: Phrase("\(name)于 \(at) 提出异议", "\(name) objected at \(at)")
            case .left:
                Phrase(
                    "未经同行人员确认：已离任，\(name)于 \(at) 注明",
                    "not confirmed: the second officer has left, noted by \(name) at \(at)")
            }
        return Phrase(said.zh + behind.zh, said.en + behind.en)(language)
    }
}
