import Kernel

/// The effective value of one factor in one period of minutes, as the device sent it.
struct MinuteValue: Hashable, Sendable {
    /// The start of the period, a full minute.
    let start: Instant
    /// As measured.
    let average: DecimalNumber?
    /// As the device converted it.
    let converted: DecimalNumber?
    /// The mark as sent.
    let mark: String?
    /// The frame it came in.
    let frame: Digest256

    /// Whether its mark lets it count.
    var isValid: Bool { mark == nil || mark == "N" }
}
