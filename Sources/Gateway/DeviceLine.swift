public import HJ212
public import Kernel

/// A device that is connected: the line it speaks on and the manners it shows there.
public struct DeviceLine: Sendable, Equatable {
    /// The MN of the device, as it sends it.
    public let device: String
    /// Address and port of the peer, such as `192.0.2.7:51000`; behind a carrier's gateway that is the gateway.
    public let remote: String
    /// When the device first proved itself on this line.
    public let since: Instant
    /// When its newest stored frame came.
    public internal(set) var lastFrameAt: Instant
    /// The edition its frames show; a frame whose signs are too few does not take an edition back.
    public internal(set) var dialect: Dialect
    /// The check its frames are proven by, with which a request should be sent.
    public internal(set) var crc: CRCVariant
    /// How the encrypted data areas that it sent on this line stand on the wire; nil while it sent none.
    public internal(set) var areaForm: AreaForm?
}
