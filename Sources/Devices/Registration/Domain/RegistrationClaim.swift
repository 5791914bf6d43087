import HJ212
import Kernel

/// What a logger of 2025 says of itself when it registers: 1001 without a device number.
struct RegistrationClaim: Sendable, Equatable {
    /// i23005.
    let hardware: String
    /// i23006; empty when it was left out.
    let cpu: String
    /// i23007 and i23008, at most two.
    let macs: [String]
    /// PW; empty when it was left out.
    let password: String

    /// The most characters of a field. Design value: no source tells how long they may be.
    static let lengthMax = 64

    /// Reads a claim; nil for any other frame, and for fields that are empty, too long, or no plain text.
    init?(_ heard: HeardFrame) {
        guard heard.mn == nil, heard.flag?.versionBits == Flag.versionBits2025,
            case .registration(let logger) = DeviceMessage(reading: heard.frame),
            Self.isPlain(logger.id), logger.cpuID.map(Self.isPlain) ?? true, logger.macAddresses.count <= 2,
            logger.macAddresses.allSatisfy(Self.isPlain), heard[.pw].map(Self.isPlain) ?? true
        else { return nil }
        hardware = logger.id
        cpu = logger.cpuID ?? ""
        macs = logger.macAddresses
        password = heard[.pw] ?? ""
    }

    private static func isPlain(_ text: String) -> Bool {
        (1...lengthMax).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}

/// A registration request, by the digest of its hardware: safe in an address of the site.
struct RegistrationID: Identifier {
    let text: String
    init(checked text: String) { self.text = text }
    static func accepts(_ text: String) -> Bool { text.utf8.count == 32 && [UInt8](hex: text) != nil }

    /// The request of a hardware.
    init(of hardware: String) { self.init(checked: String(Digest256(of: hardware).hex.prefix(32))) }
}

/// How many registration requests are kept. Requests that were accepted never count, and are never given up.
struct RegistrationBounds: Sendable {
    /// Requests that wait for a person, in all.
    var waitingMax = 1_000
    /// Of one address.
    var waitingPerAddressMax = 20
    /// A request that was not repeated for so long may give way to a new one.
    var staleHours: Int64 = 1

    /// Design values.
    static let design = RegistrationBounds()
}
