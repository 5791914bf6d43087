import Facts
import Kernel
import Persistence
import SQLitePersistence
import Testing

@testable import Access

struct AccessChecksTests {
    private func stage() async throws -> AccessStage {
        let stage = try await AccessStage(.real)
        let bureau = OrganisationID(checked: "BUREAU")
        try await stage.room.record(
            try Organisation(id: bureau, name: "市局（示例）", kind: .cityBureau), by: .system("test"))
        try await stage.room.admit(.example("S1", .securityAdministrator), password: nil)
        try await stage.room.admit(.example("A1", .administrator), password: nil)
        for login in ["stays", "goes", "waits"] {
            let person = try await stage.room.propose(
                name: login, login: Login(checked: login), role: .cityOfficer, in: bureau, by: .system("test"))
            if login == "waits" { continue }
            _ = try await stage.room.grant(.cityOfficer, to: person.id, by: PersonID(checked: "S1"))
            if login == "stays" {
                try await stage.room.record(
                    OfficerCertificate(
                        number: CertificateNumber(checked: "SL-1"), person: person.id,
                        validFrom: CivilDate(dayNumber: 20_000), validTo: CivilDate(dayNumber: 21_000)),
                    by: .system("test"))
                continue
            }
            try await stage.room.leave(
                person.id, successor: nil, because: "示例", by: PersonID(checked: "A1"))
        }
        return stage
    }

    private func differences(_ stage: AccessStage) async throws -> [Int] {
        try await stage.database.read { try AccessRoom.checks.check($0).map(\.differenceCount) }
    }

    @Test(arguments: [
        "UPDATE access_certificate SET valid_to = '2031-12-31'",
        "UPDATE access_certificate SET valid_from = '2020-01-01'",
        "UPDATE access_certificate SET withdrawn_at_ms = 1", "DELETE FROM access_certificate",
        "UPDATE access_certificate SET person_id = (SELECT person_id FROM access_person WHERE login = 'waits')",
        "INSERT INTO access_certificate SELECT 'SL-9', person_id, valid_from, valid_to, NULL FROM access_certificate",
    ])
    func `a certificate that was not recorded so is found`(statement: String) async throws {
        let stage = try await stage()
        try await stage.database.write { _ = try $0.execute(statement) }
        #expect(try await differences(stage) == [0, 0, 1])
    }

    @Test func `a register that agrees with the journal holds`() async throws {
        let stage = try await stage()
        #expect(try await differences(stage) == [0, 0, 0])
        let examined = try await stage.database.read { try AccessRoom.checks.check($0).map(\.examined) }
        #expect(examined == [5, 5, 1])
    }

    @Test(arguments: [
        "UPDATE access_person SET role = 'security-administrator' WHERE login = 'stays'",
        "UPDATE access_person SET standing = 'active' WHERE login = 'waits'",
        "UPDATE access_person SET standing = 'active', left_at_ms = NULL WHERE login = 'goes'",
    ])
    func `a role that nobody granted is found`(statement: String) async throws {
        let stage = try await stage()
        try await stage.database.write { _ = try $0.execute(statement) }
        #expect(try await differences(stage) == [1, 0, 0])
    }
}
