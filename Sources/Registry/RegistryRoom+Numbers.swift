public import Facts
public import Kernel
public import Persistence

/// The numbers (MN) of loggers. An outlet's logger may be known by several while it changes.
extension RegistryRoom {
    /// Makes a network code known as the number that an outlet's logger is about to get. Again, it changes nothing.
    ///
    /// - Parameter password: What the logger sends as PW; that of the present number if left out.
    /// - Throws: `DeviceChangeRefusal`.
    public func assign(
        _ number: DeviceNumber, to outlet: OutletID, password: String?, at now: Instant, by author: FactAuthor,
        in access: any WriteAccess
    ) throws {
        guard Self.isNetworkCode(number) else { throw DeviceChangeRefusal.notANetworkCode }
        let known = try DeviceNumberStore.numbers(of: outlet, in: access)
        guard let present = known.first(where: { $0.member.standing == .present }),
            let place = try SourceStore.place(of: present.device, in: access)
        else { throw DeviceChangeRefusal.unknownOutlet }
        if let taken = try DeviceNumberStore.known(number, in: access) {
            guard taken.outlet == outlet else { throw DeviceChangeRefusal.numberInUse }
            return try believe(password, of: number, at: now, by: author, in: access)
        }
        var succession = Succession(.oneFormer, members: known.map(\.member))
        guard let generation = succession.add(.ordered) else {
            throw DeviceChangeRefusal.tooManyWaiting(max: Succession.membersMax)
        }
        try DeviceNumberStore.settle(succession, of: outlet, in: access)
        try DeviceNumberStore.insert(
            number, of: outlet, as: Succession.Member(generation: generation, standing: .next, origin: .ordered),
            in: access)
        let inherited = try binding(of: present.device, in: access)?.password
        guard let first = password ?? inherited else { throw DeviceChangeRefusal.unknownDevice }
        try DeviceSecretStore.insert(
            Array(first.utf8), .password, of: number,
            as: .registered,
            createdAt: now,
            with: secrets, in: access)
        try journal.append(
            DeviceNumberAssigned(outlet: outlet, device: number), about: place.subject, by: author, occurredAt: now,
            in: access)
    }

    /// Takes a logger's word or deed for a number; tells whether that changed anything.
    @discardableResult
    public func confirmNumber(
        _ number: DeviceNumber, by proof: DeviceProof, at now: Instant, in access: any WriteAccess
    ) throws -> Bool {
        guard let known = try DeviceNumberStore.known(number, in: access),
            let place = try SourceStore.place(of: number, in: access)
        else { return false }
        let numbers = try DeviceNumberStore.numbers(of: known.outlet, in: access)
        var succession = Succession(.oneFormer, members: numbers.map(\.member))
        let former = numbers.first { $0.member.generation == succession.present }
        guard succession.confirm(known.member.generation, proof.proof), let former else { return false }
        try SourceStore.setDevice(number, of: known.outlet, in: access)
        try DeviceNumberStore.settle(succession, of: known.outlet, in: access)
        let sequence = try journal.append(
            DeviceNumberConfirmed(
                outlet: known.outlet, device: number, former: former.device, proof: proof.rawValue),
            about: place.subject, by: .system("registry"), occurredAt: now, in: access)
        try RegisterHistory.note(
            sequence, [.init(field: "device_number", from: former.device.text, to: number.text)], to: .outlet,
            known.outlet.text, in: access)
        return true
    }

    /// The numbers of an outlet's logger with what is known of their secrets, oldest first.
    public func numbers(of outlet: OutletID, in access: any ReadAccess) throws -> [DeviceNumberStanding] {
        try DeviceNumberStore.numbers(of: outlet, in: access).map { try standing(of: $0, in: access) }
    }

    private func standing(
        of known: DeviceNumberStore.Known, in access: any ReadAccess
    ) throws -> DeviceNumberStanding {
        let secrets = try DeviceSecretKind.allCases.flatMap { kind in
            try DeviceSecretStore.sealed(kind.stored, of: known.device, in: access).reversed().map { secret in
                DeviceNumberStanding.Secret(
                    kind: kind, generation: secret.generation, standing: secret.standing.rawValue,
                    origin: secret.origin.rawValue, createdAt: secret.createdAt)
            }
        }
        return DeviceNumberStanding(
            device: known.device, standing: known.member.standing.rawValue, secrets: secrets)
    }

    /// One number with what is known of its secrets; nil when it is not known.
    public func number(_ device: DeviceNumber, in access: any ReadAccess) throws -> DeviceNumberStanding? {
        try DeviceNumberStore.known(device, in: access).map { try standing(of: $0, in: access) }
    }

    /// What is awaited of devices: by which numbers, passwords and keys a frame would confirm a change.
    public func awaited(in access: any ReadAccess) throws -> [DeviceNumber: AwaitedUse] {
        let numbers = try DeviceSecretStore.numbersWithWaiting(access).union(DeviceNumberStore.waiting(access))
        return try numbers.reduce(into: [:]) { $0[$1] = try awaited(of: $1, in: access) }
    }

    /// What is awaited of one device; nil for nothing.
    public func awaited(of device: DeviceNumber, in access: any ReadAccess) throws -> AwaitedUse? {
        let passwords = try DeviceSecretStore.sealed(.password, of: device, in: access)
        let hasFormer = passwords.contains { $0.standing == .former }
        let awaited = try passwords.filter { $0.standing == .next || ($0.standing == .present && hasFormer) }
            .compactMap { secret in try soundText(secret).map { ($0, secret.generation) } }
        let keys = try DeviceSecretStore.sealed(.encryptionKey, of: device, in: access)
        let use = AwaitedUse(
            number: try DeviceNumberStore.known(device, in: access)?.member.standing == .next,
            passwords: Dictionary(awaited, uniquingKeysWith: max),
            keys: Set(keys.filter { $0.standing == .next }.map(\.generation)))
        return use.isNothing ? nil : use
    }

    /// The text of a secret; nil when it was tampered with, so that one device's row stops nobody.
    private func soundText(_ secret: DeviceSecretStore.Sealed) throws -> String? {
        do {
            return String(decoding: try DeviceSecretStore.open(secret, with: secrets), as: UTF8.self)
        } catch SecretBox.Refusal.forged, SecretBox.Refusal.notAnEnvelope {
            return nil
        }
    }

    private func believe(
        _ password: String?, of number: DeviceNumber, at now: Instant, by author: FactAuthor,
        in access: any WriteAccess
    ) throws {
        guard let password, let binding = try binding(of: number, in: access),
            !([binding.password] + binding.otherPasswords).contains(password)
        else { return }
        try enter(password: password, of: number, at: now, by: author, in: access)
    }

    /// 24 digits of 0-9 and A-F (HJ 212-2025, as quoted by secondary sources).
    static func isNetworkCode(_ number: DeviceNumber) -> Bool {
        number.text.utf8.count == 24
            && number.text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0) }
    }
}

/// What a frame of a device would confirm. Held in memory only.
public struct AwaitedUse: Sendable, Equatable {
    /// Whether the number itself waits for its first use.
    public let number: Bool
    /// Generations of passwords whose use is news, by password.
    public let passwords: [String: Int]
    /// Generations of SM4 keys whose use is news.
    public let keys: Set<Int>

    var isNothing: Bool { !number && passwords.isEmpty && keys.isEmpty }
}
