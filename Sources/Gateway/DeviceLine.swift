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
    /// The edition that its last frames together show, and the check they are proven by: a request should keep to both.
    public internal(set) var manners: Manners
    /// How the encrypted data areas that it sent on this line stand on the wire; nil while it sent none.
    public internal(set) var areaForm: AreaForm?
}
