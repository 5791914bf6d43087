/// A mechanism, system or work that a policy names.
struct PolicyMechanism: Codable, Sendable, Equatable {
    let number: Int
    let name: String
    let articleNumber: Int
    let tasks: [Int]
    let reforms: [Int]
    let projects: [Int]

    enum CodingKeys: String, CodingKey {
        case name, tasks, reforms, projects
        case number = "no"
        case articleNumber = "article_no"
    }
}
