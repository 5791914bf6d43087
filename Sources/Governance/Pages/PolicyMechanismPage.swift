import Kernel
import Web

/// A mechanism that a policy names: where it comes from, and where it works.
struct PolicyMechanismPage: Page {
    static let template = "Governance/PolicyMechanismPage"

    let policy: PolicyDocument
    let mechanism: PolicyMechanism
    let coverage: PolicyCoverage
    let pages: ProductPages
    let tasks: [TaskLine]

    struct Content: Encodable, Sendable {
        let policy: String
        let mechanism: Int
        let name: String
        let article: Int
        let extent: String
        let addresses: [String]
        let note: Phrase?
        let reforms: [Int]
        let projects: [Int]
        let tasks: [TaskLine.Content]
    }

    private var place: PolicyCoverage.Place? { coverage.place(of: mechanism.number, of: policy.meta.code) }
    private var extent: PolicyCoverage.Extent { coverage.extent(of: [mechanism], of: policy.meta.code) }

    func title(_ language: Language) -> String { mechanism.name }

    var content: Content {
        Content(
            policy: policy.meta.code.text, mechanism: mechanism.number, name: mechanism.name,
            article: mechanism.articleNumber, extent: extent.rawValue, addresses: place?.routes ?? [],
            note: place?.note, reforms: mechanism.reforms, projects: mechanism.projects, tasks: tasks.map(\.content))
    }

    func view(_ language: Language) -> [String: Any] {
        let article = policy.article(mechanism.articleNumber)
        return [
            "code": policy.meta.code.text, "documentNumber": policy.meta.documentNumber, "tag": extent.tag,
            "word": extent.phrase(language), "article": String(mechanism.articleNumber),
            "articleTitle": article.map { "\($0.writtenNumber)、\($0.title)" } ?? "–",
            "routes": pages.view(place?.routes ?? [], language),
            "note": (place?.note ?? extent.nothingTold)(language),
            "hasTasks": !tasks.isEmpty, "tasks": tasks.map { $0.view(language) },
            "reforms": policy.reforms.filter { mechanism.reforms.contains($0.number) }.map { ["text": $0.text] },
            "hasReforms": !mechanism.reforms.isEmpty,
            "projects": policy.projects.filter { mechanism.projects.contains($0.number) }.map { project in
                [
                    "name": project.name, "money": PolicyWords.money(project.investmentFen, language),
                    "source": PolicyWords.money(project.investmentFen, .chinese),
                ]
            },
            "hasProjects": !mechanism.projects.isEmpty,
        ]
    }
}
