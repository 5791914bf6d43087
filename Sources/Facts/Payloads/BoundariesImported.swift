public import Kernel

/// Official boundaries were imported, in the place of those before.
public struct BoundariesImported: Fact {
    public static let kind = "registry.boundaries-imported"
    /// The regions that have one now.
    public let regions: [RegionCode]
    /// How many positions they have in all.
    public let positions: Int
    /// The frame of the file's degrees, `wgs-84`, `cgcs2000` or `gcj-02` (turned back).
    public let frame: String
    /// The file or the office.
    public let source: String
    /// The number under which the map may be shown in public (审图号), when there is one.
    public let approval: String?
    /// The file's digest.
    public let sha256: Digest256

    /// Imported boundaries.
    public init(
        regions: [RegionCode], positions: Int, frame: String, source: String, approval: String?, sha256: Digest256
    ) {
        self.regions = regions
        self.positions = positions
        self.frame = frame
        self.source = source
        self.approval = approval
        self.sha256 = sha256
    }
}
