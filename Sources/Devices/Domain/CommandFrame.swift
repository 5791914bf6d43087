import HJ212
import Kernel

/// Writes a request as its device wants it: in its edition, and proven by its check.
enum CommandFrame {
    /// What a request needs to know of its device.
    struct Addressee: Sendable {
        let device: DeviceNumber
        let systemCode: String
        let password: String
        let edition: Dialect
        let crc: CRCVariant
        /// Where its line ends.
        var remote = ""
        /// Secrets that may be ordered, and the cipher that hides them.
        var terms = DeviceTerms()
        /// How the device's own encrypted areas stand on the wire; nil while it sends clear ones.
        var areaForm: AreaForm?
    }

    /// The bytes of a request; nil when the edition has no such request.
    static func bytes(of command: DeviceCommand, qn: QN, to addressee: Addressee, at now: Instant) -> [UInt8]? {
        let edition = addressee.edition.spokenEdition
        // Who registers has no number yet.
        let number = command.registrant == nil ? addressee.device.text : ""
        guard let request = command.request(in: edition, at: now, ordered: addressee.terms.ordered),
            let bytes = try? request.frame(
                qn: qn, st: addressee.systemCode, pw: addressee.password, mn: number, edition: addressee.edition)
        else { return nil }
        switch hiding(of: command, from: addressee) {
        case .clear: break
        case .impossible: return nil
        case .under(let cipher, let form):
            guard let frame = Frame(bytes) else { return nil }
            return try? FrameEncoder.encode(
                header: frame.header, items: frame.groups, crc: addressee.crc.isForeign ? addressee.crc : .hj212,
                cipher: cipher, form: form)
        }
        guard addressee.crc.isForeign, let frame = Frame(bytes) else { return bytes }
        return try? FrameEncoder.encode(header: frame.header, items: frame.groups, crc: addressee.crc)
    }

    /// Whether a request's data area is encrypted.
    private enum Hiding {
        case clear
        case under(any SM4Cipher, AreaForm)
        /// It must be, and no key is in force.
        case impossible
    }

    /// A new key never travels in clear. 3020 goes encrypted to a device that encrypts (HJ 212-2025 by secondary
    /// sources); nothing else does.
    private static func hiding(of command: DeviceCommand, from addressee: Addressee) -> Hiding {
        switch command.kind {
        case .setKey:
            return addressee.terms.cipher.map { .under($0, addressee.areaForm ?? .raw) } ?? .impossible
        case .readSiteInformation:
            guard let cipher = addressee.terms.cipher, let form = addressee.areaForm else { return .clear }
            return .under(cipher, form)
        default: return .clear  // The standard has no other encrypted request.
        }
    }
}
