public import Kernel

/// A photo of a project was filed.
public struct ProjectPhotoFiled: Fact {
    public static let kind = "governance.project-photo-filed"
    /// The policy.
    public let policy: String
    /// The number of its project.
    public let project: Int
    /// 1, 2, 3 … within the project.
    public let photo: Int
    /// What it shows, for whoever cannot see it.
    public let shows: String
    /// When it was taken.
    public let day: CivilDate
    /// `image/jpeg` or `image/png`.
    public let mediaType: String
    /// In bytes.
    public let size_bytes: Int64
    /// Of its bytes.
    public let sha256: Digest256

    /// A photo.
    public init(
        policy: String, project: Int, photo: Int, shows: String, day: CivilDate, mediaType: String, size_bytes: Int64,
        sha256: Digest256
    ) {
        self.policy = policy
        self.project = project
        self.photo = photo
        self.shows = shows
        self.day = day
        self.mediaType = mediaType
        self.size_bytes = size_bytes
        self.sha256 = sha256
    }
}
