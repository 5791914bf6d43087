import HJ212
import Kernel
import Registry

/// What stands behind a simulated logger: the instruments of a firm's stack, of a firm's waste water, or of another
/// place of the city.
enum DemoInstruments: Sendable {
    case stack(DemoCurve)
    case wasteWater(DemoWaterCurve)
    case place(DemoPlaceCurve)

    /// The outlet they measure.
    var outlet: Outlet {
        switch self {
        case .stack(let curve): curve.firm.outlet
        case .wasteWater(let curve): curve.place.outlet
        case .place(let curve): curve.place.outlet
        }
    }

    /// Whether their logger speaks HJ 212-2025; the others speak 2017.
    var speaks2025: Bool {
        switch self {
        case .stack(let curve): curve.firm.speaks2025
        case .wasteWater: false
        case .place(let curve): curve.place.speaks2025
        }
    }

    /// The system code (ST) of their frames.
    var systemCode: String {
        switch outlet.medium {
        case .stack: "31"
        case .wasteWater: "32"
        }
    }

    /// The factor groups of a frame: real-time when `suffix` is `Rtd`, a mean when it is `Avg`.
    func items(at moment: Instant, suffix: String) -> [[Item]] {
        switch self {
        case .stack(let curve): curve.items(at: moment, suffix: suffix)
        case .wasteWater(let curve): curve.items(at: moment, suffix: suffix)
        case .place(let curve): curve.items(at: moment, suffix: suffix)
        }
    }

    /// The factor groups of an hour that is over: means of what its minutes said.
    func items(ofHour hour: Instant) -> [[Item]] {
        switch self {
        case .stack(let curve): curve.items(ofHour: hour)
        case .wasteWater(let curve): curve.items(ofHour: hour)
        case .place(let curve): curve.items(ofHour: hour)
        }
    }

    /// The factor groups of the day frame that is due when this hour is over; nil unless it is the last hour of its day
    /// and the logger uploads daily means.
    func dayItems(endedByHour hour: Instant) -> [[Item]]? {
        guard hour.civil.hour == 23 else { return nil }
        return switch self {
        case .stack: nil
        case .wasteWater(let curve): curve.dayItems(of: hour.civil.date)
        case .place(let curve): curve.dayItems(of: hour.civil.date)
        }
    }

    /// Whether its hours of this month and the one before are there from the start, so that their amounts can be seen.
    var hasMonths: Bool {
        switch self {
        case .stack(let curve): curve.firm.hasMonths
        case .wasteWater: true
        case .place: false
        }
    }

    /// Whether hours before a moment matter: for a story, or for a month's amounts.
    func tellsHours(before moment: Instant) -> Bool {
        switch self {
        case .stack, .wasteWater: hasMonths
        case .place(let curve): curve.tellsHours(before: moment)
        }
    }

    /// The five-minute means of a furnace that an hour which is over has brought; none without a furnace.
    func furnaceItems(ofHour hour: Instant) -> [(start: Instant, items: [[Item]])] {
        guard case .place(let curve) = self else { return [] }
        return curve.furnaceMoments(ofHour: hour).map { ($0, [curve.furnaceGroup(at: $0, "Avg")]) }
    }
}
