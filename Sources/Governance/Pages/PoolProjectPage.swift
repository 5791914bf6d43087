import Facts
import Kernel
import Web

/// A project of the reserve pool: its stages, its money by source, forms for those who may.
struct PoolProjectPage: Page {
    static let template = "Governance/PoolProjectPage"

    let line: PoolLine
    let history: PoolHistory
    /// The steps of the decision behind its score.
    let steps: [Phrase]
    let forms: [PoolForm]
    let refused: (form: PoolForm, what: RefusedForm)?

    struct Content: Encodable, Sendable {
        let project: PoolLine.Content
        let sources: [Source]
        let steps: [Step]
        let money: [Money]
        let scoreSteps: [Phrase]

        struct Source: Encodable, Sendable {
            let source: String
            let planFen: Int64
            let securedFen: Int64
        }

        struct Step: Encodable, Sendable {
            let step: Int
            let stage: String
            let day: String
            let note: String
        }

        struct Money: Encodable, Sendable {
            let entry: Int
            let source: String
            let amountFen: Int64
            let belongsTo: Int?
            let document: String
            let day: String
        }
    }

    private var sources: [(source: ProjectRecord.Source, planFen: Int64, securedFen: Int64)] {
        ProjectRecord.Source.allCases.enumerated().map { place, source in
            (source, line.project.planFen[place], line.project.securedFen[place])
        }
    }

    func title(_ language: Language) -> String { line.project.name }

    var content: Content {
        Content(
            project: line.content,
            sources: sources.map { .init(source: $0.source.rawValue, planFen: $0.planFen, securedFen: $0.securedFen) },
            steps: history.steps.map {
                .init(step: $0.number, stage: $0.stage.rawValue, day: $0.day.description, note: $0.note)
            },
            money: history.money.map {
                .init(
                    entry: $0.number, source: $0.source.rawValue, amountFen: $0.amountFen, belongsTo: $0.belongsTo,
                    document: $0.document, day: $0.day.description)
            }, scoreSteps: steps)
    }

    func view(_ language: Language) -> [String: Any] {
        let more: [String: Any] = [
            "isScored": line.score != nil, "scoreSteps": steps.map { ["scoreStep": $0(language)] },
            "decision": line.score?.decision.text ?? "–",
            "certainty": PoolScoreRule.descriptor.certainty.phrase(language),
            "basis": PoolScoreRule.descriptor.basis(language),
            "note": line.project.note, "enteredOn": line.project.enteredOn.description,
            "sources": sources.map { source in
                [
                    "source": source.source.phrase(language), "plan": TenThousandYuan.text(source.planFen),
                    "sourceSecured": TenThousandYuan.text(source.securedFen),
                ]
            },
            "steps": history.steps.map { step in
                [
                    "step": String(step.number), "stepStage": step.stage.phrase(language), "stepTag": step.stage.tag,
                    "stepDay": step.day.description, "stepNote": step.note,
                ]
            },
            "hasMoney": !history.money.isEmpty,
            "money": history.money.map { money -> [String: Any] in
                [
                    "entry": String(money.number), "source": money.source.phrase(language),
                    "amount": TenThousandYuan.text(money.amountFen),
                    "belongsTo": money.belongsTo.map { "#\($0)" } ?? "–", "document": money.document,
                    "moneyDay": money.day.description, "isTakenBack": history.isTakenBack(money.number),
                ]
            },
            "forms": forms.map { form -> [String: Any] in
                [
                    "formName": form.name(language),
                    "form": FormView.view(
                        language, action: "\(line.address)/\(form.rawValue)",
                        fields: FormOffers(of: history).offering(form.fields), submit: form.name,
                        refused: refused?.form == form ? refused?.what : nil),
                ]
            },
        ]
        return line.view(language).merging(more) { $1 }
    }
}
