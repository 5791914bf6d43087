import Facts
import Kernel
import Persistence
import SQLitePersistence
import Testing

@testable import Access

struct EnterpriseOrganisationTests {
    @Test func `enterprises of one name are organisations all the same, and so is one whose code is taken`()
        async throws
    {
        let stage = try await AccessStage(.real)
        let region = RegionCode(checked: "330602")
        try await stage.room.record(
            try Organisation(id: OrganisationID(checked: "E3"), name: "银行（示例）", kind: .bank), by: .system("test"))
        let long = String(repeating: "厂", count: 90)
        try await stage.database.write { [room = stage.room] access in
            for (code, name) in [("E1", "示例厂"), ("E2", "示例厂"), ("E3", "示例厂"), ("E4", long), ("E5", long), ("E1", "改名")]
            {
                try room.recordEnterprise(
                    EnterpriseID(checked: code), name: name, region: region, by: .system("test"), in: access)
            }
        }
        let found = try await stage.room.organisations().filter { $0.kind == .enterprise }
        #expect(found.compactMap(\.enterprise?.text).sorted() == ["E1", "E2", "E3", "E4", "E5"])
        let names = Dictionary(uniqueKeysWithValues: found.map { ($0.id.text, $0.name) })
        #expect(names["E1"] == "示例厂" && names["E2"] == "示例厂（E2）" && names["E-E3"] == "示例厂（E3）")
        #expect(names["E4"] == String(repeating: "厂", count: 80))
        #expect(names["E5"] == String(repeating: "厂", count: 76) + "（E5）")
    }

    @Test func `an enterprise that the register does not have is no organisation`() async throws {
        let stage = try await AccessStage(.real)
        let unknown = try Organisation(
            id: OrganisationID(checked: "X"), name: "厂（示例）", kind: .enterprise,
            enterprise: EnterpriseID(checked: "E404"))
        await #expect(throws: AccessRefusal.unknownEnterprise) {
            try await stage.room.record(unknown, by: .system("test"))
        }
        #expect(try await stage.room.organisations().isEmpty)
    }

    @Test(
        arguments: ["", " ", "\u{3000}", "\u{202E}厂", "厂\u{0}", "\u{3164}", String(repeating: "e\u{301}", count: 41)])
    func `a name that cannot be read is none`(name: String) {
        #expect(!Person.acceptsName(name, max: 80))
        #expect(throws: AccessRefusal.organisationName) {
            try Organisation(id: OrganisationID(checked: "X"), name: name, kind: .bank)
        }
    }
}
