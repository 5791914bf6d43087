public import Kernel

/// An SM4 key of a data logger (HJ 212-2025: 16 bytes, changed every 90 days).
public struct EncryptionKey: Sendable, Equatable, CustomStringConvertible {
    /// Days a key may be used.
    public static let daysMax: Int64 = 90

    /// The 16 bytes.
    public let bytes: [UInt8]
    /// When it was made, or entered.
    public let createdAt: Instant
    /// Which key of the device it is, counted from 1.
    public let generation: Int

    /// When it must be replaced.
    public var due: Instant { createdAt.adding(hours: Self.daysMax * 24) }

    /// The bytes are never part of a text.
    public var description: String { "SM4 key of \(createdAt.milliseconds)" }
}
