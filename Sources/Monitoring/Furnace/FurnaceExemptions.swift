public import Kernel
public import Persistence

/// Which spans of time the marks of an enterprise take out of judging a furnace: starting, stopping, fault, accident,
/// warming (Order 10), as far as their allowed lengths reach.
public struct FurnaceExemptions: Sendable {
    /// The exempt spans of an outlet that touch a range of time, in any order.
    let spans: @Sendable (OutletID, Range<Instant>, any ReadAccess) throws -> [Range<Instant>]

    /// By whoever keeps the marks.
    public init(
        _ spans: @escaping @Sendable (OutletID, Range<Instant>, any ReadAccess) throws -> [Range<Instant>]
    ) {
        self.spans = spans
    }

    /// No marks are kept: every window is judged.
    public static let none = FurnaceExemptions { _, _, _ in [] }
}
