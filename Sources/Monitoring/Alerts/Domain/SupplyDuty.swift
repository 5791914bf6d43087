import Kernel

/// The enterprise's duty to upload an hour that is missing and seems to exceed, or to mark why it cannot.
enum SupplyDuty {
    static let kind = "monitoring.supply-hour"

    static let phrase = Phrase("补传或标记缺失的小时值", "upload or mark the missing hour")

    /// Whom it is about: the outlet, and the alert behind it.
    static func reference(_ alert: EpisodeID, at outlet: OutletID) -> String { "\(outlet)@\(alert)" }

    /// The outlet that a reference names; nil for another reference.
    static func outlet(of reference: String) -> OutletID? {
        reference.split(separator: "@").first.flatMap { OutletID(String($0)) }
    }
}
