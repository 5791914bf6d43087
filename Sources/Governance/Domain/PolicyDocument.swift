import Kernel

/// A policy as data: what it says, whom it asks, what it names. Texts are the document's own, to the letter.
struct PolicyDocument: Codable, Sendable, Equatable {
    let meta: Meta
    var articles: [PolicyArticle]
    var units: [PolicyUnit]
    var tasks: [PolicyTask]
    var reforms: [PolicyReform]
    var projects: [PolicyProject]
    var mechanisms: [PolicyMechanism]
    /// Where its mechanisms work, when its file tells; nil where nobody assessed it, and of the shipped policy, whose
    /// coverage comes with the program.
    var coverage: [PolicyCoverage.Place]?

    /// Where a document comes from.
    struct Meta: Codable, Sendable, Equatable {
        let code: PolicyCode
        /// 绍政办发〔2020〕19号.
        let documentNumber: String
        let title: String
        let issued: CivilDate
        let issuer: String

        enum CodingKeys: String, CodingKey {
            case code, title, issued, issuer
            case documentNumber = "doc_no"
        }
    }

    /// What its projects are planned to cost, in fen.
    var investmentFen: Int64 { projects.reduce(0) { $0 + $1.investmentFen } }

    /// A task by its number.
    func task(_ number: Int) -> PolicyTask? { tasks.first { $0.number == number } }

    /// An article by its number.
    func article(_ number: Int) -> PolicyArticle? { articles.first { $0.number == number } }

    /// A mechanism by its number.
    func mechanism(_ number: Int) -> PolicyMechanism? { mechanisms.first { $0.number == number } }

    /// The sections, in the order of their tasks.
    var sections: [(number: Int, title: String)] {
        var seen: Set<Int> = []
        return articles.filter { seen.insert($0.sectionNumber).inserted }.map { ($0.sectionNumber, $0.section) }
    }
}
