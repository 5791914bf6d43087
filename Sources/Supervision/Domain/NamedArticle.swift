import Facts
import Kernel
import Standards

/// The article of law that an officer names in an order, or when handing a case over: the proposed one confirmed, or
/// another. Which article is violated is for a person to say; that its text was in force is looked up.
struct NamedArticle: Sendable, Equatable {
    /// The field of the form that holds it.
    static let field = "article"
    /// The field of the step that tells how far it was looked up.
    static let markField = "article_mark"

    /// The field of the form that tells where a text stands that is not the proposed one.
    static let sourceField = "article_source"

    /// Where a text stands that an officer names.
    enum Source: String, Sendable, CaseIterable {
        /// In the table of laws with their days.
        case table
        /// Nowhere here: its full title is written in 《》.
        case another
    }

    /// How far it was looked up.
    enum Mark: String, Sendable, CaseIterable {
        /// It is what the figures propose for the day of the exceedance.
        case proposed
        /// The officer's own; the texts it cites were in force on that day.
        case inForce = "in-force"
        /// The officer's own; it cites a text whose days are not known.
        case named
    }

    /// What the officer wrote.
    let text: String
    let mark: Mark

    /// The article of a form, judged by the first day of the heaviest exceedance. Throws `CaseRefusal.article` when it
    /// names no article of a law, or one of a text that was not in force on that day.
    init(
        in form: [String: String], on subject: SupervisionCase, limit: ExceedanceGround?, rules: ClosedLoopRules
    ) throws(CaseRefusal) {
        let proposed = rules.proposedArticle(of: subject, limit: limit)
        let written = (form[Self.field] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !written.isEmpty else { throw .article(.missing, proposed: proposed) }
        text = written
        guard written != proposed else {
            mark = .proposed
            return
        }
        let cited = LawCitation.all(in: written, by: rules.laws)
        let day = subject.extent.firstHour.civil.date
        if let defect = Self.defect(of: cited, on: day, isOther: form[Self.sourceField] == Source.another.rawValue) {
            throw .article(defect, proposed: proposed)
        }
        mark = cited.contains { $0.texts.isEmpty } ? .named : .inForce
    }

    /// What keeps citations from naming an article; nil when nothing does.
    ///
    /// - Parameter isOther: Whether the officer says that a text is named which the timeline lacks.
    private static func defect(of cited: [LawCitation], on day: CivilDate, isOther: Bool) -> ArticleDefect? {
        for citation in cited where !citation.texts.contains(where: { $0.holds(on: day) }) {
            guard let newest = citation.texts.last else {
                if isOther { continue }
                return .unknown(title: citation.title)
            }
            return .notInForce(newest.absence(on: day))
        }
        let laws = cited.filter { $0.texts.isEmpty || $0.texts.contains(where: \.hasArticles) }
        guard let first = laws.first else { return .noLaw }
        guard laws.contains(where: { !$0.articles.isEmpty }) else { return .noArticle(law: first.title) }
        for citation in laws {
            guard let law = citation.texts.first(where: { $0.holds(on: day) }), let last = law.articles else {
                continue
            }
            if let beyond = citation.articles.first(where: { $0 > last }) {
                return .beyondLaw(law: law.name, article: beyond, articles: last)
            }
        }
        return nil
    }

    /// What its step keeps.
    var form: [String: String] { [Self.field: text, Self.markField: mark.rawValue] }
}

extension ClosedLoopRules {
    /// What the figures propose as violated by the heaviest exceedance of a case, as Chinese papers write it; nil for
    /// none, and where the kind of text that the limit stands in is not known.
    func proposedArticle(of subject: SupervisionCase, limit: ExceedanceGround?) -> String? {
        let bases = legalBases(of: subject.gravest, limit: limit).filter { $0.part == .violated }
        return bases.isEmpty ? nil : bases.map(\.basis.zh).joined(separator: "；")
    }
}

extension ClosedLoop {
    /// Whether an action names an article of law.
    static func namesArticle(_ action: CaseAction) -> Bool {
        form(of: action).contains { $0.name == NamedArticle.field }
    }
}
