import Kernel

/// What the list of parks is narrowed to.
struct ParkFilter: Sendable, Equatable {
    /// A part of the name, the code or the address.
    var text: String?
    /// The region.
    var region: RegionCode?
}
