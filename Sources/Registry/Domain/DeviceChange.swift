public import Kernel

/// A secret of a device.
public enum DeviceSecretKind: String, Sendable, CaseIterable {
    /// PW, six characters.
    case password
    /// An SM4 key of 16 bytes (HJ 212-2025).
    case encryptionKey = "sm4-key"
}

/// How a device confirmed a change.
public enum DeviceProof: String, Sendable, CaseIterable {
    /// It said so (9012, success).
    case told
    /// It sent a frame that rests on the new value.
    case used
}

/// Why a number or a secret of a device is not changed. Nothing has changed then.
public enum DeviceChangeRefusal: Error, Equatable {
    /// No such outlet.
    case unknownOutlet
    /// No device goes by this number.
    case unknownDevice
    /// A network code has 24 digits of 0-9 and A-F.
    case notANetworkCode
    /// Another outlet's logger is known by this number.
    case numberInUse
    /// A password has one to six letters or digits.
    case notAPassword
    /// It is believed already.
    case alreadyKnown
    /// As many values wait for their first use as may.
    case tooManyWaiting(max: Int)
}

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

extension DeviceSecretKind {
    var stored: DeviceSecretStore.Kind {
        switch self {
        case .password: .password
        case .encryptionKey: .encryptionKey
        }
    }
}

extension DeviceProof {
    var proof: Succession.Proof {
        switch self {
        case .told: .told
        case .used: .used
        }
    }
}
