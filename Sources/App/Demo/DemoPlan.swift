/// What a demonstration is made of.
public struct DemoPlan: Sendable {
    /// The folder that holds its database and its device password file.
    public let folder: String
    /// The share folder.
    public let share: String
    /// The seed of the curves; the same seed gives the same city.
    public let seed: UInt64
    /// How many enterprises the city is made with, of `enterprisesMin...enterprisesMax`.
    public let enterprises: Int

    /// The firms of the day, which every city has. A city of no more has a day behind it, a larger one thirty.
    public static let enterprisesMin = DemoCity.firmsOfDay
    /// As many enterprises are invented.
    public static let enterprisesMax = DemoCity.enterprisesMax

    /// What a demonstration is made of.
    ///
    /// - Precondition: So many enterprises are invented.
    public init(folder: String, share: String, seed: UInt64, enterprises: Int = Self.enterprisesMax) {
        precondition(
            (Self.enterprisesMin...Self.enterprisesMax).contains(enterprises), "only so many enterprises are invented")
        self.enterprises = enterprises
        self.folder = folder
        self.share = share
        self.seed = seed
    }

    /// How many days of history the city is made with.
    var days: Int64 { enterprises > Self.enterprisesMin ? 30 : 1 }

    /// The database file.
    public var databaseFile: String { folder + "/jianhu-demo.sqlite" }
}
