import CLibcrypto
public import Kernel

/// One-time codes of a shared secret: HOTP (RFC 4226) and, with the number of half minutes since 1970 as its counter,
/// TOTP (RFC 6238); HMAC-SHA-1 by the system's libcrypto, as every authenticator app computes it.
public enum OneTimeCode {
    /// How long a code is shown.
    public static let stepSeconds: Int64 = 30
    /// How many digits a code has here.
    public static let digits = 6
    /// How many steps before and after the present one are taken: clocks differ, and people type slowly.
    public static let windowSteps: Int64 = 1
    /// Bytes of a new secret: as long as the digest, as RFC 4226 section 4 recommends.
    public static let secretBytes = 20

    /// The code of a counter; nil when libcrypto refuses.
    ///
    /// - Parameter digits: 6 to 8.
    public static func code(secret: [UInt8], counter: Int64, digits: Int = digits) -> String? {
        let message = (0..<8).reversed().map { UInt8(truncatingIfNeeded: counter >> (Int64($0) * 8)) }
        var mac = [UInt8](repeating: 0, count: 20)
        var count: UInt32 = 0
        guard HMAC(EVP_sha1(), secret, Int32(secret.count), message, message.count, &mac, &count) != nil, count == 20
        else { return nil }
        // RFC 4226 section 5.3: the last four bits say where four bytes are taken, without their sign.
        let offset = Int(mac[19] & 0x0F)
        let number = mac[offset..<(offset + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(UInt32(1)) { product, _ in product * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step in which a moment lies.
    public static func step(at now: Instant) -> Int64 { now.milliseconds / 1_000 / stepSeconds }

    /// The step whose code was typed, if it is one of the window and behind the last one that was taken: a code works
    /// once, and so do the codes before it.
    public static func acceptedStep(
        typed: String, secret: [UInt8], at now: Instant, after lastStep: Int64
    ) -> Int64? {
        let present = step(at: now)
        // All steps of the window are computed, so that the time does not tell which one it was.
        let matching = ((present - windowSteps)...(present + windowSteps)).filter { step in
            SecretComparison.isExpected(typed, code(secret: secret, counter: step))
        }
        return matching.first { $0 > lastStep }
    }

    /// The address that authenticator apps read from a QR code.
    public static func address(of login: Login, secret: [UInt8]) -> String {
        let label = login.text.replacing("@", with: "%40")
        return "otpauth://totp/Jianhu:\(label)?secret=\(Base32.text(of: secret))&issuer=Jianhu"
            + "&algorithm=SHA1&digits=\(digits)&period=\(stepSeconds)"
    }
}
