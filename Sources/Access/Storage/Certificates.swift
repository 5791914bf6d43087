public import Kernel
public import Persistence

/// The register of officers' certificates.
public enum Certificates {
    static func insert(_ certificate: OfficerCertificate, in access: any WriteAccess) throws {
        try access.execute(
            "INSERT INTO access_certificate (number, person_id, valid_from, valid_to) VALUES (?1, ?2, ?3, ?4)",
            [
                .code(certificate.number), .code(certificate.person), .date(certificate.validFrom),
                .date(certificate.validTo),
            ])
    }

    static func withdraw(_ number: CertificateNumber, at now: Instant, in access: any WriteAccess) throws {
        try access.execute(
            "UPDATE access_certificate SET withdrawn_at_ms = ?2 WHERE number = ?1", [.code(number), .instant(now)])
    }

    static func certificate(_ number: CertificateNumber, in access: any ReadAccess) throws -> OfficerCertificate? {
        try access.row("SELECT \(columns) FROM access_certificate WHERE number = ?1", [.code(number)]).map(certificate)
    }

    /// Every certificate, by person and first day.
    public static func all(in access: any ReadAccess) throws -> [OfficerCertificate] {
        try access.rows("SELECT \(columns) FROM access_certificate ORDER BY person_id, valid_from, number")
            .map(certificate)
    }

    /// Officers of a region's branch and of the city, with every certificate that was not withdrawn; by identifier.
    public static func officers(
        of region: RegionCode, in access: any ReadAccess
    ) throws -> [(person: Person, certificates: [OfficerCertificate])] {
        let people = try access.rows(
            """
            SELECT \(People.columns) FROM access_person
            WHERE standing = 'active'
              AND (role = 'city-officer' OR (role = 'branch-officer' AND region_code = ?1)) ORDER BY person_id
            """, [.code(region)]
        ).map(People.person)
        let held = Dictionary(grouping: try all(in: access).filter { $0.withdrawnAt == nil }, by: \.person)
        return people.map { ($0, held[$0.id] ?? []) }
    }

    private static let columns = "number, person_id, valid_from, valid_to, withdrawn_at_ms"

    private static func certificate(_ row: Row) throws -> OfficerCertificate {
        OfficerCertificate(
            number: try row.code("number"), person: try row.code("person_id"), validFrom: try row.date("valid_from"),
            validTo: try row.date("valid_to"), withdrawnAt: try row.optional("withdrawn_at_ms", Row.instant))
    }
}
