import Kernel

/// The enterprise's duties behind alerts of stacks: to upload what is missing, or to mark why it cannot.
enum SupplyDuty: String, Sendable, CaseIterable {
    /// An hour without its value, or its converted one.
    case hour = "monitoring.supply-hour"
    /// An hour beyond its limit where the day decides: to be looked into and marked, until the day's mean is there.
    case check = "monitoring.check-hour"
    /// A day without its uploaded mean.
    case day = "monitoring.supply-day"

    /// The duty of a kind; nil for the duties of others.
    init?(kind: String) { self.init(rawValue: kind) }

    /// As the book of duties has it.
    var kind: String { rawValue }

    var phrase: Phrase {
        switch self {
        case .hour: Phrase("补传或标记缺失的小时值", "upload or mark the missing hour")
        case .check: Phrase("核实超小时限值的时段，补传或标记", "look into the hours beyond their limit, correct or mark them")
        case .day: Phrase("补传缺失的日均值，或标记其小时值", "upload the missing daily mean, or mark its hours")
        }
    }

    /// Whom it is about: the outlet, and the alert behind it.
    static func reference(_ alert: EpisodeID, at outlet: OutletID) -> String { "\(outlet)@\(alert)" }

    /// The outlet that a reference names; nil for another reference.
    static func outlet(of reference: String) -> OutletID? {
        reference.split(separator: "@").first.flatMap { OutletID(String($0)) }
    }
}
