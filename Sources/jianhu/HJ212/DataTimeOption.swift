import ArgumentParser
import HJ212

/// The value of `--data-time`.
enum DataTimeOption: ExpressibleByArgument {
    case fixed(CivilStamp)
    /// The start of the last hour that is over.
    case lastHour

    init?(argument: String) {
        if argument == "last-hour" {
            self = .lastHour
        } else if argument.utf8.count == 14, let stamp = CivilStamp(argument) {
            self = .fixed(stamp)
        } else {
            return nil
        }
    }

    func stamp(now: CivilStamp) -> CivilStamp {
        switch self {
        case .fixed(let stamp): return stamp
        case .lastHour:
            let hour: Int64 = 3_600_000
            // The zone is a whole number of hours from UTC, so UTC hours and local hours begin together.
            return CivilStamp(millisecondsSince1970: now.millisecondsSince1970 / hour * hour - hour)
        }
    }
}
