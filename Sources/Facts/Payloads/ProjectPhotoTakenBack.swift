/// A photo of a project was taken back: it is shown no more.
public struct ProjectPhotoTakenBack: Fact {
    public static let kind = "governance.project-photo-taken-back"
    /// The policy.
    public let policy: String
    /// The number of its project.
    public let project: Int
    /// The photo, within the project.
    public let photo: Int
    /// Why; everybody can read it.
    public let reason: String

    /// A photo that was taken back.
    public init(policy: String, project: Int, photo: Int, reason: String) {
        self.policy = policy
        self.project = project
        self.photo = photo
        self.reason = reason
    }
}
