import Kernel
import TestMaterial
import Testing

@testable import Registry

struct CreditCodeTests {
    /// The table of the method page: a code, and what is doubtful about it.
    @Test func `a code is doubted by GB 32100, and kept`() throws {
        let rows = try RepositoryFile.table("| code | doubt |", in: "docs/method/register-table.md")
        #expect(rows.count == 5)
        for row in rows {
            #expect(try #require(CreditCode(row[0])).doubt?.rawValue ?? "none" == row[1], "\(row)")
        }
    }

    @Test(arguments: ["", "91350100-M000100Y43", "91350100m000100Y43", String(repeating: "9", count: 33)])
    func `what is no code at all is refused`(text: String) {
        #expect(CreditCode(text) == nil)
    }

    @Test func `a completed code is sound, and any other last character is not`() throws {
        let code = try #require(CreditCode(completing: "91330602MA99D0001"))
        #expect(code.doubt == nil)
        let others = "0123456789ABCDEFGHJKLMNPQRTUWXY".filter { $0 != code.text.last }
        #expect(others.allSatisfy { CreditCode("91330602MA99D0001\($0)")?.doubt == .check })
        #expect(CreditCode(completing: "91330602MA99D000O") == nil)
    }
}
