import CLibcrypto
import Kernel

/// A stored password: `$scrypt$ln=15,r=8,p=3$salt$key`, salt and key in hexadecimal.
struct PasswordHash: Hashable, Sendable {
    static let saltBytes = 16
    static let keyBytes = 32

    let cost: Scrypt.Cost
    let salt: [UInt8]
    let key: [UInt8]

    /// Hashes a password. This takes a quarter of a second and 32 MiB: call it on a `HashingDesk`.
    init?(of password: String, salt: [UInt8], cost: Scrypt.Cost = .standard) {
        guard
            let key = Scrypt.key(password: Array(password.utf8), salt: salt, cost: cost, length: Self.keyBytes)
        else { return nil }
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    /// A hash that no password has: checking against it costs what checking a real one costs.
    init(decoyFrom entropy: any EntropySource, cost: Scrypt.Cost) {
        self.cost = cost
        salt = entropy.bytes(Self.saltBytes)
        key = entropy.bytes(Self.keyBytes)
    }

    /// A hash read back from storage; nil when it is not in our form.
    init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let cost = Self.cost(parts[2]),
            let salt = [UInt8](hex: parts[3]), salt.count == Self.saltBytes,
            let key = [UInt8](hex: parts[4]), key.count == Self.keyBytes
        else { return nil }
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    /// The stored form.
    var text: String {
        "$scrypt$ln=\(cost.logarithm),r=\(cost.blockSize),p=\(cost.parallelism)$\(salt.hex)$\(key.hex)"
    }

    /// Whether this is the password's hash; compared in constant time. Costs as much as hashing.
    func matches(_ password: String) -> Bool {
        guard let other = PasswordHash(of: password, salt: salt, cost: cost) else { return false }
        return CRYPTO_memcmp(key, other.key, Self.keyBytes) == 0
    }

    private static func cost(_ text: String) -> Scrypt.Cost? {
        let numbers = zip(["ln=", "r=", "p="], text.split(separator: ",", omittingEmptySubsequences: false))
            .compactMap { name, part in part.hasPrefix(name) ? Int(part.dropFirst(name.count)) : nil }
        guard numbers.count == 3, text.filter({ $0 == "," }).count == 2 else { return nil }
        return Scrypt.Cost(logarithm: numbers[0], blockSize: numbers[1], parallelism: numbers[2])
    }
}
