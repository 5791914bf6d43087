public import Kernel

/// The official boundary of a region.
public struct RegionGround: Sendable {
    let region: RegionCode
    let name: Phrase
    let pieces: [[[MapPosition]]]

    /// A region with its pieces of ground: each a ring around it and rings around its holes.
    public init(region: RegionCode, name: Phrase, pieces: [[[MapPosition]]]) {
        self.region = region
        self.name = name
        self.pieces = pieces
    }
}
