public import Kernel

/// A number of an outlet's logger.
public struct KnownNumber: Sendable, Equatable {
    /// The number.
    public let device: DeviceNumber
    /// Where it stands.
    public let standing: Standing
    /// Its passwords and keys, oldest first.
    public let secrets: [Secret]

    /// Where a value stands.
    public enum Standing: String, Sendable, CaseIterable {
        /// It waits for its first use.
        case next
        /// It is in force.
        case present
        /// It was, and is still believed.
        case former
    }

    /// How a value came up.
    public enum Origin: String, Sendable, CaseIterable {
        /// With the outlet.
        case registered
        /// By the platform's order.
        case ordered
        /// By hand.
        case entered
    }

    /// What is known of a password or key.
    public struct Secret: Sendable, Equatable {
        /// What it is.
        public let secret: DeviceSecret
        /// Its place in the order of coming up.
        public let generation: Int
        /// Where it stands.
        public let standing: Standing
        /// How it came up.
        public let origin: Origin
        /// When it was made or entered.
        public let createdAt: Instant?

        /// What is known of a password or key.
        public init(secret: DeviceSecret, generation: Int, standing: Standing, origin: Origin, createdAt: Instant?) {
            self.secret = secret
            self.generation = generation
            self.standing = standing
            self.origin = origin
            self.createdAt = createdAt
        }
    }

    /// A number of an outlet's logger.
    public init(device: DeviceNumber, standing: Standing, secrets: [Secret]) {
        self.device = device
        self.standing = standing
        self.secrets = secrets
    }
}
