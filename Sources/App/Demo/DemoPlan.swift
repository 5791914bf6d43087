/// What a demonstration is made of.
public struct DemoPlan: Sendable {
    /// The folder that holds its database and its device password file.
    public let folder: String
    /// The share folder.
    public let share: String
    /// The seed of the curves; the same seed gives the same city.
    public let seed: UInt64

    /// What a demonstration is made of.
    public init(folder: String, share: String, seed: UInt64) {
        self.folder = folder
        self.share = share
        self.seed = seed
    }

    /// The database file.
    public var databaseFile: String { folder + "/jianhu-demo.sqlite" }
}
