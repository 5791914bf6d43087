public import Kernel

/// An enterprise entered the dynamic source base.
public struct EnterpriseRegistered: Fact {
    public static let kind = "registry.enterprise-registered"
    /// The enterprise.
    public let enterprise: EnterpriseID
    /// Its name.
    public let name: String

    /// A registered enterprise.
    public init(enterprise: EnterpriseID, name: String) {
        self.enterprise = enterprise
        self.name = name
    }
}

/// An outlet entered the dynamic source base.
public struct OutletRegistered: Fact {
    public static let kind = "registry.outlet-registered"
    /// The outlet.
    public let outlet: OutletID
    /// Its name.
    public let name: String
    /// The data logger that speaks for it.
    public let device: DeviceNumber

    /// A registered outlet.
    public init(outlet: OutletID, name: String, device: DeviceNumber) {
        self.outlet = outlet
        self.name = name
        self.device = device
    }
}

/// A limit of an outlet was recorded, with the days it holds.
public struct LimitRecorded: Fact {
    public static let kind = "monitoring.limit-recorded"
    /// The outlet.
    public let outlet: OutletID
    /// The pollutant.
    public let pollutant: PollutantCode
    /// The limit in mg/m³.
    public let limit: DecimalNumber
    /// The first day it holds.
    public let validFrom: CivilDate
    /// The last day it holds; nil while it does.
    public let validTo: CivilDate?
    /// Where it is written, for example the permit's number.
    public let source: String

    /// A recorded limit.
    public init(
        outlet: OutletID, pollutant: PollutantCode, limit: DecimalNumber, validFrom: CivilDate, validTo: CivilDate?,
        source: String
    ) {
        self.outlet = outlet
        self.pollutant = pollutant
        self.limit = limit
        self.validFrom = validFrom
        self.validTo = validTo
        self.source = source
    }
}

/// A device was given a new SM4 key. The key itself is nowhere but sealed in the register.
public struct DeviceKeySet: Fact {
    public static let kind = "registry.device-key-set"
    /// The data logger.
    public let device: DeviceNumber
    /// The outlet it speaks for.
    public let outlet: OutletID
    /// Which key of the device this is, counted from 1.
    public let generation: Int

    /// A new key of a device.
    public init(device: DeviceNumber, outlet: OutletID, generation: Int) {
        self.device = device
        self.outlet = outlet
        self.generation = generation
    }
}
