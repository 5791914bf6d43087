import Kernel
import Web

/// An inspection notice or minutes on a sheet of A4, and beneath it how each item goes on; forms for those who may.
struct DirectivePage: Page {
    static let template = "Governance/DirectivePage"

    let directive: Directive
    let today: CivilDate
    let forms: [DirectiveForm]
    let refused: (form: DirectiveForm, what: RefusedForm)?
    /// Names of people by their codes.
    let names: [String: String]

    struct Content: Encodable, Sendable {
        let directive: String
        let sha256: String
        let isClosed: Bool
        let heldOn: String?
        let participants: String?
        let items: [DirectiveLine.Content]
        let answers: [Answer]

        struct Answer: Encodable, Sendable {
            let item: Int
            let attempt: Int
            let unit: String
            let text: String
            let fact: Int64?
            let filedAt: String
            let verdict: String?
            let note: String?
            let again: String?
        }
    }

    private var document: DirectiveDocument { directive.document }

    func title(_ language: Language) -> String { document.kind.phrase(language) }

    var content: Content {
        Content(
            directive: directive.key.description, sha256: directive.sha256.hex, isClosed: directive.isClosed,
            heldOn: document.heldOn?.description, participants: document.participants,
            items: DirectiveLine.all(of: [directive], on: today).map(\.content),
            answers: directive.answers.map { answer in
                Content.Answer(
                    item: answer.item, attempt: answer.attempt, unit: answer.unit, text: answer.text,
                    fact: answer.evidence, filedAt: answer.filedAt.civil.isoText,
                    verdict: answer.judgement?.verdict.rawValue, note: answer.judgement?.note,
                    again: answer.judgement?.again?.description)
            })
    }

    private func opening(_ language: Language) -> String {
        guard document.kind == .inspection else {
            let phrase =
                document.setsTasks
                ? Phrase(
                    "会议议定下列事项，立为任务，请责任单位按月填报、按期完成。",
                    "The meeting decided what follows as tasks; each unit reports by month and fulfils them in time."
                )
                : Phrase(
                    "会议议定下列事项，请责任单位按期办理并答复。", "The meeting decided what follows; each unit answers in time.")
            return phrase(language)
        }
        let (term, due) = (document.termWorkingDays ?? 0, document.items.first?.due.description ?? "")
        let phrase = Phrase(
            "经督查，你单位的工作存在下列问题。请在 \(term) 个工作日内（\(due) 以前）逐条整改并答复。",
            "Your unit's work was found wanting. Mend each finding and answer within "
                + "\(Counted.english(term, "working day")), by \(due).")
        return phrase(language)
    }

    private func name(_ author: String) -> String {
        let code = author.replacing("person:", with: "")
        return names[code] ?? code
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "number": directive.key.phrase(language), "subject": document.title,
            "isNotice": document.kind == .inspection, "addressee": document.items.first?.unit ?? "",
            "opening": opening(language), "hasTask": document.task != nil,
            "taskNumber": document.task.map(String.init) ?? "",
            "taskAddress": document.task.flatMap { task in
                document.policy.map { "/policy/\($0)/tasks/\(task)" }
            } ?? "",
            "heldOn": document.heldOn?.description ?? "", "participants": document.participants ?? "",
            "lines": document.items.map { item -> [String: Any] in
                [
                    "lineNumber": String(item.number), "what": item.text, "lineUnit": item.unit,
                    "lineDue": item.due.description, "isDecision": document.kind == .minutes,
                ]
            },
            "issuedOn": directive.issuedAt.civil.date.description, "sha256": directive.sha256.hex,
            "items": DirectiveLine.all(of: [directive], on: today).map { $0.view(language) },
            "isAnswered": !document.setsTasks, "hasAnswers": !directive.answers.isEmpty,
            "answers": directive.answers.map { view($0, language) },
            "forms": forms.map { form -> [String: Any] in
                [
                    "formName": form.name(language),
                    "form": FormView.view(
                        language, action: "\(directive.key.address)/\(form.rawValue)", fields: form.fields,
                        submit: form.name, values: values(of: form),
                        refused: refused?.form == form ? refused?.what : nil),
                ]
            },
        ]
    }

    /// The first item that the form could be about.
    private func values(of form: DirectiveForm) -> [String: String] {
        let states: Set<DirectiveItemState> = form == .judge ? [.waiting] : [.open, .late]
        let first = document.items.first { states.contains(directive.state($0, on: today)) }
        return first.map { [form == .judge ? "judged_item" : "item": String($0.number)] } ?? [:]
    }

    private func view(_ answer: DirectiveAnswer, _ language: Language) -> [String: Any] {
        let verdict = answer.judgement?.verdict
        return [
            "answerItem": String(answer.item), "attempt": String(answer.attempt), "answer": answer.text,
            "hasFact": answer.evidence != nil, "fact": answer.evidence.map { "\($0)" } ?? "",
            "author": name(answer.author), "filed": answer.filedAt.civil.minuteText,
            "answerTag": verdict == .accepted ? "done" : verdict == .returned ? "late" : "orange",
            "answerWord": (verdict?.phrase ?? DirectiveItemState.waiting.phrase)(language),
            "hasNote": answer.judgement != nil,
            "note": answer.judgement.map { "\($0.note)（\(name($0.author)) \($0.at.civil.minuteText)）" } ?? "",
        ]
    }
}
