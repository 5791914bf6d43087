/// The gateway could not listen where it was told to: the port is taken, the address is not ours, or rights are
/// missing.
public struct GatewayBindFailure: Error {
    /// Address or host name from the settings.
    public let host: String
    /// Port from the settings.
    public let port: Int
    /// What the system said.
    public let underlying: any Error
}
