public import Kernel

/// Something was found wrong with a data logger.
public struct DeviceFindingBegan: Fact {
    public static let kind = "devices.finding-began"
    /// The device.
    public let device: DeviceNumber
    /// The outlet it speaks for.
    public let outlet: OutletID
    /// What is wrong, as a stable code: `offline`, `clock-drift`, ….
    public let finding: String
    /// The figures it rests on, by name with unit.
    public let evidence: [String: String]

    /// Something wrong with a data logger.
    public init(device: DeviceNumber, outlet: OutletID, finding: String, evidence: [String: String]) {
        self.device = device
        self.outlet = outlet
        self.finding = finding
        self.evidence = evidence
    }
}

/// What was wrong with a data logger is so no longer.
public struct DeviceFindingEnded: Fact {
    public static let kind = "devices.finding-ended"
    /// The device.
    public let device: DeviceNumber
    /// The outlet it speaks for.
    public let outlet: OutletID
    /// What was wrong, as a stable code.
    public let finding: String
    /// When it had been found.
    public let began: Instant

    /// An ended finding.
    public init(device: DeviceNumber, outlet: OutletID, finding: String, began: Instant) {
        self.device = device
        self.outlet = outlet
        self.finding = finding
        self.began = began
    }
}
