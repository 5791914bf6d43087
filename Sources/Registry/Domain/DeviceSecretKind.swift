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
