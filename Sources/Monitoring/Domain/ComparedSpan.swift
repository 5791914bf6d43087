import Facts
import Kernel

/// What must agree between a span that is kept and the one that the values give again. Whether it has ended depends on
/// the moment, so it is not compared.
struct ComparedSpan: Hashable, Sendable {
    let first: Instant
    let last: Instant
    /// How many means exceed.
    let means: Int
    let peak: DecimalNumber

    init(_ extent: ExceedanceExtent) {
        (first, last, means, peak) = (extent.firstHour, extent.lastHour, extent.hours, extent.peak)
    }
}
