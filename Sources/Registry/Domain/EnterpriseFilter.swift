public import Kernel

/// What a list of enterprises is narrowed to.
public struct EnterpriseFilter: Sendable, Equatable {
    /// A part of the name, the code or the credit code.
    public var text: String?
    /// The region.
    public var region: RegionCode?
    /// How the trade's code begins; trades in words count by the reviewed mapping.
    public var industry: String?
    /// The park.
    public var park: RegisterCode?
    /// The standing.
    public var standing: String?
    /// Whether the credit code has to be doubtful.
    public var doubt = Doubt.any

    /// Whether the credit code decides.
    public enum Doubt: String, Sendable, CaseIterable {
        /// It does not.
        case any
        /// Missing, or not as GB 32100 describes.
        case doubtful
    }

    /// All enterprises.
    public init() {}
}
