public import Kernel

/// What a small map draws of the city's official boundaries.
public struct CityOutline: Sendable {
    /// One region.
    public struct Region: Sendable {
        let code: RegionCode
        let middle: MapPosition
        let rings: [[MapPosition]]

        /// One region: where its name stands, and closed lines around its pieces.
        public init(code: RegionCode, middle: MapPosition, rings: [[MapPosition]]) {
            self.code = code
            self.middle = middle
            self.rings = rings
        }
    }

    let regions: [Region]
    let source: String
    let approval: String?

    /// The outlines of regions, who made them, and under which number they may be shown in public.
    public init(regions: [Region], source: String, approval: String?) {
        self.regions = regions
        self.source = source
        self.approval = approval
    }
}
