import Facts
import Gateway
import HJ212
import Kernel
import Persistence
import Registry
import Synchronization

/// The SM4 keys of all devices in memory, for the scanner, which asks in the middle of a stream and cannot wait for a
/// database; beside them, what a frame of a device would confirm. Filled at the start, and kept up by whoever changes
/// the register and by the facts that tell of it.
final class DeviceKeyRing: AreaKeys, JournalSubscriber {
    let subscriberName = "app.device-keys"
    let subscribedKinds: Set<String> = [
        DeviceKeySet.kind, DevicePasswordSet.kind, DeviceSecretConfirmed.kind, DeviceNumberAssigned.kind,
        DeviceNumberConfirmed.kind,
    ]

    /// A key of a device, known by its place in the order of coming up.
    private struct Key {
        let generation: Int
        let cipher: any SM4Cipher
    }

    private struct Held {
        /// The one in force, the former, those that wait: later ones only lengthen the list.
        var keys: [String: [Key]] = [:]
        var awaited: [String: AwaitedUse] = [:]
    }

    private let registry: RegistryRoom
    /// Guarded by the mutex.
    private let held = Mutex(Held())

    init(registry: RegistryRoom) {
        self.registry = registry
    }

    /// Takes up what the register holds.
    func fill(in access: any ReadAccess) throws {
        let keys = try registry.encryptionKeys(in: access)
        let awaited = try registry.awaited(in: access)
        held.withLock { held in
            held.keys = Dictionary(uniqueKeysWithValues: keys.map { ($0.key.text, Self.keys($0.value)) })
            held.awaited = Dictionary(uniqueKeysWithValues: awaited.map { ($0.key.text, $0.value) })
        }
    }

    /// Takes up what the register holds of one device.
    func renew(_ device: DeviceNumber, in access: any ReadAccess) throws {
        let keys = Self.keys(try registry.encryptionKeys(of: device, in: access))
        let awaited = try registry.awaited(of: device, in: access)
        held.withLock { held in
            held.keys[device.text] = keys.isEmpty ? nil : keys
            held.awaited[device.text] = awaited
        }
    }

    func ciphers(for device: String) -> [any SM4Cipher] {
        held.withLock { $0.keys[device]?.map(\.cipher) ?? [] }
    }

    /// Whether any frame of any device would confirm something.
    var awaitsUse: Bool { held.withLock { !$0.awaited.isEmpty } }

    /// What a stored frame confirms by resting on it.
    struct Use: Sendable, Equatable {
        let device: DeviceNumber
        var isOfNumber = false
        var password: Int?
        var key: Int?
    }

    /// What a stored frame confirms; nil for nearly every frame, at the cost of one look into a small table.
    func use(in heard: HeardFrame) -> Use? {
        guard let device = heard.mn.flatMap({ DeviceNumber($0) }) else { return nil }
        return held.withLock { held in
            guard let awaited = held.awaited[device.text] else { return nil }
            var use = Use(device: device, isOfNumber: awaited.number)
            use.password = awaited.passwords[heard[.pw] ?? ""]
            if case .opened(_, let place) = heard.frame.encryption, let keys = held.keys[device.text],
                keys.indices.contains(place), awaited.keys.contains(keys[place].generation)
            {
                use.key = keys[place].generation
            }
            return use.isOfNumber || use.password != nil || use.key != nil ? use : nil
        }
    }

    /// Writes down what frames confirmed.
    func confirm(_ uses: [Use], at now: Instant, in access: any WriteAccess) throws {
        for use in uses {
            if use.isOfNumber { try registry.confirmNumber(use.device, by: .used, at: now, in: access) }
            if let password = use.password {
                try registry.confirm(.password, password, of: use.device, by: .used, at: now, in: access)
            }
            if let key = use.key {
                try registry.confirm(.encryptionKey, key, of: use.device, by: .used, at: now, in: access)
            }
            try renew(use.device, in: access)
        }
    }

    /// A change of a transaction that is taken back later only leaves too much in memory, so it may be known too early.
    func receive(_ entry: JournalEntry, in access: any WriteAccess) throws {
        let devices: [DeviceNumber?] = [
            try entry.fact(DeviceKeySet.self)?.device, try entry.fact(DevicePasswordSet.self)?.device,
            try entry.fact(DeviceSecretConfirmed.self)?.device, try entry.fact(DeviceNumberAssigned.self)?.device,
            try entry.fact(DeviceNumberConfirmed.self)?.device,
        ]
        for device in devices.compactMap(\.self) { try renew(device, in: access) }
    }

    private static func keys(_ keys: [EncryptionKey]) -> [Key] {
        keys.compactMap { key in
            SM4(key: key.bytes).map { Key(generation: key.generation, cipher: SM4AreaCipher($0)) }
        }
    }
}
