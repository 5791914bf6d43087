/// What became of bytes that were to be sent to a device.
public enum SendOutcome: Sendable, Equatable {
    /// Handed to the network. Whether the device takes them shows in its answer only.
    case sent
    /// No open line is known on which the device has proven itself.
    case notConnected
    /// Its line is being closed: wait for the device to come back.
    case closing
    /// The device has not taken what was sent before; nothing was queued.
    case busy
}
