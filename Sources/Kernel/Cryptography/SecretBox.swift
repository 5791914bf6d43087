/// Seals small secrets for storage: AES-256-GCM (NIST SP 800-38D) by the system's libcrypto, a fresh nonce for each.
///
/// An envelope is: version 1, the name of its key (4 bytes), the nonce (12), the sealed bytes, the tag (16). Version,
/// key and the identity of the row are authenticated with it, so that an envelope moved to another row does not open.
/// Keys are changed by putting a new one first: the first key seals, every key opens.
///
/// Nonces are random; one key must not seal more than 2^32 secrets, which at one change of a password a second takes
/// 136 years.
public struct SecretBox: Sendable {
    /// Why an envelope stays closed.
    public enum Refusal: Error, Equatable, CustomStringConvertible {
        /// This program was started without the key file, as it is for examining a database.
        case locked
        /// The bytes are no envelope of this program.
        case notAnEnvelope
        /// The key it was sealed with is not at hand; its name is.
        case foreignKey(name: String)
        /// The envelope was changed, or belongs to another row.
        case forged
        /// The system's libcrypto cannot seal.
        case cipherUnavailable

        public var description: String {
            switch self {
            case .locked: "secrets are locked, because no key file was read"
            case .notAnEnvelope: "a stored secret is no envelope; restore the database from a backup"
            case .foreignKey(let name): "the key file does not hold key \(name), with which a secret was sealed"
            case .forged: "a stored secret was changed, or moved from another row"
            case .cipherUnavailable: "this system's libcrypto refuses AES-256-GCM; install OpenSSL 3"
            }
        }
    }

    private static let version: UInt8 = 1
    private static let nonceBytes = 12
    private static let tagBytes = 16
    private static let headBytes = 1 + SecretKey.nameByteCount

    private let keys: [SecretKey]
    private let entropy: (any EntropySource)?

    /// A box that seals with the first key and opens with any. At least one key is needed.
    public init(keys: [SecretKey], entropy: any EntropySource) {
        precondition(!keys.isEmpty, "A box that seals needs a key; the locked box is SecretBox.locked")
        self.keys = keys
        self.entropy = entropy
    }

    private init() {
        keys = []
        entropy = nil
    }

    /// The box that opens nothing and seals nothing.
    public static let locked = SecretBox()

    /// Seals a secret for the row of this identity.
    public func seal(_ secret: [UInt8], for identity: String) throws(Refusal) -> [UInt8] {
        guard let key = keys.first, let entropy else { throw .locked }
        let head = [Self.version] + key.name
        let nonce = entropy.bytes(Self.nonceBytes)
        guard let sealed = AES256GCM.seal(secret, key: key.bytes, nonce: nonce, with: head + Array(identity.utf8))
        else {
            throw .cipherUnavailable
        }
        return head + nonce + sealed.bytes + sealed.tag
    }

    /// Opens an envelope of the row of this identity.
    public func open(_ envelope: [UInt8], for identity: String) throws(Refusal) -> [UInt8] {
        guard !keys.isEmpty else { throw .locked }
        guard envelope.count >= Self.headBytes + Self.nonceBytes + Self.tagBytes, envelope[0] == Self.version else {
            throw .notAnEnvelope
        }
        let name = Array(envelope[1..<Self.headBytes])
        guard let key = keys.first(where: { $0.name == name }) else { throw .foreignKey(name: name.hex) }
        let rest = envelope.dropFirst(Self.headBytes)
        let secret = AES256GCM.open(
            Array(rest.dropFirst(Self.nonceBytes).dropLast(Self.tagBytes)), tag: Array(rest.suffix(Self.tagBytes)),
            key: key.bytes, nonce: Array(rest.prefix(Self.nonceBytes)),
            with: Array(envelope.prefix(Self.headBytes)) + Array(identity.utf8))
        guard let secret else { throw .forged }
        return secret
    }

    /// Whether an envelope was sealed with the first key, so that it need not be sealed anew.
    public func isNewest(_ envelope: [UInt8]) -> Bool {
        keys.first.map { envelope.starts(with: [Self.version] + $0.name) } ?? false
    }
}
