import Kernel
import Persistence
import SQLitePersistence
import Testing

@testable import Access

struct PeopleTests {
    @Test func `everybody is read back as they were entered`() async throws {
        let stage = try await AccessStage()
        let people = [
            Person.example("P1", .cityOfficer), .example("P2", .branchOfficer(RegionCode(checked: "330602"))),
            .example("P3", .enterpriseManager(EnterpriseID(checked: "E001"))), .example("P4", .administrator),
        ]
        for person in people { try await stage.room.admit(person, password: nil) }
        #expect(try await stage.room.people() == people)
        let byLogin = try await stage.database.read { try People.person(login: Login(checked: "p3"), in: $0) }
        #expect(byLogin == people[2])
        #expect(try await stage.database.read { try People.count($0) } == 4)
    }

    /// Rows that would give somebody another scope than their role's.
    @Test(arguments: [
        ("city-officer", "'330602'", "NULL"), ("city-officer", "NULL", "'E001'"), ("branch-officer", "NULL", "NULL"),
        ("enterprise-manager", "NULL", "NULL"), ("administrator", "NULL", "'E001'"), ("liaison", "'330602'", "NULL"),
        ("superuser", "NULL", "NULL"),
    ])
    func `the schema refuses a role with foreign stamps`(role: String, region: String, enterprise: String) async throws
    {
        let stage = try await AccessStage()
        await #expect(throws: (any Error).self) {
            try await stage.database.write { access in
                _ = try access.execute(
                    """
                    INSERT INTO access_person (person_id, login, name, role, region_code, enterprise_id, standing,
                      password_owed, created_at_ms)
                    VALUES ('P9', 'p9', '示例', '\(role)', \(region), \(enterprise), 'active', 0, 1)
                    """)
            }
        }
    }
}
