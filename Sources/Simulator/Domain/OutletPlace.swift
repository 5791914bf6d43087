public import Kernel

/// To whom an outlet of the simulated city belongs and where it lies. Names are invented and say so (示例).
public struct OutletPlace: Sendable, Equatable {
    /// The enterprise that answers for it; four outlets share one.
    public let enterprise: EnterpriseID
    /// The enterprise's name.
    public let enterpriseName: String
    /// The county-level region, one of the six of Shaoxing (GB/T 2260).
    public let region: RegionCode
    /// The outlet.
    public let outlet: OutletID
    /// Its number in the permit.
    public let outletNumber: String
    /// Its name.
    public let outletName: String

    /// How many outlets an enterprise has.
    private static let outletsPerEnterprise = 4
    private static let regions = ["330602", "330603", "330604", "330624", "330681", "330683"]

    /// The place of an outlet of the city.
    public init(of number: Int, medium: OutletMedium) {
        let owner = number / Self.outletsPerEnterprise + 1
        enterprise = EnterpriseID(checked: "SIM-E" + owner.padded(6))
        enterpriseName = "模拟企业" + owner.padded(6) + "号（示例）"
        region = RegionCode(checked: Self.regions[owner % Self.regions.count])
        let ordinal = (number % Self.outletsPerEnterprise + 1).padded(3)
        outletNumber = (medium == .stack ? "DA" : "DW") + ordinal
        outlet = OutletID(checked: "\(enterprise)-\(outletNumber)")
        outletName = (medium == .stack ? "模拟废气排放口" : "模拟废水排放口") + ordinal + "（示例）"
    }
}
