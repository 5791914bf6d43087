import HJ212
import Kernel

/// Writes a request as its device wants it: in its edition, and proven by its check.
enum CommandFrame {
    /// What a request needs to know of its device.
    struct Addressee: Sendable, Equatable {
        let device: DeviceNumber
        let systemCode: String
        let password: String
        let edition: Dialect
        let crc: CRCVariant
    }

    /// The bytes of a request; nil when the edition has no such request.
    static func bytes(of command: DeviceCommand, qn: QN, to addressee: Addressee, at now: Instant) -> [UInt8]? {
        guard let request = command.request(in: addressee.edition.spokenEdition, at: now),
            let bytes = try? request.frame(
                qn: qn, st: addressee.systemCode, pw: addressee.password, mn: addressee.device.text,
                edition: addressee.edition)
        else { return nil }
        guard addressee.crc.isForeign, let frame = Frame(bytes) else { return bytes }
        return try? FrameEncoder.encode(header: frame.header, items: frame.groups, crc: addressee.crc)
    }
}
