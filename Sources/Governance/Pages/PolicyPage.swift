import Kernel
import Web

/// A policy and where in the product each of its mechanisms works, for anybody: computed, not typed.
struct PolicyPage: ListPage {
    static let template = "Governance/PolicyPage"

    let policy: PolicyDocument
    /// What can be chosen in its place.
    let choice: PolicySwitch
    let coverage: PolicyCoverage
    let pages: ProductPages
    let extent: PolicyCoverage.Extent?
    let shown: [PolicyMechanism]
    let next: String?

    struct Content: Encodable, Sendable {
        let policy: String
        let documentNumber: String
        let title: String
        let articles: Int
        let tasks: Int
        let reforms: Int
        let projects: Int
        let investmentFen: Int64
        let mechanisms: [Mechanism]
        let next: String?

        struct Mechanism: Encodable, Sendable {
            let mechanism: Int
            let name: String
            let article: Int
            let tasks: [Int]
            let extent: String
            let addresses: [String]
            let note: Phrase?
        }
    }

    private var code: PolicyCode { policy.meta.code }

    func title(_ language: Language) -> String { Phrase("政策落实对照", "What the policy promises")(language) }

    private func extent(of mechanism: PolicyMechanism) -> PolicyCoverage.Extent {
        coverage.extent(of: [mechanism], of: code)
    }

    /// What mechanisms of this policy may be: only one that came from outside has what nobody assessed.
    private var extents: [PolicyCoverage.Extent] {
        coverage.extents(of: code)
    }

    var content: Content {
        Content(
            policy: code.text, documentNumber: policy.meta.documentNumber, title: policy.meta.title,
            articles: policy.articles.count, tasks: policy.tasks.count, reforms: policy.reforms.count,
            projects: policy.projects.count, investmentFen: policy.investmentFen,
            mechanisms: shown.map { mechanism in
                let place = coverage.place(of: mechanism.number, of: code)
                return Content.Mechanism(
                    mechanism: mechanism.number, name: mechanism.name, article: mechanism.articleNumber,
                    tasks: mechanism.tasks, extent: extent(of: mechanism).rawValue, addresses: place?.routes ?? [],
                    note: place?.note)
            }, next: next)
    }

    func view(_ language: Language) -> [String: Any] {
        func count(_ extent: PolicyCoverage.Extent) -> String {
            String(policy.mechanisms.count { self.extent(of: $0) == extent })
        }
        return [
            "documentTitle": policy.meta.title, "documentNumber": policy.meta.documentNumber, "code": code.text,
            "issued": policy.meta.issued.description, "issuer": policy.meta.issuer,
            "counts": extents.map { extent -> [String: Any] in
                [
                    "tag": extent.tag, "word": extent.phrase(language), "count": count(extent), "code": extent.rawValue,
                    "isChosen": extent == self.extent,
                ]
            },
            "mechanismCount": String(policy.mechanisms.count), "taskCount": String(policy.tasks.count),
            "reformCount": String(policy.reforms.count), "projectCount": String(policy.projects.count),
            "investment": PolicyWords.money(policy.investmentFen, language),
            "source": PolicyWords.money(policy.investmentFen, .chinese),
            "choice": choice.view(language),
            "mechanisms": shown.map { line($0, language) }, "isEmpty": shown.isEmpty,
            "articles": policy.articles.map { article -> [String: Any] in
                let extent = coverage.extent(
                    of: policy.mechanisms.filter { $0.articleNumber == article.number }, of: code)
                return [
                    "number": String(article.number), "written": article.writtenNumber, "title": article.title,
                    "section": PolicyWords.section(article.section, language),
                    "sectionLanguage": PolicyWords.sectionLanguage(article.section, language), "tag": extent.tag,
                    "word": extent.phrase(language),
                ]
            },
            "hasNext": next != nil, "next": next ?? "",
        ]
    }

    private func line(_ mechanism: PolicyMechanism, _ language: Language) -> [String: Any] {
        let (place, extent) = (coverage.place(of: mechanism.number, of: code), extent(of: mechanism))
        return [
            "number": String(mechanism.number), "name": mechanism.name, "article": String(mechanism.articleNumber),
            "tag": extent.tag, "word": extent.phrase(language),
            "routes": pages.view(place?.routes ?? [], language),
            "note": (place?.note ?? extent.nothingTold)(language),
        ]
    }

    func tables(_ language: Language) -> [ListTable] {
        let (coverage, code) = (coverage, code)
        let columns: [TableColumn<PolicyMechanism>] = [
            TableColumn(Phrase("政策", "Policy")) { _ in .text(code.text) },
            TableColumn(Phrase("序号", "No")) { .number($0.number) },
            TableColumn(Phrase("机制", "Mechanism")) { .text($0.name) },
            TableColumn(Phrase("条", "Article")) { .number($0.articleNumber) },
            TableColumn(Phrase("任务", "Tasks")) { .text($0.tasks.map(String.init).joined(separator: " ")) },
            TableColumn(Phrase("建成情况", "Works")) { mechanism in
                .text(coverage.extent(of: [mechanism], of: code).phrase(language))
            },
            TableColumn(Phrase("所在页面", "Where")) { mechanism in
                .text(coverage.place(of: mechanism.number, of: code)?.routes.joined(separator: " "))
            },
            TableColumn(Phrase("说明", "What of it")) { mechanism in
                .text(coverage.place(of: mechanism.number, of: code)?.note(language))
            },
        ]
        return [ListTable(Phrase("机制", "Mechanisms"), shown, language, columns: columns)]
    }
}
