/// Why a stretch was quarantined.
public enum RejectionReason: Sendable, Hashable {
    /// No `##`, length and header field begin here.
    case noFrameHead
    /// Neither at the declared end nor before the next frame do `&&` and four hexadecimal digits stand.
    case noClosingMark(declaredLength: Int)
    /// The stream ended inside the frame.
    case streamEnded(declaredLength: Int)
    /// The CRC field holds a value that no known check gives.
    case crcMismatch(received: UInt16, computed: UInt16)
    /// The data area is encrypted (edition 2025), and none of the device's known keys, so many, opens it.
    case encryptedUnknownKey(keyCount: Int)
    /// The CRC field belongs to another check.
    case foreignCRC(CRCVariant)
    /// The CRC is right but there is no `CP=&&`.
    case noDataArea
    /// A strict scanner met deviations.
    case deviations([Deviation])

    /// Stable name in kebab case.
    public var code: String {
        switch self {
        case .noFrameHead: "no-frame-head"
        case .noClosingMark: "no-closing-mark"
        case .streamEnded: "stream-ended"
        case .crcMismatch: "crc-mismatch"
        case .encryptedUnknownKey: "encrypted-unknown-key"
        case .foreignCRC: "foreign-crc"
        case .noDataArea: "no-data-area"
        case .deviations: "deviations"
        }
    }
}

extension RejectionReason: CustomStringConvertible {
    /// Code, colon, and the particulars in words.
    public var description: String {
        "\(code): \(particulars)"
    }

    private var particulars: String {
        switch self {
        case .noFrameHead:
            "no ##, length and header field begin here"
        case .noClosingMark(let declaredLength):
            "no && and CRC at the declared length \(declaredLength) nor before the next frame"
        case .streamEnded(let declaredLength):
            "the stream ended inside a frame of declared length \(declaredLength)"
        case .crcMismatch(let received, let computed):
            "the field says \(hex(received)), the segment gives \(hex(computed))"
        case .encryptedUnknownKey(let keyCount):
            keyCount == 0
                ? "the data area is encrypted and no key of the device is known"
                : "the data area is encrypted and none of the \(keyCount) known keys of the device opens it"
        case .foreignCRC(let variant):
            "the CRC is that of \(variant.rawValue), not of HJ 212"
        case .noDataArea:
            "the data segment has no CP=&&"
        case .deviations(let deviations):
            deviations.map(\.rawValue).joined(separator: ", ")
        }
    }

    private func hex(_ value: UInt16) -> String {
        String(decoding: FrameEncoder.crcField(value), as: UTF8.self)
    }
}
