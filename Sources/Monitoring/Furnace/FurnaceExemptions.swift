import Kernel
import Persistence

/// Which spans of time the marks of an enterprise take out of judging a furnace: starting, stopping, fault, accident,
/// warming (Order 10), as far as their allowed lengths reach.
struct FurnaceExemptions: Sendable {
    let matter: MeanMatter

    /// The exempt spans of an outlet within a range of time, an hour each, in order.
    func spans(
        _ outlet: OutletID, _ hours: Range<Instant>, _ access: any ReadAccess
    ) throws -> [Range<Instant>] {
        try matter.exemptHours(of: outlet, within: hours, in: access).map { $0..<$0.adding(hours: 1) }
    }
}
