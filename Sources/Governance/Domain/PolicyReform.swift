/// A reform that a policy orders.
struct PolicyReform: Codable, Sendable, Equatable {
    let number: Int
    let text: String

    enum CodingKeys: String, CodingKey {
        case text
        case number = "no"
    }
}
