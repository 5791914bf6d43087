public import Kernel

/// A secret that the platform ordered a device to take.
public struct OrderedSecret: Sendable, Equatable, CustomStringConvertible {
    /// Which one, counted from 1.
    public let generation: Int
    /// Its bytes, as they go into the request.
    public let bytes: [UInt8]
    /// When it was made.
    public let createdAt: Instant

    /// The bytes are never part of a text.
    public var description: String { "secret \(generation)" }
}
