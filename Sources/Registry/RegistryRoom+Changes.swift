public import Facts
public import Kernel
public import Persistence

/// Changes of what a device goes by. Each waits until the device has confirmed it, and until then the old value is
/// believed as before (`Succession`).
extension RegistryRoom {
    /// Draws a password of six letters and digits or an SM4 key of 16, for the platform to order. While one that was
    /// ordered waits, that one is given again: a device that took it and could not say so is not told another.
    ///
    /// - Throws: `DeviceChangeRefusal`, `EncryptionKeyRefusal`.
    public func order(
        _ kind: DeviceSecretKind, of device: DeviceNumber, at now: Instant, by author: FactAuthor,
        entropy: any EntropySource, in access: any WriteAccess
    ) throws -> OrderedSecret {
        if let waiting = try orderedSecret(kind, of: device, in: access) { return waiting }
        let length = kind == .password ? 6 : EncryptionKeyRule.byteCount
        var drawn = Self.draw(length, entropy)
        while kind == .encryptionKey && EncryptionKeyRule.refusal(of: drawn, from: .drawn) != nil {
            drawn = Self.draw(length, entropy)
        }
        let generation = try add(drawn, kind, of: device, .ordered, at: now, by: author, in: access)
        return OrderedSecret(generation: generation, bytes: drawn, createdAt: now)
    }

    /// The newest secret that was ordered and is not confirmed.
    public func orderedSecret(
        _ kind: DeviceSecretKind, of device: DeviceNumber, in access: any ReadAccess
    ) throws -> OrderedSecret? {
        let sealed = try DeviceSecretStore.sealed(kind.stored, of: device, in: access)
        let succession = Succession(kind.stored.keeping, members: sealed.map(\.member))
        return try sealed.first { $0.generation == succession.ordered }.map { secret in
            OrderedSecret(
                generation: secret.generation, bytes: try DeviceSecretStore.open(secret, with: secrets),
                createdAt: secret.createdAt ?? Instant(milliseconds: 0))
        }
    }

    /// Enters the SM4 key that a device has. It is in force with the first frame that it opens.
    ///
    /// - Throws: `EncryptionKeyRefusal` for a key that the device may not have, `DeviceChangeRefusal`.
    public func enter(
        key: [UInt8], from source: EncryptionKeySource, of device: DeviceNumber, at now: Instant,
        by author: FactAuthor, in access: any WriteAccess
    ) throws {
        if let refusal = EncryptionKeyRule.refusal(of: key, from: source) { throw refusal }
        try DeviceSecretStore.forEach(.encryptionKey, scope: .city, in: access) { secret in
            guard try DeviceSecretStore.open(secret, with: secrets) == key else { return }
            throw secret.device == device ? EncryptionKeyRefusal.usedBefore : .shared
        }
        _ = try add(key, .encryptionKey, of: device, .entered, at: now, by: author, in: access)
    }

    /// Enters the password that a device sends. It is the only one with the first frame that carries it.
    ///
    /// - Throws: `DeviceChangeRefusal`.
    public func enter(
        password: String, of device: DeviceNumber, at now: Instant, by author: FactAuthor, in access: any WriteAccess
    ) throws {
        let bytes = Array(password.utf8)
        guard (1...Self.passwordLengthMax).contains(bytes.count),
            bytes.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) })
        else { throw DeviceChangeRefusal.notAPassword }
        for secret in try DeviceSecretStore.sealed(.password, of: device, in: access) {
            guard try DeviceSecretStore.open(secret, with: secrets) == bytes else { continue }
            throw DeviceChangeRefusal.alreadyKnown
        }
        _ = try add(bytes, .password, of: device, .entered, at: now, by: author, in: access)
    }

    /// PW has six characters in every edition.
    static let passwordLengthMax = 6

    /// Takes a device's word or deed for a secret; tells whether that changed anything.
    @discardableResult
    public func confirm(
        _ kind: DeviceSecretKind, _ generation: Int, of device: DeviceNumber, by proof: DeviceProof, at now: Instant,
        in access: any WriteAccess
    ) throws -> Bool {
        guard let place = try SourceStore.place(of: device, in: access) else { return false }
        var succession = try DeviceSecretStore.succession(of: kind.stored, device, in: access)
        guard succession.confirm(generation, proof.proof) else { return false }
        try DeviceSecretStore.settle(succession, kind.stored, of: device, in: access)
        try journal.append(
            DeviceSecretConfirmed(
                device: device, outlet: place.outlet, secret: kind.rawValue, generation: generation,
                proof: proof.rawValue),
            about: place.subject, by: .system("registry"), occurredAt: now, in: access)
        return true
    }

    private static func draw(_ count: Int, _ entropy: any EntropySource) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
        var drawn: [UInt8] = []
        while drawn.count < count {
            // Bytes from 248 on would prefer the first letters.
            drawn += entropy.bytes(count).filter { $0 < 248 }.map { alphabet[Int($0) % alphabet.count] }
        }
        return Array(drawn.prefix(count))
    }

    private func add(
        _ secret: [UInt8], _ kind: DeviceSecretKind, of device: DeviceNumber, _ origin: Succession.Origin,
        at now: Instant, by author: FactAuthor, in access: any WriteAccess
    ) throws -> Int {
        guard let place = try SourceStore.place(of: device, in: access) else {
            throw DeviceChangeRefusal.unknownDevice
        }
        var succession = try DeviceSecretStore.succession(of: kind.stored, device, in: access)
        guard let generation = succession.add(origin) else {
            throw DeviceChangeRefusal.tooManyWaiting(max: Succession.membersMax)
        }
        // Of an outlet that was entered without a password the first one counts at once: there is none to believe
        // until then.
        let isFirst = kind == .password && origin == .entered && succession.members.count == 1
        try DeviceSecretStore.settle(succession, kind.stored, of: device, in: access)
        try DeviceSecretStore.insert(
            secret, kind.stored, of: device,
            as: isFirst
                ? .registered : Succession.Member(generation: generation, standing: .next, origin: origin),
            createdAt: now, with: secrets, in: access)
        switch kind {
        case .password:
            try journal.append(
                DevicePasswordSet(device: device, outlet: place.outlet, generation: generation), about: place.subject,
                by: author, occurredAt: now, in: access)
        case .encryptionKey:
            try journal.append(
                DeviceKeySet(device: device, outlet: place.outlet, generation: generation), about: place.subject,
                by: author, occurredAt: now, in: access)
        }
        return generation
    }
}

extension SourceStore.Place {
    var subject: FactSubject { FactSubject(enterprise: enterprise, region: region, reference: outlet.text) }
}
