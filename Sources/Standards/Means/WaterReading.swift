public import Kernel

/// A valid reading of waste water with the water that ran by while it stood for the outlet.
public struct WaterReading: Hashable, Sendable, Codable {
    /// The concentration, mg/L as a rule; for pH the number itself.
    public let value: DecimalNumber
    /// The water of its period, m³; nil when the flow was not measured. Never below zero.
    public let volume: DecimalNumber?

    /// A reading; nil when its water is below zero, because no mean can be weighted with that.
    public init?(value: DecimalNumber, volume: DecimalNumber?) {
        guard volume.map({ $0 >= DecimalNumber(0) }) ?? true else { return nil }
        self.value = value
        self.volume = volume
    }
}
