/// Which outlets a list shows.
public struct OutletFilter: Sendable, Equatable {
    /// A part of the name or code of the outlet or its enterprise.
    public var text: String?
    /// What flows there.
    public var medium: Outlet.Medium?
    /// How the code of the enterprise's trade begins; trades in words count by the reviewed mapping.
    public var industry: String?
    /// The enterprise's park.
    public var park: RegisterCode?

    /// All outlets.
    public init() {}
}
