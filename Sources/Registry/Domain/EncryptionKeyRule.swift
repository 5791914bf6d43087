/// Which SM4 keys a device may be given. HJ 212-2025 forbids fixed and patterned keys; what a pattern is, is our
/// reading of it. A drawn key is refused by chance less than once in a million times.
///
/// | refusal | a key … |
/// |---|---|
/// | wrong length | of other than 16 bytes |
/// | published | that stands in a standard as an example |
/// | few bytes | with fewer than 8 different bytes |
/// | steps | whose bytes, or whose hexadecimal digits, go on by the same step |
/// | repeats | that is one half written twice, or forth and back |
/// | text | that consists of letters, digits and signs only, unless somebody vouches that it was drawn |
/// | used before | that is this device's present or former key |
/// | shared | that another device has |
public enum EncryptionKeyRefusal: Error, Equatable, CaseIterable {
    /// Other than 16 bytes.
    case wrongLength
    /// An example of a standard.
    case published
    /// Fewer than 8 different bytes.
    case fewBytes
    /// Each byte or digit follows from the one before by the same step.
    case steps
    /// A half written twice, or forth and back.
    case repeats
    /// Printable characters only, and nobody says that they were drawn by a machine.
    case text
    /// The device's present or former key.
    case usedBefore
    /// Another device's key.
    case shared
    /// No device of this number is registered.
    case unknownDevice
}

/// Where a key comes from. The field NewSK carries 16 characters, so that a drawn key may be text as well.
public enum EncryptionKeySource: Sendable, CaseIterable {
    /// A person made it up, or nobody knows.
    case unknown
    /// A machine drew it: this platform, or the ministry's host at registration.
    case drawn
}

/// Finds patterns in keys.
enum EncryptionKeyRule {
    static let byteCount = 16
    static let differentBytesMin = 8

    /// GB/T 32907 appendix A; the keys of the examples of HJ 212-2025 consist of characters and fall under `text`.
    private static let published: [[UInt8]] = [
        [0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF, 0xFE, 0xDC, 0xBA, 0x98, 0x76, 0x54, 0x32, 0x10]
    ]

    /// Why a key is refused whatever the device; nil when nothing speaks against it.
    static func refusal(of key: [UInt8], from source: EncryptionKeySource = .unknown) -> EncryptionKeyRefusal? {
        guard key.count == byteCount else { return .wrongLength }
        if published.contains(key) { return .published }
        if Set(key).count < differentBytesMin { return .fewBytes }
        if goesBySteps(key, of: 256) || goesBySteps(key.flatMap { [$0 >> 4, $0 & 15] }, of: 16) { return .steps }
        let (first, second) = (Array(key[..<8]), Array(key[8...]))
        if first == second || first == second.reversed() || first == second.map({ ~$0 }) { return .repeats }
        if source == .unknown, key.allSatisfy({ (0x20...0x7E).contains($0) }) { return .text }
        return nil
    }

    private static func goesBySteps(_ numbers: [UInt8], of modulus: Int) -> Bool {
        let steps = zip(numbers, numbers.dropFirst()).map { (Int($1) - Int($0) + modulus) % modulus }
        return Set(steps).count == 1
    }
}
