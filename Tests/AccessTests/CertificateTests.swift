import Facts
import Kernel
import Persistence
import SQLitePersistence
import Testing

@testable import Access

struct CertificateTests {
    private static let from = CivilDate(dayNumber: 20_000)

    private func certificate(_ number: String, of person: String, days: Int64 = 100) -> OfficerCertificate {
        OfficerCertificate(
            number: CertificateNumber(checked: number), person: PersonID(checked: person), validFrom: Self.from,
            validTo: Self.from.adding(days: days))
    }

    @Test func `a certificate is entered once, by a fact, and withdrawn by another`() async throws {
        let stage = try await AccessStage()
        try await stage.room.admit(stage.officer("P-A", region: "330602"), password: nil)
        try await stage.room.record(certificate("SL-1", of: "P-A"), by: .system("test"))
        await #expect(throws: CertificateRefusal.numberTaken) {
            try await stage.room.record(certificate("SL-1", of: "P-A"), by: .system("test"))
        }
        await #expect(throws: CertificateRefusal.unknownPerson) {
            try await stage.room.record(certificate("SL-2", of: "P-X"), by: .system("test"))
        }
        await #expect(throws: CertificateRefusal.periodReversed) {
            try await stage.room.record(certificate("SL-2", of: "P-A", days: -1), by: .system("test"))
        }
        let held = try await stage.officers(of: "330602")
        #expect(held == ["P-A: SL-1"])
        #expect(try await stage.officers(of: "330603") == [])
        let number = CertificateNumber(checked: "SL-1")
        try await stage.room.withdraw(number, because: "换证", by: .system("test"))
        await #expect(throws: CertificateRefusal.unknownNumber) {
            try await stage.room.withdraw(number, because: "换证", by: .system("test"))
        }
        #expect(try await stage.officers(of: "330602") == ["P-A: "])
        #expect(try await stage.room.certificates().map(\.withdrawnAt).filter { $0 != nil }.count == 1)
    }

    @Test func `nobody but an officer holds a certificate`() async throws {
        let stage = try await AccessStage()
        let manager = Person(
            id: PersonID(checked: "P-M"), login: Login(checked: "p-m"), name: "示例",
            post: .enterpriseManager(EnterpriseID(checked: "E1")))
        try await stage.room.admit(manager, password: nil)
        await #expect(throws: CertificateRefusal.notAnOfficer) {
            try await stage.room.record(certificate("SL-1", of: "P-M"), by: .system("test"))
        }
    }

    @Test(arguments: [("SL-3306-0001", true), ("", false), ("a b", false), (String(repeating: "1", count: 33), false)])
    func `a number is a plain code`(text: String, isOne: Bool) {
        #expect((CertificateNumber(text) != nil) == isOne)
    }
}

extension AccessStage {
    fileprivate func officer(_ id: String, region: String) -> Person {
        Person(
            id: PersonID(checked: id), login: Login(checked: id.lowercased()), name: "示例",
            post: .branchOfficer(RegionCode(checked: region)))
    }

    /// Who works in a region, with the numbers of the certificates that count.
    fileprivate func officers(of region: String) async throws -> [String] {
        try await database.read { access in
            try Certificates.officers(of: RegionCode(checked: region), in: access).map { person, certificates in
                "\(person.id): \(certificates.map(\.number.text).joined(separator: ","))"
            }
        }
    }
}
