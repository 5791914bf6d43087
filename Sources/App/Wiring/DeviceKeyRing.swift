import Facts
import Gateway
import HJ212
import Kernel
import Persistence
import Registry
import Synchronization

/// The SM4 keys of all devices in memory, for the scanner, which asks in the middle of a stream and cannot wait for a
/// database. Filled at the start, and kept up by the facts that tell of new keys.
final class DeviceKeyRing: AreaKeys, JournalSubscriber {
    let subscriberName = "app.device-keys"
    let subscribedKinds: Set<String> = [DeviceKeySet.kind]

    private let registry: RegistryRoom
    /// Newest first of each device; guarded by the mutex.
    private let ciphers = Mutex<[String: [any SM4Cipher]]>([:])

    init(registry: RegistryRoom) {
        self.registry = registry
    }

    /// Takes up what the register holds.
    func fill(in access: any ReadAccess) throws {
        let keys = try registry.encryptionKeys(in: access)
        let filled = Dictionary(uniqueKeysWithValues: keys.map { ($0.key.text, Self.ciphers($0.value)) })
        ciphers.withLock { $0 = filled }
    }

    func ciphers(for device: String) -> [any SM4Cipher] {
        ciphers.withLock { $0[device] ?? [] }
    }

    /// A key of a transaction that is taken back later only fails to open anything, so it may be known too early.
    func receive(_ entry: JournalEntry, in access: any WriteAccess) throws {
        guard let set = try entry.fact(DeviceKeySet.self) else { return }
        let keys = try registry.encryptionKeys(of: set.device, in: access)
        ciphers.withLock { $0[set.device.text] = Self.ciphers(keys) }
    }

    private static func ciphers(_ keys: [EncryptionKey]) -> [any SM4Cipher] {
        keys.compactMap { SM4(key: $0.bytes).map(SM4AreaCipher.init) }
    }
}
