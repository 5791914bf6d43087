import Kernel
import Web

/// An article of a policy: its text, what it names, which tasks serve it.
struct PolicyArticlePage: Page {
    static let template = "Governance/PolicyArticlePage"

    let policy: PolicyDocument
    let article: PolicyArticle
    let coverage: PolicyCoverage
    let tasks: [TaskLine]

    struct Content: Encodable, Sendable {
        let policy: String
        let article: Int
        let section: String
        let title: String
        let text: String
        /// How far all that the article names works.
        let extent: String
        let mechanisms: [Mechanism]
        let tasks: [TaskLine.Content]

        struct Mechanism: Encodable, Sendable {
            let mechanism: Int
            let name: String
            let extent: String
        }
    }

    private var mechanisms: [PolicyMechanism] {
        policy.mechanisms.filter { $0.articleNumber == article.number }
    }

    func title(_ language: Language) -> String {
        Phrase("第\(article.writtenNumber)条 \(article.title)", "Article \(article.number) \(article.title)")(language)
    }

    var content: Content {
        Content(
            policy: policy.meta.code.text, article: article.number, section: article.section, title: article.title,
            text: article.text, extent: coverage.extent(of: mechanisms, of: policy.meta.code).rawValue,
            mechanisms: mechanisms.map {
                .init(
                    mechanism: $0.number, name: $0.name,
                    extent: coverage.extent(of: [$0], of: policy.meta.code).rawValue)
            }, tasks: tasks.map(\.content))
    }

    func view(_ language: Language) -> [String: Any] {
        let code = policy.meta.code
        return [
            "code": code.text, "documentNumber": policy.meta.documentNumber,
            "section": PolicyWords.section(article.section, language),
            "sectionLanguage": PolicyWords.sectionLanguage(article.section, language),
            "text": article.text, "hasTasks": !tasks.isEmpty, "tasks": tasks.map { $0.view(language) },
            "hasMechanisms": !mechanisms.isEmpty,
            "mechanisms": mechanisms.map { mechanism -> [String: Any] in
                let extent = coverage.extent(of: [mechanism], of: code)
                return [
                    "number": String(mechanism.number), "name": mechanism.name, "tag": extent.tag,
                    "word": extent.phrase(language),
                ]
            },
        ]
    }
}
