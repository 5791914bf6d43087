public import Kernel
public import Persistence

/// Secrets of devices: passwords and SM4 keys. They leave this room opened, are held in memory only, and are part of no
/// log line, page or fact.
extension RegistryRoom {
    /// The password that loggers leave their factory with: a finding of device health, not a refusal.
    public static let defaultDevicePassword = "123456"

    /// Seals what stands in plain text since before there was a key file, and what an older key of the file sealed.
    /// Doing it again changes nothing. Opens every secret, so that a wrong key file shows at the start.
    ///
    /// - Throws: `SecretBox.Refusal.foreignKey` when the key file lacks a key that is in use.
    public func sealSecrets(in access: any WriteAccess) throws -> SealingReport {
        let plain = try DeviceSecretStore.sealPlain(with: secrets, in: access)
        let (changed, broken) = try DeviceSecretStore.sealAnew(with: secrets, in: access)
        return SealingReport(
            plainSealed: plain, sealedAnew: changed, broken: broken,
            needsWiping: try DeviceSecretStore.isWipingDue(in: access))
    }

    /// Whether the database holds a sealed secret, so that it needs its key file.
    public static func holdsSealedSecrets(in access: any ReadAccess) throws -> Bool {
        try DeviceSecretStore.holdsSealed(in: access)
    }

    /// Notes that remains of plain text were wiped from the file.
    public func noteWiping(in access: any WriteAccess) throws {
        try DeviceSecretStore.noteWiping(in: access)
    }

    /// Devices in sight whose password is the factory's, by number.
    public func devicesWithDefaultPassword(scope: Scope, in access: any ReadAccess) throws -> [DeviceNumber] {
        var devices: [DeviceNumber] = []
        try DeviceSecretStore.forEach(.password, scope: scope, in: access) { secret in
            let password = String(decoding: try DeviceSecretStore.open(secret, with: secrets), as: UTF8.self)
            if password == Self.defaultDevicePassword { devices.append(secret.device) }
        }
        return devices
    }

    /// The SM4 keys of a device that are believed: the one in force, the former, those that wait.
    public func encryptionKeys(of device: DeviceNumber, in access: any ReadAccess) throws -> [EncryptionKey] {
        let sealed = try DeviceSecretStore.sealed(.encryptionKey, of: device, in: access)
        let order = Succession(.oneFormer, members: sealed.map(\.member)).believed
        return try order.compactMap { generation in try sealed.first { $0.generation == generation }.map(opened) }
    }

    /// The SM4 keys of all devices, in the same order.
    public func encryptionKeys(in access: any ReadAccess) throws -> [DeviceNumber: [EncryptionKey]] {
        var devices: Set<DeviceNumber> = []
        try DeviceSecretStore.forEach(.encryptionKey, scope: .city, in: access) { devices.insert($0.device) }
        return try devices.reduce(into: [:]) { $0[$1] = try encryptionKeys(of: $1, in: access) }
    }

    /// When the SM4 key in force of each device that has one was made.
    public func keysInForce(in access: any ReadAccess) throws -> [DeviceNumber: Instant] {
        try DeviceSecretStore.keysInForce(access)
    }

    func opened(_ secret: DeviceSecretStore.Sealed) throws -> EncryptionKey {
        EncryptionKey(
            bytes: try DeviceSecretStore.open(secret, with: secrets),
            createdAt: secret.createdAt ?? Instant(milliseconds: 0), generation: secret.generation)
    }
}
