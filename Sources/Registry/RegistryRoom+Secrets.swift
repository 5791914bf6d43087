public import Facts
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

    /// Gives a device a new SM4 key. The present key becomes the former one, which still opens what is on its way; the
    /// one before is forgotten.
    ///
    /// - Throws: `EncryptionKeyRefusal` for a key that the device may not have.
    public func setEncryptionKey(
        _ key: [UInt8], of device: DeviceNumber, at now: Instant, by author: FactAuthor, in access: any WriteAccess
    ) throws {
        if let refusal = EncryptionKeyRule.refusal(of: key) { throw refusal }
        guard let binding = try SourceStore.place(of: device, in: access) else {
            throw EncryptionKeyRefusal.unknownDevice
        }
        try DeviceSecretStore.forEach(.encryptionKey, scope: .city, in: access) { secret in
            guard try DeviceSecretStore.open(secret, with: secrets) == key else { return }
            throw secret.device == device ? EncryptionKeyRefusal.usedBefore : .shared
        }
        let last = try DeviceSecretStore.sealed(.encryptionKey, of: device, in: access).first?.generation ?? 0
        try DeviceSecretStore.insert(
            key, .encryptionKey, of: device, generation: last + 1, createdAt: now, with: secrets, in: access)
        try DeviceSecretStore.drop(.encryptionKey, of: device, before: last, in: access)
        try journal.append(
            DeviceKeySet(device: device, outlet: binding.outlet, generation: last + 1),
            about: FactSubject(
                enterprise: binding.enterprise, region: binding.region, reference: binding.outlet.text),
            by: author, occurredAt: now, in: access)
    }

    /// The present SM4 key of a device and the former one, newest first; empty when it has none.
    public func encryptionKeys(of device: DeviceNumber, in access: any ReadAccess) throws -> [EncryptionKey] {
        try DeviceSecretStore.sealed(.encryptionKey, of: device, in: access).map(opened)
    }

    /// The SM4 keys of all devices, newest first of each.
    public func encryptionKeys(in access: any ReadAccess) throws -> [DeviceNumber: [EncryptionKey]] {
        var keys: [DeviceNumber: [EncryptionKey]] = [:]
        try DeviceSecretStore.forEach(.encryptionKey, scope: .city, in: access) { secret in
            keys[secret.device, default: []].append(try opened(secret))
        }
        return keys
    }

    private func opened(_ secret: DeviceSecretStore.Sealed) throws -> EncryptionKey {
        EncryptionKey(
            bytes: try DeviceSecretStore.open(secret, with: secrets),
            createdAt: secret.createdAt ?? Instant(milliseconds: 0))
    }
}
