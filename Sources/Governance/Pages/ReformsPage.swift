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
    /// What can be chosen in its place.
    let choice: PolicySwitch
    /// All documents of the policy's reforms.
    let documents: [ReformDocument]
    let filter: DocumentFilter
    let today: CivilDate

    var next: String? { nil }

    struct Content: Encodable, Sendable {
        let policy: String
        let inForce: Int
        let late: Int
        let years: [Count]
        let series: [Count]
        let reforms: [Reform]

        /// How the documents of a year or of a group stand.
        struct Count: Encodable, Sendable {
            let name: String
            let all: Int
            let making: Int
            let inForce: Int
            let late: Int
        }

        struct Reform: Encodable, Sendable {
            let reform: Int
            let text: String
            let documents: [Document]
        }

        struct Document: Encodable, Sendable {
            let document: Int
            let title: String
            let unit: String
            let sort: String
            let series: String?
            let due: String
            let stage: String?
            let isInForce: Bool
            let late: String?
            let reviewDue: String?
        }
    }

    func title(_ language: Language) -> String { Phrase("制度改革", "Reforms and their documents")(language) }

    private func documents(of reform: PolicyReform) -> [ReformDocument] {
        documents.filter { $0.reform == reform.number && filter.shows($0, on: today) }
    }

    private func count(_ name: String, _ own: [ReformDocument]) -> Content.Count {
        Content.Count(
            name: name, all: own.count { !$0.isWithdrawn }, making: own.count { $0.state(on: today) == .making },
            inForce: own.count { $0.isInForce(on: today) }, late: own.count { $0.lateness(on: today) != nil })
    }

    /// By the year in which they are to be issued.
    private var years: [Content.Count] {
        Dictionary(grouping: documents, by: \.due.parts.year).sorted { $0.key < $1.key }.map {
            count(String($0.key), $0.value)
        }
    }

    /// By the group that they belong to; documents of no group are in none.
    private var series: [Content.Count] {
        Dictionary(grouping: documents.filter { !$0.series.isEmpty }, by: \.series).sorted { $0.key < $1.key }.map {
            count($0.key, $0.value)
        }
    }

    var content: Content {
        Content(
            policy: policy.meta.code.text, inForce: documents.count { $0.isInForce(on: today) },
            late: documents.count { $0.lateness(on: today) != nil }, years: years, series: series,
            reforms: policy.reforms.map { reform in
                Content.Reform(
                    reform: reform.number, text: reform.text,
                    documents: documents(of: reform).map { Self.content($0, on: today) })
            })
    }

    static func content(_ document: ReformDocument, on today: CivilDate) -> Content.Document {
        Content.Document(
            document: document.number, title: document.title, unit: document.unit, sort: document.sort.rawValue,
            series: document.series.isEmpty ? nil : document.series, due: document.due.description,
            stage: document.stage?.rawValue, isInForce: document.isInForce(on: today),
            late: document.lateness(on: today)?.rawValue, reviewDue: document.reviewDue(on: today)?.description)
    }

    /// A document as templates show it.
    static func view(_ document: ReformDocument, on today: CivilDate, _ language: Language) -> [String: Any] {
        let late = document.lateness(on: today)
        let state = document.state(on: today)
        let (tag, word) = late.map { ("late", $0.phrase) } ?? (state.tag, state.phrase)
        return [
            "number": String(document.number), "documentTitle": document.title, "unit": document.unit,
            "due": document.due.description, "stage": document.stage?.phrase(language) ?? "–", "tag": tag,
            "word": word(language), "sort": document.sort.phrase(language), "hasSeries": !document.series.isEmpty,
            "series": document.series, "reviewDue": document.reviewDue(on: today)?.description ?? "–",
        ]
    }

    func view(_ language: Language) -> [String: Any] {
        let shown = policy.reforms.map { (reform: $0, own: documents(of: $0)) }
        let (inForce, late) = (
            documents.count { $0.isInForce(on: today) }, documents.count { $0.lateness(on: today) != nil }
        )
        let head: [String: Any] = [
            "code": policy.meta.code.text, "documentNumber": policy.meta.documentNumber,
            "choice": choice.view(language), "inForce": String(inForce),
            "late": String(late), "all": String(documents.count { !$0.isWithdrawn }), "hasCounts": !documents.isEmpty,
            "shown": String(shown.reduce(0) { $0 + $1.own.count }),
        ]
        let reforms = shown.map { reform, own -> [String: Any] in
            [
                "reform": String(reform.number), "text": reform.text, "hasDocuments": !own.isEmpty,
                "documents": own.map { Self.view($0, on: today, language) },
            ]
        }
        let counts = years.map { view($0, "year") } + series.map { view($0, "series") }
        return head.merging(["counts": counts, "reforms": reforms] as [String: Any]) { $1 }
            .merging(filters(language)) { $1 }
    }

    private func view(_ count: Content.Count, _ field: String) -> [String: String] {
        [
            "countName": count.name, "countAddress": address(field, count.name), "countAll": String(count.all),
            "countMaking": String(count.making), "countInForce": String(count.inForce),
            "countLate": String(count.late), "countTag": count.late > 0 ? "late" : "neutral",
        ]
    }

    /// The page with one filter alone.
    private func address(_ field: String, _ value: String) -> String {
        "/policy/reforms?document=\(policy.meta.code)&\(field)=\(PercentCoding.encode(value))"
    }

    /// The choices of each filter, what is chosen marked.
    private func filters(_ language: Language) -> [String: Any] {
        func choices(_ all: [(code: String, word: String)], _ chosen: String?) -> [[String: Any]] {
            all.map { ["code": $0.code, "word": $0.word, "isChosen": $0.code == chosen] }
        }
        let states = DocumentFilter.State.allCases.map { ($0.rawValue, $0.phrase(language)) }
        let stages = DocumentStage.allCases.map { ($0.rawValue, $0.phrase(language)) }
        let sorts = DocumentSort.allCases.map { ($0.rawValue, $0.phrase(language)) }
        return [
            "stateFilter": choices(states, filter.state?.rawValue),
            "stageFilter": choices(stages, filter.stage?.rawValue),
            "sortFilter": choices(sorts, filter.sort?.rawValue),
            "unitFilter": choices(Set(documents.map(\.unit)).sorted().map { ($0, $0) }, filter.unit),
            "seriesFilter": choices(series.map { ($0.name, $0.name) }, filter.series),
            "yearFilter": choices(years.map { ($0.name, $0.name) }, filter.year.map(String.init)),
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
            TableColumn(Phrase("政策", "Policy")) { .text($0.policy.text) },
            TableColumn(Phrase("改革", "Reform")) { .number($0.reform.number) },
            TableColumn(Phrase("序号", "No")) { .number($0.document.number) },
            TableColumn(Phrase("文件", "Document")) { .text($0.document.title) },
            TableColumn(Phrase("起草单位", "Unit")) { .text($0.document.unit) },
            TableColumn(Phrase("类别", "Sort")) { .text($0.document.sort.phrase(language)) },
            TableColumn(Phrase("制度组", "Series")) { .text($0.document.series) },
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
