public import Kernel

/// An enterprise entered the dynamic source base.
public struct EnterpriseRegistered: Fact {
    public static let kind = "registry.enterprise-registered"
    /// The enterprise.
    public let enterprise: EnterpriseID
    /// Its name.
    public let name: String
    /// What was entered, by field of the register; nil in facts from before the register kept histories.
    public let particulars: [String: String]?

    /// A registered enterprise.
    public init(enterprise: EnterpriseID, name: String, particulars: [String: String]? = nil) {
        self.enterprise = enterprise
        self.name = name
        self.particulars = particulars
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
    /// What was entered, by field of the register; nil in facts from before the register kept histories.
    public let particulars: [String: String]?

    /// A registered outlet.
    public init(outlet: OutletID, name: String, device: DeviceNumber, particulars: [String: String]? = nil) {
        self.outlet = outlet
        self.name = name
        self.device = device
        self.particulars = particulars
    }
}

/// A device was given a new SM4 key, which waits for its first use. The key itself stands in the register only, sealed.
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

/// A device was given a new password, which waits for its first use. The password itself stands in the register only,
/// sealed.
public struct DevicePasswordSet: Fact {
    public static let kind = "registry.device-password-set"
    /// The data logger.
    public let device: DeviceNumber
    /// The outlet it speaks for.
    public let outlet: OutletID
    /// Which password of the device this is, counted from 1.
    public let generation: Int

    /// A new password of a device.
    public init(device: DeviceNumber, outlet: OutletID, generation: Int) {
        self.device = device
        self.outlet = outlet
        self.generation = generation
    }
}

/// A device confirmed a new password or key, so that it is in force.
public struct DeviceSecretConfirmed: Fact {
    public static let kind = "registry.device-secret-confirmed"
    /// The data logger.
    public let device: DeviceNumber
    /// The outlet it speaks for.
    public let outlet: OutletID
    /// `password` or `sm4-key`.
    public let secret: String
    /// Which one.
    public let generation: Int
    /// `told` by 9012, or `used` in a frame.
    public let proof: String

    /// A confirmed secret of a device.
    public init(device: DeviceNumber, outlet: OutletID, secret: String, generation: Int, proof: String) {
        self.device = device
        self.outlet = outlet
        self.secret = secret
        self.generation = generation
        self.proof = proof
    }
}

/// An outlet's data logger is to get a new device number (MN); until it has, both numbers are known.
public struct DeviceNumberAssigned: Fact {
    public static let kind = "registry.device-number-assigned"
    /// The outlet.
    public let outlet: OutletID
    /// The new number.
    public let device: DeviceNumber

    /// A new number for an outlet's logger.
    public init(outlet: OutletID, device: DeviceNumber) {
        self.outlet = outlet
        self.device = device
    }
}

/// A data logger goes by its new number; the register follows.
public struct DeviceNumberConfirmed: Fact {
    public static let kind = "registry.device-number-confirmed"
    /// The outlet.
    public let outlet: OutletID
    /// The number now.
    public let device: DeviceNumber
    /// The number before, which stays known.
    public let former: DeviceNumber
    /// `told` by 9012, or `used` in a frame.
    public let proof: String

    /// A number that its logger goes by.
    public init(outlet: OutletID, device: DeviceNumber, former: DeviceNumber, proof: String) {
        self.outlet = outlet
        self.device = device
        self.former = former
        self.proof = proof
    }
}

/// An entry of the register (a site, a facility, a contact …) was entered.
public struct RegisterEntryEntered: Fact {
    public static let kind = "registry.entry-entered"
    /// What it is, `site` for instance.
    public let record: String
    /// Its code.
    public let code: String
    /// What was entered, by field; personal data as a mask.
    public let values: [String: String]

    /// An entered entry.
    public init(record: String, code: String, values: [String: String]) {
        self.record = record
        self.code = code
        self.values = values
    }
}
