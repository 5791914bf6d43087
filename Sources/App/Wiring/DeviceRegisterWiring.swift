import Devices
import Facts
import Gateway
import HJ212
import Kernel
import Persistence
import Registry

/// Devices' changes of numbers, passwords and keys, done by the register; what the gateway holds in memory follows in
/// the same step. (A change that is taken back later only leaves memory knowing too much: it fails to open anything.)
struct DeviceRegisterWiring: DeviceRegister {
    let registry: RegistryRoom
    let keyRing: DeviceKeyRing
    let entropy: any EntropySource

    func assign(
        _ number: DeviceNumber, to outlet: OutletID, password: String?, by author: FactAuthor, at now: Instant,
        in access: any WriteAccess
    ) throws {
        try refusing {
            try registry.assign(number, to: outlet, password: password, at: now, by: author, in: access)
        }
        try keyRing.renew(number, in: access)
    }

    func order(
        _ secret: DeviceSecret, of device: DeviceNumber, by author: FactAuthor, at now: Instant,
        in access: any WriteAccess
    ) throws -> Int {
        let ordered = try refusing {
            try registry.order(secret.kind, of: device, at: now, by: author, entropy: entropy, in: access)
        }
        try keyRing.renew(device, in: access)
        return ordered.generation
    }

    func enter(
        _ secret: EnteredSecret, of device: DeviceNumber, by author: FactAuthor, at now: Instant,
        in access: any WriteAccess
    ) throws {
        try refusing {
            switch secret {
            case .password(let text):
                try registry.enter(password: text, of: device, at: now, by: author, in: access)
            case .key(let bytes, let isDrawn):
                try registry.enter(
                    key: bytes, from: isDrawn ? .drawn : .unknown, of: device, at: now, by: author, in: access)
            }
        }
        try keyRing.renew(device, in: access)
    }

    func confirm(
        _ change: DeviceChange, of device: DeviceNumber, at now: Instant, in access: any WriteAccess
    ) throws {
        switch change {
        case .number: try registry.confirmNumber(device, by: .told, at: now, in: access)
        case .secret(let secret, let generation):
            try registry.confirm(secret.kind, generation, of: device, by: .told, at: now, in: access)
        }
        try keyRing.renew(device, in: access)
    }

    func terms(of device: DeviceNumber, in access: any ReadAccess) throws -> DeviceTerms {
        let present = try registry.number(device, in: access)?.secrets
            .last { $0.kind == .encryptionKey && $0.standing == "present" }
        let key = try registry.encryptionKeys(of: device, in: access).first { $0.generation == present?.generation }
        let ordered = try DeviceSecret.allCases.compactMap { secret in
            try registry.orderedSecret(secret.kind, of: device, in: access).map { ordered in
                DeviceTerms.Ordered(
                    secret: secret, generation: ordered.generation,
                    text: String(decoding: ordered.bytes, as: UTF8.self), createdAt: ordered.createdAt)
            }
        }
        return DeviceTerms(cipher: key.flatMap { SM4(key: $0.bytes) }.map(SM4AreaCipher.init), ordered: ordered)
    }

    func numbers(of outlet: OutletID, in access: any ReadAccess) throws -> [KnownNumber] {
        try registry.numbers(of: outlet, in: access).map { known in
            KnownNumber(
                device: known.device, standing: KnownNumber.Standing(rawValue: known.standing) ?? .former,
                secrets: known.secrets.map { secret in
                    KnownNumber.Secret(
                        secret: secret.kind == .password ? .password : .key, generation: secret.generation,
                        standing: KnownNumber.Standing(rawValue: secret.standing) ?? .former,
                        origin: KnownNumber.Origin(rawValue: secret.origin) ?? .registered,
                        createdAt: secret.createdAt)
                })
        }
    }

    /// The register's refusals in Devices' words.
    private func refusing<Outcome>(_ body: () throws -> Outcome) throws -> Outcome {
        do { return try body() } catch let refusal as DeviceChangeRefusal { throw Self.refusal(refusal) } catch let
            refusal as EncryptionKeyRefusal
        { throw Self.refusal(refusal) }
    }

    private static func refusal(_ refusal: DeviceChangeRefusal) -> RegisterRefusal {
        switch refusal {
        case .unknownOutlet, .unknownDevice: .unknown
        case .notANetworkCode: .notANetworkCode
        case .numberInUse: .numberInUse
        case .notAPassword: .notAPassword
        case .alreadyKnown: .alreadyKnown
        case .tooManyWaiting: .tooManyWaiting
        }
    }

    private static func refusal(_ refusal: EncryptionKeyRefusal) -> RegisterRefusal {
        switch refusal {
        case .wrongLength: .keyLength
        case .published, .fewBytes, .steps, .repeats: .keyPattern
        case .text: .keyText
        case .usedBefore: .alreadyKnown
        case .shared: .keyShared
        case .unknownDevice: .unknown
        }
    }
}

extension DeviceSecret {
    var kind: DeviceSecretKind {
        switch self {
        case .password: .password
        case .key: .encryptionKey
        }
    }
}
