/// An article of a policy.
struct PolicyArticle: Codable, Sendable, Equatable {
    let number: Int
    /// The number in the document's own writing, 二十二.
    let writtenNumber: String
    let sectionNumber: Int
    let section: String
    let title: String
    let text: String

    enum CodingKeys: String, CodingKey {
        case section, title, text
        case number = "no"
        case writtenNumber = "no_cn"
        case sectionNumber = "section_no"
    }
}
