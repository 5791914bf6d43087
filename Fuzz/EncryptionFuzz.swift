/// Encrypted areas: any bytes in the place of cipher bytes, in both forms, with and without keys.
func encryptionFuzz(_ input: [UInt8]) {
    let head = Array("ST=31;CN=2051;MN=1;Flag=9;CP=&&".utf8)
    let sent = [head + input + Array("&&".utf8), head + Array("{0x".utf8) + input + Array("}&&".utf8)]
    for segment in sent where segment.count <= 9999 {
        let clear = CRC16.hj212(head + WeakCipher().decrypt(input) + Array("&&".utf8))
        let length = String(segment.count, digits: 4)
        let stream = Array("##\(length)".utf8) + segment + FrameEncoder.crcField(clear) + Seeds.frames[1]
        check(stream)
    }
    check(Seeds.stream(steeredBy: input))
    if let area = EncryptedArea(encrypting: input[...], with: WeakCipher(), form: .printed) {
        demand(EncryptedArea(area.wireBytes[...]) == area, "the printed form is not read back")
    }
}

private func check(_ stream: [UInt8]) {
    for options in [ScanOptions(), ScanOptions(tail: .awaited)] {
        let whole = Scan.events(stream, options, keys: WeakKeys(), pieceLength: max(1, stream.count))
        demand(Scan.events(stream, options, keys: WeakKeys(), pieceLength: 7) == whole, "cutting changed events")
        for case .accepted(let frame) in whole {
            let again = Frame(frame.bytes, options: options)
            demand(again?.items == frame.items || frame.encryption == .none, "the clear frame says other things")
        }
    }
}
