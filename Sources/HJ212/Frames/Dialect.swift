/// The edition whose manners a frame shows.
public enum Dialect: String, Sendable, Hashable, CaseIterable {
    case hjt2005 = "2005"
    case hj2017 = "2017"
    case hj2025 = "2025"
    /// The signs are too few or contradict one another.
    case unknown

    /// The name used in JSON.
    public var jsonName: String { rawValue }
}
