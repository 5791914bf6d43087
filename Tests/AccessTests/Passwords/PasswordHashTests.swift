import Kernel
import Testing

@testable import Access

struct PasswordHashTests {
    private let salt = Array(UInt8(0)..<16)

    @Test func `a hash says its cost, comes back from its text, and knows its password only`() throws {
        let hash = try #require(PasswordHash(of: "correct horse 电池", salt: salt))
        #expect(hash.text.hasPrefix("$scrypt$ln=15,r=8,p=3$000102030405060708090a0b0c0d0e0f$"))
        let read = try #require(PasswordHash(hash.text))
        #expect(read == hash)
        #expect(read.matches("correct horse 电池"))
        #expect(!read.matches("correct horse 电地"))
    }

    @Test(arguments: [
        "", "$scrypt$", "scrypt$ln=15,r=8,p=3$00$00", "$bcrypt$ln=15,r=8,p=3$SALT$KEY", "$scrypt$ln=15,r=8$SALT$KEY",
        "$scrypt$ln=15,r=8,p=3,x=1$SALT$KEY", "$scrypt$ln=x,r=8,p=3$SALT$KEY", "$scrypt$ln=15,r=8,p=3$00$KEY",
        "$scrypt$ln=15,r=8,p=3$SALT$00", "$scrypt$ln=15,r=8,p=3$SALT$KEY$",
    ])
    func `a text in another form is no hash`(form: String) {
        let salt = String(repeating: "00", count: 16)
        let key = String(repeating: "11", count: 32)
        #expect(PasswordHash("$scrypt$ln=15,r=8,p=3$\(salt)$\(key)") != nil)
        #expect(PasswordHash(form.replacing("SALT", with: salt).replacing("KEY", with: key)) == nil)
    }
}
