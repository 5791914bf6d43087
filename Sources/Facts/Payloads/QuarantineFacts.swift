public import Kernel

/// Bytes that had been set aside were looked at again, because their cause was mended.
public struct QuarantineReprocessed: Fact {
    public static let kind = "monitoring.quarantine-reprocessed"
    /// How many entries were looked at.
    public let selected: Int
    /// How many of them are stored now.
    public let stored: Int
    /// How many of them had been stored before.
    public let repeated: Int
    /// How many of them stay in quarantine.
    public let remaining: Int
    /// The reason all of them had, when they were chosen by it.
    public let reason: String?
    /// The device all of them claimed, when they were chosen by it.
    public let device: DeviceNumber?

    /// A look at what had been set aside.
    public init(selected: Int, stored: Int, repeated: Int, remaining: Int, reason: String?, device: DeviceNumber?) {
        self.selected = selected
        self.stored = stored
        self.repeated = repeated
        self.remaining = remaining
        self.reason = reason
        self.device = device
    }
}

/// The quarantine was full and gave something up. At most one such fact an hour.
public struct QuarantineDropped: Fact {
    public static let kind = "monitoring.quarantine-dropped"
    /// How many different stretches were given up.
    public let entries: Int
    /// How often they had come.
    public let times: Int
    /// Their bytes.
    public let bytes: Int
    /// When the first of them was given up.
    public let from: Instant
    /// When the last of them was given up.
    public let to: Instant
    /// How many for which bound: `entries`, `bytes` of the whole, `address-entries`, `address-bytes` of one address.
    public let causes: [String: Int]

    /// What a full quarantine gave up.
    public init(entries: Int, times: Int, bytes: Int, from: Instant, to: Instant, causes: [String: Int]) {
        self.entries = entries
        self.times = times
        self.bytes = bytes
        self.from = from
        self.to = to
        self.causes = causes
    }
}

/// It was settled which check (CRC) frames of a device may carry.
public struct DeviceCheckSettled: Fact {
    public static let kind = "monitoring.device-check-settled"
    /// The device.
    public let device: DeviceNumber
    /// `hj212` for that of the standard alone; `modbus` or `modbus-swapped` for that beside it.
    public let crc: String
    /// Why.
    public let why: String

    /// A settled check.
    public init(device: DeviceNumber, crc: String, why: String) {
        self.device = device
        self.crc = crc
        self.why = why
    }
}
