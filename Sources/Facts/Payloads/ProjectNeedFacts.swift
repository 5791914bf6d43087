public import Kernel

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
