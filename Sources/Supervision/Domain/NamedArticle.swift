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

    /// How far it was looked up.
    enum Mark: String, Sendable, CaseIterable {
        /// It is what the figures propose for the day of the exceedance.
        case proposed
        /// The officer's own; the texts it cites were in force on that day.
        case inForce = "in-force"
        /// The officer's own; it cites no text whose days are known.
        case named
    }

    /// What the officer wrote.
    let text: String
    let mark: Mark

    /// The article of a form, judged by the first day of the heaviest exceedance. Throws `CaseRefusal.article` when
    /// none is named, or one of a text that was not in force on that day.
    init(
        in form: [String: String], on subject: SupervisionCase, limitStandard: String?, rules: ClosedLoopRules
    ) throws(CaseRefusal) {
        let proposed = rules.proposedArticle(of: subject, limitStandard: limitStandard)
        let written = (form[Self.field] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !written.isEmpty else { throw .article(absence: nil, proposed: proposed) }
        text = written
        guard written != proposed else {
            mark = .proposed
            return
        }
        let day = subject.extent.firstHour.civil.date
        let cited = rules.laws.texts.filter { text in
            (text.cited + [text.name.zh, text.name.en]).contains { written.contains($0) }
        }
        if let gone = cited.first(where: { !$0.holds(on: day) }) {
            throw .article(absence: gone.absence(on: day), proposed: proposed)
        }
        mark = cited.isEmpty ? .named : .inForce
    }

    /// What its step keeps.
    var form: [String: String] { [Self.field: text, Self.markField: mark.rawValue] }
}

extension ClosedLoopRules {
    /// What the figures propose to name for the heaviest exceedance of a case, as Chinese papers write it; nil for
    /// none.
    func proposedArticle(of subject: SupervisionCase, limitStandard: String?) -> String? {
        let bases = legalBases(of: subject.gravest, limitStandard: limitStandard)
        return bases.isEmpty ? nil : bases.map(\.basis.zh).joined(separator: "；")
    }
}

extension ClosedLoop {
    /// Whether an action names an article of law.
    static func namesArticle(_ action: CaseAction) -> Bool {
        form(of: action).contains { $0.name == NamedArticle.field }
    }
}
