import Kernel
import Web

/// The reforms of a policy with the documents they yield: stages, what is in force today, what is late.
struct ReformsPage: ListPage {
    static let template = "Governance/ReformsPage"

    /// A document with its reform.
    struct Line: Sendable {
        let policy: PolicyCode
        let reform: PolicyReform
        let document: ReformDocument
    }

    let policy: PolicyDocument
    let documents: [ReformDocument]
    let today: CivilDate

    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let policy: String
        let reforms: [Reform]

        struct Reform: Encodable, Sendable {
            let reform: Int
            let text: String
            let documents: [Document]
        }

        struct Document: Encodable, Sendable {
            let document: Int
            let title: String
            let unit: String
            let due: String
            let stage: String?
            let isInForce: Bool
            let late: String?
            let reviewDue: String?
        }
    }

    func title(_ language: Language) -> String { Phrase("制度改革", "Reforms and their documents")(language) }

    private func documents(of reform: PolicyReform) -> [ReformDocument] {
        documents.filter { $0.reform == reform.number }
    }

    var content: Content {
        Content(
            policy: policy.meta.code.text,
            reforms: policy.reforms.map { reform in
                Content.Reform(
                    reform: reform.number, text: reform.text,
                    documents: documents(of: reform).map { Self.content($0, on: today) })
            })
    }

    static func content(_ document: ReformDocument, on today: CivilDate) -> Content.Document {
        Content.Document(
            document: document.number, title: document.title, unit: document.unit, due: document.due.description,
            stage: document.stage?.rawValue, isInForce: document.isInForce(on: today),
            late: document.lateness(on: today)?.rawValue, reviewDue: document.reviewDue(on: today)?.description)
    }

    /// A document as templates show it.
    static func view(_ document: ReformDocument, on today: CivilDate, _ language: Language) -> [String: Any] {
        let late = document.lateness(on: today)
        let state: (tag: String, word: Phrase) =
            if let late {
                ("late", late.phrase)
            } else if document.isInForce(on: today) {
                ("done", Phrase("现行有效", "in force"))
            } else if document.stage == .repealed {
                ("neutral", Phrase("已废止", "repealed"))
            } else {
                ("open", Phrase("制定中", "in the making"))
            }
        return [
            "number": String(document.number), "documentTitle": document.title, "unit": document.unit,
            "due": document.due.description, "stage": document.stage?.phrase(language) ?? "–", "tag": state.tag,
            "word": state.word(language), "reviewDue": document.reviewDue(on: today)?.description ?? "–",
        ]
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "code": policy.meta.code.text, "documentNumber": policy.meta.documentNumber,
            "inForce": String(documents.count { $0.isInForce(on: today) }),
            "late": String(documents.count { $0.lateness(on: today) != nil }), "all": String(documents.count),
            "reforms": policy.reforms.map { reform -> [String: Any] in
                let own = documents(of: reform)
                return [
                    "reform": String(reform.number), "text": reform.text, "hasDocuments": !own.isEmpty,
                    "documents": own.map { Self.view($0, on: today, language) },
                ]
            },
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let (today, lines) = (
            today,
            policy.reforms.flatMap { reform in
                documents(of: reform).map { Line(policy: policy.meta.code, reform: reform, document: $0) }
            }
        )
        let columns: [TableColumn<Line>] = [
            TableColumn(Phrase("改革", "Reform")) { .number($0.reform.number) },
            TableColumn(Phrase("序号", "No")) { .number($0.document.number) },
            TableColumn(Phrase("文件", "Document")) { .text($0.document.title) },
            TableColumn(Phrase("起草单位", "Unit")) { .text($0.document.unit) },
            TableColumn(Phrase("应印发", "To be issued by")) { .day($0.document.due) },
            TableColumn(Phrase("阶段", "Stage")) { .text($0.document.stage?.phrase(language)) },
            TableColumn(Phrase("现行有效", "In force")) {
                .text($0.document.isInForce(on: today) ? Phrase("是", "yes")(language) : nil)
            },
            TableColumn(Phrase("逾期", "Late")) { .text($0.document.lateness(on: today)?.phrase(language)) },
            TableColumn(Phrase("应评估", "To be reviewed by")) { .day($0.document.reviewDue(on: today)) },
        ]
        return [ListTable(Phrase("制度文件", "Documents"), lines, language, columns: columns)]
    }
}
