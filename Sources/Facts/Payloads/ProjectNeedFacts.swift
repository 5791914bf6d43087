public import Kernel

/// A project needs land or a quota, and a unit is to grant it.
public struct ProjectNeedAsked: Fact {
    public static let kind = "governance.project-need-asked"
    /// The policy.
    public let policy: String
    /// The number of its project.
    public let project: Int
    /// 1, 2, 3 … within the project.
    public let need: Int
    /// `land`, `forest`, `discharge`, `energy` or `water`; it gives the unit of the amount.
    public let sort: String
    /// What exactly.
    public let what: String
    /// How much, in the unit of the sort.
    public let amount: DecimalNumber
    /// The unit that is to grant it, as policies write it.
    public let owner: String
    /// When it was asked for.
    public let day: CivilDate

    /// A need.
    public init(
        policy: String, project: Int, need: Int, sort: String, what: String, amount: DecimalNumber, owner: String,
        day: CivilDate
    ) {
        self.policy = policy
        self.project = project
        self.need = need
        self.sort = sort
        self.what = what
        self.amount = amount
        self.owner = owner
        self.day = day
    }
}

/// What a project needs was granted.
public struct ProjectNeedGranted: Fact {
    public static let kind = "governance.project-need-granted"
    /// The policy.
    public let policy: String
    /// The number of its project.
    public let project: Int
    /// The need within the project.
    public let need: Int
    /// When.
    public let day: CivilDate
    /// By which document.
    public let document: String

    /// A need that is met.
    public init(policy: String, project: Int, need: Int, day: CivilDate, document: String) {
        self.policy = policy
        self.project = project
        self.need = need
        self.day = day
        self.document = document
    }
}

/// A project lies at this place; the last one counts.
public struct ProjectPlaced: Fact {
    public static let kind = "governance.project-placed"
    /// The policy.
    public let policy: String
    /// The number of its project.
    public let project: Int
    /// In degrees, CGCS2000.
    public let longitude: DecimalNumber
    /// In degrees, CGCS2000.
    public let latitude: DecimalNumber

    /// A place.
    public init(policy: String, project: Int, longitude: DecimalNumber, latitude: DecimalNumber) {
        self.policy = policy
        self.project = project
        self.longitude = longitude
        self.latitude = latitude
    }
}

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
