/// Where boundaries come from.
public struct BoundarySource: Sendable, Equatable {
    /// The file or the office, in words.
    public let name: String
    /// The number under which the map may be shown in public (审图号); nil without one.
    public let approval: String?

    /// Where boundaries come from.
    public init(name: String, approval: String?) {
        self.name = name
        self.approval = approval
    }
}
