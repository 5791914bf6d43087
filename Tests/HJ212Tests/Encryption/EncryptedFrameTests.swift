import HJ212
import TestMaterial
import Testing

struct EncryptedFrameTests {
    private static let mn = "010000A8900016F000169DC0"
    private static let area = "DataTime=20261123130000;a21026-Avg=35.2,a21026-Flag=N;a01012-Avg=98.6"
    private static let header = Header(
        qn: QN("20261123140000000"), st: "31", cn: 2061, pw: "123456", mn: mn, flag: Flag(9))
    private static let items = [
        [Item(key: "DataTime", value: "20261123130000")],
        [Item(key: "a21026-Avg", value: "35.2"), Item(key: "a21026-Flag", value: "N")],
        [Item(key: "a01012-Avg", value: "98.6")],
    ]

    /// Random enough that most bytes are no text.
    private static let cipher = MaskCipher((0..<32).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 0x95) | 0x80 })

    @Test(arguments: AreaForm.allCases, [ScanOptions(), ScanOptions(tail: .awaited), ScanOptions(strictness: .strict)])
    func `an encrypted frame is opened and shown as the clear frame`(form: AreaForm, options: ScanOptions) throws {
        let clear = try FrameEncoder.encode(header: Self.header, items: Self.items)
        let sent = try FrameEncoder.encode(header: Self.header, items: Self.items, cipher: Self.cipher, form: form)
        #expect(sent != clear && (form == .raw) == (sent.count == clear.count))
        let events = scan(sent + sent + clear, options, [Self.cipher])
        #expect(
            events.map { $0.frame?.encryption } == [.opened(form, key: 0), .opened(form, key: 0), AreaEncryption.none])
        let tail = options.tail == .awaited ? 0 : 2
        for (event, offset) in zip(events, [0, sent.count, 2 * sent.count]) {
            let frame = try #require(event.frame)
            #expect(frame.bytes == clear.dropLast(tail) && frame.deviations == [] && frame.offset == offset)
            #expect(frame.items.map(\.key) == ["DataTime", "a21026-Avg", "a21026-Flag", "a01012-Avg"])
        }
        #expect(events[0].frame?.receivedLength == sent.count - tail)
    }

    @Test func `former keys open frames that are still under way`() throws {
        let sent = try FrameEncoder.encode(header: Self.header, items: Self.items, cipher: Self.cipher)
        let current = MaskCipher(Array(repeating: 0xC3, count: 32))
        #expect(scan(sent, ScanOptions(), [current, Self.cipher]).first?.frame?.encryption == .opened(.raw, key: 1))
    }

    @Test(arguments: [
        "\r\n##0012ST=31;\r\n", "&&1C80\r\n##0099QN=", "####&&&&\r\n\r\n\r\n\r\n", "##0101QN=2016080",
        "CP=&&a=1&&FFFF\r\n",
        "&&&&&&&&&&&&&&&&",
    ])
    func `cipher bytes that look like the end of a frame do not end it`(wanted: String) throws {
        // The second block must show that this is no text.
        let beyond = Array(repeating: 0x01 as UInt8, count: 16)
        let cipher = MaskCipher(making: Array(wanted.utf8.prefix(16)) + beyond, of: Self.area)
        let clear = try FrameEncoder.encode(header: Self.header, items: Self.items)
        let sent = try FrameEncoder.encode(header: Self.header, items: Self.items, cipher: cipher)
        #expect(sent.contains(wanted.utf8.prefix(16)))
        let stream = sent + Wire.hour + sent
        let whole = scan(stream, ScanOptions(tail: .awaited), [cipher])
        #expect(whole.map(\.bytes) == [clear, Wire.hour, clear])
        for cut in stream.indices {
            #expect(scan(stream, ScanOptions(tail: .awaited), [cipher], cutAt: [cut]) == whole, "cut at \(cut)")
        }
        let locked = scan(stream, ScanOptions(tail: .awaited), [])
        #expect(locked.map(\.bytes) == [sent, Wire.hour, sent])
        #expect(locked.first?.rejected?.reason == .encryptedUnknownKey(keyCount: 0))
        #expect(locked.first?.rejected?.reading?.header.mn == Self.mn)
        #expect(locked.first?.rejected?.reading?.items == [])
    }

    @Test func `a key of another device or a wrong key opens nothing`() throws {
        let sent = try FrameEncoder.encode(header: Self.header, items: Self.items, cipher: Self.cipher)
        let wrong = (0..<300).map { number in
            MaskCipher((0..<32).map { UInt8(truncatingIfNeeded: $0 &* 91 &+ number) ^ UInt8(number / 8) })
        }
        let events = scan(sent, ScanOptions(), wrong)
        #expect(events.first?.rejected?.reason == .encryptedUnknownKey(keyCount: 300))
        let other = DeviceKeys(device: "another", ciphers: [Self.cipher])
        var scanner = FrameScanner(keys: other)
        scanner.append(sent)
        #expect(scanner.next()?.rejected?.reason.code == "encrypted-unknown-key")
    }

    @Test func `cipher bytes that pass the check by chance are no clear frame`() throws {
        let chance = (0..<4000).lazy.compactMap(frameWithRightCheck).first
        let sent = try #require(chance)
        #expect(scan(sent, ScanOptions(), []).first?.rejected?.reason == .encryptedUnknownKey(keyCount: 0))
    }

    /// An encrypted frame, if the check holds over its cipher bytes.
    private func frameWithRightCheck(_ number: Int) -> [UInt8]? {
        let mask = (0..<33).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ number) ^ UInt8(number >> 8) | 0x80 }
        let cipher = MaskCipher(mask + Array(repeating: 0x95, count: 16))
        guard let sent = try? FrameEncoder.encode(header: Self.header, items: Self.items, cipher: cipher) else {
            return nil
        }
        let check = Wire.hex(CRC16.hj212(sent.dropFirst(6).dropLast(6)))
        return sent.dropLast(2).suffix(4).elementsEqual(check.utf8) ? sent : nil
    }

    @Test(arguments: [
        ("a21026-Avg=1", "a short area stays clear"), ("i11001-Info=//校准校准校准校准校准校准校准校准//", "Chinese text"),
    ])
    func `a clear frame of edition 2025 stays clear`(area: String, why: Comment) throws {
        let stream = Wire.frame("QN=20261123140000000;ST=31;CN=2061;PW=1;MN=\(Self.mn);Flag=9;CP=&&\(area)&&")
        #expect(scan(stream, ScanOptions(), [Self.cipher]).first?.frame?.encryption == AreaEncryption.none, why)
        var damaged = stream
        damaged[damaged.count - 10] ^= 1
        #expect(scan(damaged, ScanOptions(), [Self.cipher]).first?.rejected?.reason.code == "crc-mismatch", why)
    }

    @Test func `what is encrypted without saying edition 2025 is damaged, not locked`() throws {
        var header = Self.header.fields.filter { $0.name != "Flag" }
        header.append(Field("Flag", "5"))
        let sent = try FrameEncoder.encode(
            header: Header(fields: header), items: Self.items, cipher: Self.cipher)
        #expect(scan(sent, ScanOptions(), [Self.cipher]).first?.rejected?.reason.code == "crc-mismatch")
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `damaged cipher frames cost nothing but themselves`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let clear = try FrameEncoder.encode(header: Self.header, items: Self.items)
        for form in AreaForm.allCases {
            let sent = try FrameEncoder.encode(header: Self.header, items: Self.items, cipher: Self.cipher, form: form)
            for _ in 0..<50 {
                var stream = sent
                let place = Int.random(in: 93..<stream.count - 8, using: &random)
                stream[place] = UInt8.random(in: 0...255, using: &random)
                let isWhole = stream == sent
                let events = scan(stream + Wire.hour, ScanOptions(tail: .awaited), [Self.cipher])
                #expect(events.last?.bytes == Wire.hour, "seed \(seed)")
                let accepted = events.compactMap(\.frame).filter { $0.bytes != Wire.hour }
                #expect(
                    accepted.allSatisfy { $0.items == Frame(clear)?.items } || isWhole, "seed \(seed), byte \(place)")
            }
        }
    }

    private func scan(
        _ stream: [UInt8], _ options: ScanOptions, _ ciphers: [any SM4Cipher], cutAt cuts: [Int] = []
    ) -> [ScanEvent] {
        var scanner = FrameScanner(options: options, keys: DeviceKeys(device: Self.mn, ciphers: ciphers))
        var events: [ScanEvent] = []
        var start = 0
        for end in cuts + [stream.count] {
            scanner.append(stream[start..<end])
            while let event = scanner.next() { events.append(event) }
            start = end
        }
        return events + scanner.finish()
    }
}
