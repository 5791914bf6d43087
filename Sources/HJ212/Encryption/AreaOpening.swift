/// What the keys make of a segment whose data area may be encrypted.
///
/// The check of a frame covers the clear text, so nothing can be checked before the area is opened. The order is:
///
/// 1. The declared length and `&&` give the extent, whatever bytes stand in between.
/// 2. The check holds over the bytes as they are, and the area may be text: the frame is clear.
/// 3. Flag says edition 2025: each key of the device is tried, the current one first. The check must hold over the
///    opened segment, and the opened area must be text.
/// 4. No key opens an area that cannot be text: the frame is locked. (The check holds over random bytes once in 256
///    times, which is why 2 asks for text.) Any other area is judged as a clear one.
enum AreaOpening: Equatable {
    /// The area is clear, or is to be treated so.
    case clear
    /// The clear segment, the check that proves it, and how it was opened.
    case opened([UInt8], CRCVariant, AreaEncryption)
    /// Encrypted, and none of so many keys opens it.
    case locked(keyCount: Int)

    init(_ segment: ArraySlice<UInt8>, field: CRCField, crc: CRCVariant, keys: (any AreaKeys)?) {
        self = .clear
        guard let place = DataArea(in: segment), place.closingEnd == segment.endIndex,
            let area = EncryptedArea(segment[place.body])
        else { return }
        let isBeyondText = area.isBeyondText
        guard isBeyondText || (crc == .none && keys != nil) else { return }
        let header = SegmentReading.header(of: segment)
        guard header.flag?.versionBits == Flag.versionBits2025 else { return }
        let ciphers = header.mn.map { keys?.ciphers(for: $0) ?? [] } ?? []
        for (number, cipher) in ciphers.enumerated() {
            guard let clear = area.opened(by: cipher) else { continue }
            let opened = segment[..<place.body.lowerBound] + clear + segment[place.body.upperBound...]
            let proof = CRCVariant.proving(field.value, over: opened)
            if proof != .none {
                self = .opened(Array(opened), proof, .opened(area.form, key: number))
                return
            }
        }
        if isBeyondText { self = .locked(keyCount: ciphers.count) }
    }
}
