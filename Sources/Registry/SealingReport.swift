/// What the start-up step found among the device secrets.
public struct SealingReport: Sendable, Equatable {
    /// Secrets that stood in plain text and are sealed now.
    public let plainSealed: Int
    /// Secrets that an older key of the key file had sealed, and the newest seals now.
    public let sealedAnew: Int
    /// Secrets that were changed or moved by somebody else and do not open; their devices are not believed.
    public let broken: Int
    /// Whether remains of plain text still lie in the file.
    public let needsWiping: Bool
}
