import Access
import Kernel
import Testing

@testable import App

extension Caller {
    /// Enrols a second factor as an authenticator app would, and tells its secret.
    @discardableResult
    func enrolSecondFactor() async throws -> [UInt8] {
        let letters = try #require(try await get("/account/second-factor").text("secret"))
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bits = letters.filter { $0 != " " }.flatMap { letter in
            (0..<5).reversed().map { (alphabet.firstIndex(of: letter) ?? 0) >> $0 & 1 }
        }
        let secret = (0..<(bits.count / 8)).map { byte in
            bits[(byte * 8)..<(byte * 8 + 8)].reduce(UInt8(0)) { $0 << 1 | UInt8($1) }
        }
        let step = OneTimeCode.step(at: SystemClock().now())
        let code = try #require(OneTimeCode.code(secret: secret, counter: step))
        let done = try await post("/account/second-factor", ["code": code])
        #expect(done.status == 200, "\(done.body)")
        return secret
    }
}
