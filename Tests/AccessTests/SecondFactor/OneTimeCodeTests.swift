import Kernel
import Testing

@testable import Access

struct OneTimeCodeTests {
    private let secret = Array("12345678901234567890".utf8)

    /// RFC 4226, appendix D.
    @Test(
        arguments: Array(
            [
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
            ].enumerated()))
    func `the counters of RFC 4226 give its codes`(counter: Int, code: String) {
        #expect(OneTimeCode.code(secret: secret, counter: Int64(counter)) == code)
    }

    /// RFC 6238, appendix B, the rows of SHA-1; its codes have eight digits.
    @Test(
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func `the moments of RFC 6238 give its codes`(second: Int64, code: String) {
        let step = OneTimeCode.step(at: Instant(milliseconds: second * 1_000))
        #expect(OneTimeCode.code(secret: secret, counter: step, digits: 8) == code)
        // The six digits that apps show are the last six of the eight.
        #expect(OneTimeCode.code(secret: secret, counter: step) == String(code.suffix(6)))
    }

    /// Steps before or after the present one whose code is typed, the last step that was taken before, and whether the
    /// code is taken now.
    @Test(
        arguments: [
            (-2, -9, false), (-1, -9, true), (0, -9, true), (1, -9, true), (2, -9, false),
            (-1, -1, false), (0, -1, true), (0, 0, false), (-1, 0, false), (1, 0, true), (1, 1, false),
        ] as [(Int64, Int64, Bool)])
    func `a code is taken one step around the present one, and once`(typed: Int64, last: Int64, taken: Bool) throws {
        let now = Instant(milliseconds: 1_795_000_000_000)
        let present = OneTimeCode.step(at: now)
        let code = try #require(OneTimeCode.code(secret: secret, counter: present + typed))
        let step = OneTimeCode.acceptedStep(typed: code, secret: secret, at: now, after: present + last)
        #expect(step == (taken ? present + typed : nil))
    }

    @Test(arguments: ["", "12345", "1234567", "abcdef", "９４２８７０"])
    func `what is no code is not taken`(typed: String) {
        let now = Instant(milliseconds: 59_000)
        #expect(OneTimeCode.acceptedStep(typed: typed, secret: secret, at: now, after: 0) == nil)
    }

    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func `letters are those of RFC 4648 without padding`(bytes: String, letters: String) {
        #expect(Base32.text(of: Array(bytes.utf8)) == letters)
    }

    @Test func `the address names issuer, login and all that an app must know`() {
        let address = OneTimeCode.address(of: Login(checked: "li.ming@example"), secret: secret)
        #expect(
            address == "otpauth://totp/Jianhu:li.ming%40example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Jianhu&algorithm=SHA1&digits=6&period=30")
    }
}
