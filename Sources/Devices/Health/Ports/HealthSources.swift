public import Kernel
public import Persistence

/// What health asks of the rooms that keep frames and secrets; filled by `App`.
public protocol HealthSources: Sendable {
    /// The stored frames of an outlet whose data time lies in the hour that begins at `hour`, every version.
    func frames(of outlet: OutletID, hour: Instant, in access: any ReadAccess) throws -> [ArchivedFrame]
    /// How often bytes with a wrong CRC came that claimed this device, as far as they came last since a moment.
    func checksumFailures(of device: DeviceNumber, since: Instant, in access: any ReadAccess) throws -> Int
    /// The devices whose password is the one they are delivered with.
    func devicesWithDefaultPassword(in access: any ReadAccess) throws -> Set<DeviceNumber>
    /// When the SM4 key in force of each device that has one was made.
    func keysInForce(in access: any ReadAccess) throws -> [DeviceNumber: Instant]
    /// The regions of the city in their order, for the map.
    var regions: [HealthRegion] { get }
}

/// A stored frame.
public struct ArchivedFrame: Sendable {
    /// Its bytes.
    public let bytes: [UInt8]
    /// When it came.
    public let receivedAt: Instant

    /// A stored frame.
    public init(bytes: [UInt8], receivedAt: Instant) {
        self.bytes = bytes
        self.receivedAt = receivedAt
    }
}

/// A region of the city.
public struct HealthRegion: Sendable, Equatable {
    /// Its code.
    public let code: RegionCode
    /// Its name.
    public let name: Phrase

    /// A region of the city.
    public init(code: RegionCode, name: Phrase) {
        self.code = code
        self.name = name
    }
}
