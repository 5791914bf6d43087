/// A text of law that a sentence names, with the numbers of the articles that it names behind it.
public struct LawCitation: Sendable, Equatable {
    /// The name as the sentence has it, without the marks of a title.
    public let title: String
    /// The versions of the text that the timeline knows; empty when it knows none of this name.
    public let texts: [LegalTimeline.Text]
    /// The numbers of its articles (第N条), in the order of the sentence.
    public internal(set) var articles: [Int] = []

    /// Every text that a sentence names: titles in 《》 whether the timeline knows them or not, and beside them the
    /// names that it knows. The longest name counts where one is part of another.
    public static func all(in sentence: String, by timeline: LegalTimeline) -> [LawCitation] {
        LawReader(sentence, timeline).citations()
    }
}
