extension FrameEncoder {
    /// The bytes of a frame whose data area is encrypted: whole blocks of 16 bytes, the rest stays clear.
    ///
    /// The check is that of the clear segment. The declared length is that of the bytes sent, so that the frame can be
    /// found by it; in the raw form it is also that of the clear segment. An area of less than 16 bytes stays clear.
    public static func encode(
        header: Header, items groups: [[Item]] = [], crc: CRCVariant = .hj212, cipher: any SM4Cipher,
        form: AreaForm = .raw
    ) throws(EncodingRefusal) -> [UInt8] {
        let clear = try encode(header: header, items: groups, crc: crc)
        let segment = clear.dropFirst(6).dropLast(6)
        guard let place = DataArea(in: segment),
            let area = EncryptedArea(encrypting: segment[place.body], with: cipher, form: form)
        else { return clear }
        let sent = segment[..<place.body.lowerBound] + area.wireBytes + segment[place.body.upperBound...]
        return Array("##\(String(sent.count, digits: 4))".utf8) + sent + clear.suffix(6)
    }
}
