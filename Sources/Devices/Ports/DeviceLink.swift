public import HJ212
public import Kernel

/// The lines to the loggers; filled by `App` from the gateway.
///
/// A device is connected once a frame of its line was stored, which proves its password.
public protocol DeviceLink: Sendable {
    /// The line on which a device speaks now; nil when it is not connected.
    func line(of device: DeviceNumber) async -> OpenLine?
    /// Hands bytes to the device's line. Returns at once: it never waits for the device to take them.
    func send(_ bytes: [UInt8], to device: DeviceNumber) async -> DeviceSending
    /// The line on which a logger without a number registered last; nil when it is not connected.
    func line(ofRegistrant registrant: String) async -> OpenLine?
    /// Hands bytes to that line.
    func send(_ bytes: [UInt8], toRegistrant registrant: String) async -> DeviceSending
}

/// What became of bytes that were handed to a line.
public enum DeviceSending: Sendable, Equatable {
    /// They are on their way.
    case sent
    /// The device has no line.
    case notConnected
    /// The line takes nothing more at present.
    case busy
}

/// A line on which a device speaks.
public struct OpenLine: Sendable, Equatable {
    /// Address and port of the other end; behind a carrier's gateway that is the gateway.
    public let remote: String
    /// Since when.
    public let since: Instant
    /// When its newest frame was stored.
    public let lastFrameAt: Instant
    /// The edition the device speaks there.
    public let edition: Dialect
    /// The check by which it proves its frames, and expects requests to be proven.
    public let crc: CRCVariant
    /// How the encrypted data areas that it sent here stand on the wire; nil while it sent none.
    public let areaForm: AreaForm?

    /// A line on which a device speaks.
    public init(
        remote: String, since: Instant, lastFrameAt: Instant, edition: Dialect, crc: CRCVariant = .hj212,
        areaForm: AreaForm? = nil
    ) {
        self.remote = remote
        self.since = since
        self.lastFrameAt = lastFrameAt
        self.edition = edition
        self.crc = crc
        self.areaForm = areaForm
    }
}
