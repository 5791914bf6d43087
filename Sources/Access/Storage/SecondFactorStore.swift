import Kernel
import Persistence

/// Second factors and recovery codes. Secrets are sealed, bound to their person; codes are digests.
enum SecondFactorStore {
    /// How many recovery codes are made at once.
    static let recoveryCodes = 10

    struct Stored {
        let secret: [UInt8]
        let lastStep: Int64
        let confirmedAt: Instant?
    }

    private static func identity(_ person: PersonID) -> String { "access_second_factor/\(person.text)" }

    /// Begins an enrolment anew; a secret that was not confirmed is forgotten.
    static func begin(
        _ secret: [UInt8], of person: PersonID, at now: Instant, with box: SecretBox, in access: any WriteAccess
    ) throws {
        try access.execute("DELETE FROM access_second_factor WHERE person_id = ?1", [.code(person)])
        try access.execute(
            """
            INSERT INTO access_second_factor (person_id, sealed, last_step, created_at_ms, confirmed_at_ms)
            VALUES (?1, ?2, 0, ?3, NULL)
            """, [.code(person), .blob(try box.seal(secret, for: identity(person))), .instant(now)])
    }

    static func stored(
        of person: PersonID, with box: SecretBox, in access: any ReadAccess
    ) throws -> Stored? {
        try access.row(
            "SELECT sealed, last_step, confirmed_at_ms FROM access_second_factor WHERE person_id = ?1",
            [.code(person)]
        ).map { row in
            Stored(
                secret: try box.open(try row.blob("sealed"), for: identity(person)),
                lastStep: try row.int64("last_step"), confirmedAt: try row.optional("confirmed_at_ms", Row.instant))
        }
    }

    /// Since when each person has a confirmed second factor.
    static func confirmed(_ access: any ReadAccess) throws -> [PersonID: Instant] {
        try access.rows(
            "SELECT person_id, confirmed_at_ms FROM access_second_factor WHERE confirmed_at_ms IS NOT NULL"
        ).reduce(into: [:]) { $0[try $1.code("person_id")] = try $1.instant("confirmed_at_ms") }
    }

    /// Remembers the last step that was taken; tells whether it is later than the one before, in this transaction.
    static func take(_ step: Int64, of person: PersonID, in access: any WriteAccess) throws -> Bool {
        try access.execute(
            "UPDATE access_second_factor SET last_step = ?2 WHERE person_id = ?1 AND last_step < ?2",
            [.code(person), .integer(step)]) == 1
    }

    /// Confirms an enrolment, with new recovery codes.
    static func confirm(
        of person: PersonID, recoveryCodes: [Digest256], at now: Instant, in access: any WriteAccess
    ) throws {
        try access.execute(
            "UPDATE access_second_factor SET confirmed_at_ms = ?2 WHERE person_id = ?1",
            [.code(person), .instant(now)])
        try access.execute("DELETE FROM access_recovery_code WHERE person_id = ?1", [.code(person)])
        _ = try access.executeEach(
            "INSERT INTO access_recovery_code (person_id, code_hash, used_at_ms) VALUES (?1, ?2, NULL)",
            recoveryCodes.map { [.code(person), .digest($0)] })
    }

    /// Uses a recovery code up; tells whether it was one that nobody had used.
    static func useRecoveryCode(
        _ code: Digest256, of person: PersonID, at now: Instant, in access: any WriteAccess
    ) throws -> Bool {
        try access.execute(
            """
            UPDATE access_recovery_code SET used_at_ms = ?3
            WHERE person_id = ?1 AND code_hash = ?2 AND used_at_ms IS NULL
            """, [.code(person), .digest(code), .instant(now)]) == 1
    }

    /// How many recovery codes a person has left.
    static func recoveryCodesLeft(of person: PersonID, in access: any ReadAccess) throws -> Int {
        try access.row(
            "SELECT COUNT(*) AS codes FROM access_recovery_code WHERE person_id = ?1 AND used_at_ms IS NULL",
            [.code(person)])?.int("codes") ?? 0
    }

    /// Takes a second factor away, recovery codes too; tells whether there was one.
    @discardableResult
    static func remove(of person: PersonID, in access: any WriteAccess) throws -> Bool {
        try access.execute("DELETE FROM access_recovery_code WHERE person_id = ?1", [.code(person)])
        return try access.execute("DELETE FROM access_second_factor WHERE person_id = ?1", [.code(person)]) == 1
    }

    /// Whether any secret is sealed here, so that the database needs its key file.
    static func holdsSealed(_ access: any ReadAccess) throws -> Bool {
        try access.row("SELECT 1 AS found FROM access_second_factor LIMIT 1") != nil
    }

    /// Seals anew what an older key sealed; tells how many, and how many do not open at all.
    static func sealAnew(with box: SecretBox, in access: any WriteAccess) throws -> (changed: Int, broken: Int) {
        var (changed, broken) = (0, 0)
        for row in try access.rows("SELECT person_id, sealed FROM access_second_factor ORDER BY person_id") {
            let (person, sealed): (PersonID, [UInt8]) = (try row.code("person_id"), try row.blob("sealed"))
            do {
                let secret = try box.open(sealed, for: identity(person))
                guard !box.isNewest(sealed) else { continue }
                try access.execute(
                    "UPDATE access_second_factor SET sealed = ?2 WHERE person_id = ?1",
                    [.code(person), .blob(try box.seal(secret, for: identity(person)))])
                changed += 1
            } catch SecretBox.Refusal.forged, SecretBox.Refusal.notAnEnvelope {
                broken += 1
            }
        }
        return (changed, broken)
    }
}
