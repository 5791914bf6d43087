public import Kernel

/// A discharge outlet (排放口) and the data logger that speaks for it.
public struct Outlet: Sendable, Equatable {
    /// Its identifier here.
    public let id: OutletID
    /// The enterprise that answers for it.
    public let enterprise: EnterpriseID
    /// The number in the permit, for example `DA001`.
    public let number: String
    /// Its name.
    public let name: String
    /// What leaves through it.
    public let medium: Medium
    /// The MN of its data logger (数采仪).
    public let device: DeviceNumber

    /// What leaves through an outlet.
    public enum Medium: String, Sendable, CaseIterable {
        /// 废气: a stack.
        case stack
        /// 废水: waste water.
        case wasteWater = "waste-water"
    }

    /// An outlet.
    public init(
        id: OutletID, enterprise: EnterpriseID, number: String, name: String, medium: Medium, device: DeviceNumber
    ) {
        self.id = id
        self.enterprise = enterprise
        self.number = number
        self.name = name
        self.medium = medium
        self.device = device
    }
}
