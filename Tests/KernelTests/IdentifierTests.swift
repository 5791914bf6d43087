import FoundationEssentials
import Kernel
import Testing

struct IdentifierTests {
    private static let kinds: [(any Identifier.Type, Int)] = [
        (EnterpriseID.self, 32), (OutletID.self, 48), (PersonID.self, 32), (CaseID.self, 48), (EpisodeID.self, 64),
        (DecisionID.self, 64), (DutyID.self, 64), (DeviceNumber.self, 64), (PollutantCode.self, 24),
        (RegionCode.self, 12),
    ]

    @Test(arguments: kinds.indices)
    func `a code may be as long as its limit and not one longer`(index: Int) {
        let (kind, lengthMax) = Self.kinds[index]
        let lengths = [0, 1, lengthMax, lengthMax + 1].map { kind.accepts(String(repeating: "z", count: $0)) }
        #expect(lengths == [false, true, true, false])
        let foreign = ["\n", "\u{0}", " ", "中", "é", "\u{7F}", ";"].filter { kind.accepts("a" + $0) }
        #expect(foreign == [])
    }

    @Test func `plain codes hold letters, digits and three signs, device numbers all that devices send`() {
        let signs = (UInt8.min...127).map { String(UnicodeScalar($0)) }
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.".map(String.init))
        #expect(Set(signs.filter(OutletID.accepts)) == plain)
        #expect(Set(signs.filter(DeviceNumber.accepts)) == Set(signs[0x21...0x7E]).subtracting([";"]))
    }

    @Test(arguments: [("2026-0013", "〔2026〕13号"), ("2026-12345", "〔2026〕12345号"), ("C1", "C1"), ("20-1", "20-1")])
    func `a case is called by the number of its documents`(code: String, number: String) {
        #expect(CaseID(checked: code).documentNumber == number)
    }

    @Test func `decoding checks too`() throws {
        let bytes = Data(#"["330602","33 602"]"#.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([RegionCode].self, from: bytes) }
        let code = try #require(RegionCode("3306BH"))
        #expect(try JSONDecoder().decode(RegionCode.self, from: JSONEncoder().encode(code)) == code)
    }
}
