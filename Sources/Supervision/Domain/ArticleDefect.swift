public import Kernel

/// Why what an officer wrote names no article of law.
public enum ArticleDefect: Equatable, Sendable {
    /// Nothing was written.
    case missing
    /// It names no law that the timeline knows, nor the title of another one.
    case noLaw
    /// A title that the timeline does not know, and the officer did not say that it is another text.
    case unknown(title: String)
    /// It names a law, but no article of it by its number.
    case noArticle(law: String)
    /// A law of fewer articles.
    case beyondLaw(law: Phrase, article: Int, articles: Int)
    /// A text that was not in force on the day of the exceedance, in words.
    case notInForce(Phrase)

    /// What is wrong, as people read it.
    var phrase: Phrase {
        switch self {
        case .missing: Phrase("请指明适用的法律条款", "name the article of law that applies")
        case .noLaw:
            Phrase(
                "没有写明法律名称：系统法律表中的文本，或者写全称并加书名号",
                "it names no law: one that is known here, or the full title of another in 《》")
        case .unknown(let title):
            Phrase("系统法律表中没有《\(title)》", "《\(title)》 is not in the table of laws")
        case .noArticle(let law):
            Phrase("没有写明“\(law)”的条款号，如 第九十九条第一款第（二）项", "it names no article of \(law), such as 第九十九条 or 第99条")
        case .beyondLaw(let law, let article, let articles):
            Phrase(
                "\(law.zh)共 \(articles) 条，没有第 \(article) 条",
                "\(law.en) has \(articles) articles, and no article \(article)")
        case .notInForce(let absence): absence
        }
    }

    /// What to do about it.
    ///
    /// - Parameter proposed: The article that is proposed for the day; nil for none.
    func remedy(proposed: String?) -> Phrase {
        if case .unknown = self {
            return Phrase(
                "请核对名称；确为表中没有的文本，请在“条款出处”中选“另一文本”",
                "check its name; if it is a text that the table lacks, choose “another text”")
        }
        return proposed.map {
            Phrase("超标当日施行的条款，系统建议：\($0)", "in force on the day of the exceedance is, as proposed: \($0)")
        } ?? Phrase("请写明超标当日施行的法律及条款", "name an article of a text that was in force on that day")
    }
}
