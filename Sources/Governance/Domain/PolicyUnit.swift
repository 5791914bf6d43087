/// A unit that a policy gives tasks to.
struct PolicyUnit: Codable, Sendable, Equatable {
    /// As the document writes it.
    let name: String
    /// Whether it stands for several, as 有关部门(单位) does.
    let isCollective: Bool

    enum CodingKeys: String, CodingKey {
        case name = "unit"
        case isCollective = "collective"
    }
}
