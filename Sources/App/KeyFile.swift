import Foundation
public import Kernel

/// The file with the keys under which device secrets are sealed: outside the database, so that neither the database nor
/// a backup of it reveals them. One key a line, in 64 hexadecimal digits; lines that begin with `#` are remarks.
///
/// The first key seals, every key opens. To change keys, a new line is put above the old one and the program started
/// anew: it seals everything with the new key then, and the old line can go.
public enum KeyFile {
    /// A key file that must not, or cannot, be used.
    public struct Refusal: Error, Equatable, CustomStringConvertible {
        public let description: String
    }

    /// Keys one file may hold; more than one is needed while keys change only.
    static let keysMax = 8
    private static let bytesMax = 65_536

    /// Where the key file of a database lies unless somebody says otherwise: beside it, to be moved elsewhere.
    public static func standard(for database: String) -> String { database + ".key" }

    /// The keys of a file; nil when there is no file.
    ///
    /// - Throws: `Refusal` when others than its owner can read it, and when it is no key file.
    public static func keys(at path: String) throws -> [SecretKey]? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        guard let rights = attributes?[.posixPermissions] as? Int,
            attributes?[.type] as? FileAttributeType == .typeRegular
        else { throw Refusal(description: "the key file \(path) is no file; name one by --key-file") }
        guard rights & 0o077 == 0 else {
            throw Refusal(
                description: "the key file \(path) is open to others (mode \(String(rights, radix: 8))); "
                    + "make it its owner's alone with: chmod 600 \(path)")
        }
        guard let size = attributes?[.size] as? Int, size <= bytesMax,
            let content = FileManager.default.contents(atPath: file)
        else { throw Refusal(description: "the key file \(path) cannot be read; check its owner, or restore it") }
        return try keys(in: String(decoding: content, as: UTF8.self), of: path)
    }

    private static func keys(in text: String, of path: String) throws -> [SecretKey] {
        var keys: [SecretKey] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.trimmingCharacters(in: .whitespaces)
            if words.isEmpty || words.hasPrefix("#") { continue }
            // The line itself is never repeated: it may be a key with one wrong digit.
            guard let key = [UInt8](hex: words).flatMap(SecretKey.init(bytes:)), !keys.contains(key) else {
                throw Refusal(
                    description: "line \(index + 1) of the key file \(path) is no new key of 64 hexadecimal digits; "
                        + "correct or restore it")
            }
            keys.append(key)
        }
        guard (1...keysMax).contains(keys.count) else {
            throw Refusal(
                description: "the key file \(path) holds \(keys.count) keys; it must hold 1 to \(keysMax), restore it")
        }
        return keys
    }

    /// Makes a file with a new key, readable by its owner only, and durable before anything is sealed with it.
    static func make(at path: String, entropy: any EntropySource) throws -> [SecretKey] {
        let key = SecretKey.random(from: entropy)
        let content = """
            # Jianhu key file. Whoever has it and the database can read device passwords and SM4 keys.
            # Keep a copy apart from the backups of the database: without it the secrets are lost.
            # To change the key, put a new line above (openssl rand -hex 32), start anew, then remove the old line.
            \(key.hexForKeyFile)

            """
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw cannotBeMade(path) }
        defer { close(descriptor) }
        let bytes = Array(content.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            throw cannotBeMade(path)
        }
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { throw cannotBeMade(path) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw cannotBeMade(path) }
        return [key]
    }

    private static func cannotBeMade(_ path: String) -> Refusal {
        let reason = String(cString: strerror(errno))
        return Refusal(
            description: "the key file \(path) cannot be made (\(reason)); name another place by --key-file")
    }

    static func missing(_ path: String, for database: String) -> Refusal {
        Refusal(
            description: "the key file \(path) is missing, and \(database) holds secrets that were sealed with it; "
                + "restore it, or name it by --key-file")
    }

    static func wrong(_ path: String, for database: String, lacks name: String) -> Refusal {
        Refusal(
            description: "the key file \(path) does not belong to \(database): it lacks key \(name), with which "
                + "secrets were sealed; restore the right one, or name it by --key-file")
    }
}
