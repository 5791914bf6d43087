public import Facts
import Kernel
import Persistence

extension AccessRoom {
    /// Every certificate of the register.
    public func certificates() async throws -> [OfficerCertificate] {
        try await database.read { access in try Certificates.all(in: access) }
    }

    /// Enters a certificate. Refuses with `CertificateRefusal`.
    public func record(_ certificate: OfficerCertificate, by author: FactAuthor) async throws {
        guard certificate.validFrom <= certificate.validTo else { throw CertificateRefusal.periodReversed }
        let journal = journal
        try await database.write { access in
            guard let person = try People.person(certificate.person, in: access) else {
                throw CertificateRefusal.unknownPerson
            }
            guard [.cityOfficer, .branchOfficer].contains(person.role) else { throw CertificateRefusal.notAnOfficer }
            guard try Certificates.certificate(certificate.number, in: access) == nil else {
                throw CertificateRefusal.numberTaken
            }
            try Certificates.insert(certificate, in: access)
            try journal.append(
                CertificateRecorded(
                    number: certificate.number.text, person: person.id, validFrom: certificate.validFrom,
                    validTo: certificate.validTo),
                about: FactSubject(reference: person.id.text), by: author, in: access)
        }
    }

    /// Withdraws a certificate from now on. Refuses with `CertificateRefusal.unknownNumber`.
    public func withdraw(_ number: CertificateNumber, because reason: String, by author: FactAuthor) async throws {
        try await database.write { [self] access in try withdraw(number, because: reason, by: author, in: access) }
    }

    /// Refuses what `withdraw` would refuse; the certificate goes on counting.
    public func rehearseWithdrawal(of number: CertificateNumber, by author: FactAuthor) async throws {
        try await database.rehearse { [self] access in try withdraw(number, because: "", by: author, in: access) }
    }

    private func withdraw(
        _ number: CertificateNumber, because reason: String, by author: FactAuthor, in access: any WriteAccess
    ) throws {
        guard let known = try Certificates.certificate(number, in: access), known.withdrawnAt == nil else {
            throw CertificateRefusal.unknownNumber
        }
        try Certificates.withdraw(number, at: clock.now(), in: access)
        try journal.append(
            CertificateWithdrawn(number: number.text, person: known.person, reason: reason),
            about: FactSubject(reference: known.person.text), by: author, in: access)
    }
}
