import HJ212
import Kernel
import Registry

/// What stands behind a simulated logger: the instruments of a stack or of a waste-water outlet.
enum DemoInstruments: Sendable {
    case stack(DemoCurve)
    case wasteWater(DemoWaterCurve)

    /// The outlet they measure.
    var outlet: Outlet {
        switch self {
        case .stack(let curve): curve.firm.outlet
        case .wasteWater(let curve): curve.place.outlet
        }
    }

    /// Whether their logger speaks HJ 212-2025; the others speak 2017.
    var speaks2025: Bool {
        switch self {
        case .stack(let curve): curve.firm.speaks2025
        case .wasteWater: false
        }
    }

    /// The system code (ST) of their frames.
    var systemCode: String {
        switch self {
        case .stack: "31"
        case .wasteWater: "32"
        }
    }

    /// The factor groups of a frame: real-time when `suffix` is `Rtd`, a mean when it is `Avg`.
    func items(at moment: Instant, suffix: String) -> [[Item]] {
        switch self {
        case .stack(let curve): curve.items(at: moment, suffix: suffix)
        case .wasteWater(let curve): curve.items(at: moment, suffix: suffix)
        }
    }

    /// The factor groups of an hour that is over: means of what its minutes said.
    func items(ofHour hour: Instant) -> [[Item]] {
        switch self {
        case .stack(let curve): curve.items(ofHour: hour)
        case .wasteWater(let curve): curve.items(ofHour: hour)
        }
    }

    /// The factor groups of the day frame that is due when this hour is over; nil unless it is the last hour of its day
    /// and the logger uploads daily means.
    func dayItems(endedByHour hour: Instant) -> [[Item]]? {
        switch self {
        case .stack: nil
        case .wasteWater(let curve): hour.civil.hour == 23 ? curve.dayItems(of: hour.civil.date) : nil
        }
    }

    /// Whether its hours of this month and the one before are there from the start, so that their amounts can be seen.
    var hasMonths: Bool {
        switch self {
        case .stack(let curve): curve.firm.hasMonths
        case .wasteWater: true
        }
    }
}
