import Facts
import Kernel

/// The figures of rule MON-01 that are not fixed by a text; they travel in the decision's input, so that an old
/// decision replays with the figures of its day.
struct JudgingParameters: Hashable, Sendable, Codable {
    /// So many hours without a valid value do not end an episode. Design value.
    let gapHoursMax: Int
    /// So far may a device's clock run ahead before its hours wait to be judged, in minutes. Design value.
    let clockLeadMinutesMax: Int
    /// The warning level is yellow from this multiple on. Design value.
    let yellowFrom: DecimalNumber
    /// Orange from this multiple on. Design value.
    let orangeFrom: DecimalNumber
    /// Red above this multiple. Design value.
    let redAbove: DecimalNumber

    /// So many means without a valid value do not end an episode: hours as above, no day. Design value.
    func gap(of period: MeanPeriod) -> Int64 { period == .hour ? Int64(gapHoursMax) : 0 }

    /// How far a changed mean reaches, in hours: one mean beyond the gap.
    func reach(of period: MeanPeriod) -> Int64 { (gap(of: period) + 1) * period.hours }

    /// `clockLeadMinutesMax` as moments are moved by it.
    var clockLead: Int64 { Int64(clockLeadMinutesMax) }
}
