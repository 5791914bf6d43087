public import Kernel

/// A number by which an outlet's logger is known, with what is known of its secrets; never the secrets themselves.
public struct DeviceNumberStanding: Sendable, Equatable {
    /// The number.
    public let device: DeviceNumber
    /// `next`, `present` or `former`.
    public let standing: String
    /// Its passwords and keys, oldest first.
    public let secrets: [Secret]

    /// What is known of a secret.
    public struct Secret: Sendable, Equatable {
        /// What it is.
        public let kind: DeviceSecretKind
        /// Which one, counted from 1.
        public let generation: Int
        /// `next`, `present` or `former`.
        public let standing: String
        /// `registered`, `ordered` or `entered`.
        public let origin: String
        /// When it was made or entered; nil for passwords of the registration.
        public let createdAt: Instant?
    }
}
