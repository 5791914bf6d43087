import Gateway
import HJ212
import Kernel
import Testing

/// The official examples of HJ 212-2025 (appendix A.2), key sixteen times `0`.
struct SM4AreaCipherTests {
    private struct EveryDevice: AreaKeys {
        let cipher: any SM4Cipher

        func ciphers(for device: String) -> [any SM4Cipher] { [cipher] }
    }

    private static let head = "QN=20240520210700000;ST=31;CN=2051;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&"
    private static let begin =
        "DataTime=20240520210600;a01011-Min=1.35,a01011-Avg=1.35,a01011-Max=1.35,a01011-Flag=N;"
    private static let long =
        begin + "a01012-Min=9.3,a01012-Avg=9.3,a01012-Max=9.3,a01012-Flag=N;"
        + "a01014-Min=3.20,a01014-Avg=3.211,a01014-Max=3.212,a01014-Flag=N"
    private static let short = begin + "a01014-Min=3.20,a01014-Avg=3.20,a01014-Max=3.20,a01014-Flag=N"

    /// The first cipher bytes as the standard prints them; the first five blocks of both examples are the same.
    private static let printed = [
        "E43E159ACFAB242CB53155FB8B9281A1", "A242577ABFAED881BE88B72D69FC55ED", "1A80119FAAC8B3CD33D285CC76F57F2C",
        "A7F88B9573C6647E0F07E24609BD6B63", "EB20C5B9784F28E71D2F4994FF61D9E1",
    ].joined()

    private func cipher() throws -> SM4AreaCipher {
        SM4AreaCipher(try #require(SM4(key: Array(repeating: 0x30, count: 16))))
    }

    private func header() -> Header {
        Header(
            qn: QN("20240520210700000"), st: "31", cn: .minuteValues, pw: "123456", mn: "010000A8900016F000169DC0",
            flag: Flag(9))
    }

    private func items(_ area: String) -> [[Item]] {
        area.split(separator: ";").map { group in
            group.split(separator: ",").map { item in
                let pair = item.split(separator: "=")
                return Item(key: String(pair[0]), value: String(pair[1]))
            }
        }
    }

    @Test(arguments: [
        (long, 295, "2200", "D7467C70B94F1D4A7B0350A48DBF8B41", ""),
        (short, 234, "B541", "128554B82438E91ADCE98A0D03A4", "g=N"),
    ])
    func `the official frames are written and opened`(
        area: String, length: Int, crc: String, end: String, rest: String
    ) throws {
        let cipher = try cipher()
        let clear = Array("##0\(length)\(Self.head)\(area)&&\(crc)\r\n".utf8)
        for form in AreaForm.allCases {
            let sent = try FrameEncoder.encode(header: header(), items: items(area), cipher: cipher, form: form)
            var stream = [sent]
            switch form {
            case .raw:
                #expect(sent.count == length + 12)
                let secret = Array(sent.dropFirst(6 + Self.head.utf8.count).dropLast(8 + rest.utf8.count))
                #expect(secret.hex.uppercased().hasPrefix(Self.printed) && secret.hex.uppercased().hasSuffix(end))
            case .printed:
                let text = String(decoding: sent, as: UTF8.self)
                #expect(text.contains("&&{0xE4,0x3E,0x15,0x9A,") && text.contains("}\(rest)&&\(crc)"))
                // The standard prints this form with the length of the raw one.
                stream.append(Array("##0\(length)".utf8) + sent.dropFirst(6))
            }
            for bytes in stream {
                var scanner = FrameScanner(options: ScanOptions(tail: .awaited), keys: EveryDevice(cipher: cipher))
                scanner.append(bytes)
                guard case .accepted(let frame)? = scanner.next() else {
                    Issue.record("\(form) was not accepted")
                    continue
                }
                #expect(frame.bytes == clear && frame.deviations == [] && frame.dialect == .hj2025)
                #expect(frame.encryption == .opened(form, key: 0) && frame.receivedLength == bytes.count)
            }
        }
    }
}
