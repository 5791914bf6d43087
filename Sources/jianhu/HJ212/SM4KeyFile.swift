import Foundation
import Gateway
import HJ212
import Kernel

/// The keys of `--sm4-key-file`: a line `MN HEX` for a device, or `HEX` alone for every device; the current key of a
/// device stands before its former ones. Empty lines and lines that begin with `#` are passed over.
struct SM4KeyFile: AreaKeys {
    /// Bytes of a file that is read (design value); ten thousand devices with two keys each need a tenth of it.
    static let byteCountMax = 10_000_000

    private var ciphersByDevice: [String: [SM4AreaCipher]] = [:]
    private var ciphersOfAll: [SM4AreaCipher] = []

    /// Reads a file of keys.
    init(path: String) throws {
        guard let content = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe) else {
            throw CommandFault("\(path) cannot be read; name a file with SM4 keys.")
        }
        guard content.count <= Self.byteCountMax, let text = String(data: content, encoding: .utf8) else {
            throw CommandFault("\(path) is not a key file; write one line MN HEX for each device.")
        }
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        for (number, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) && !line.hasPrefix("#") {
            guard let entry = Self.entry(line) else {
                throw CommandFault(
                    "\(path), line \(number + 1): write MN and 32 hexadecimal digits, or the digits alone.")
            }
            if let device = entry.device {
                ciphersByDevice[device, default: []].append(entry.cipher)
            } else {
                ciphersOfAll.append(entry.cipher)
            }
        }
    }

    func ciphers(for device: String) -> [any SM4Cipher] { ciphersByDevice[device, default: []] + ciphersOfAll }

    private static func entry(_ line: Substring) -> (device: String?, cipher: SM4AreaCipher)? {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard (1...2).contains(words.count), let digits = words.last, let key = [UInt8](hex: String(digits)),
            let cipher = SM4(key: key)
        else { return nil }
        return (words.count == 2 ? String(words[0]) : nil, SM4AreaCipher(cipher))
    }
}
