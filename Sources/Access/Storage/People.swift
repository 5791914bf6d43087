public import Kernel
public import Persistence

/// The people who may sign in.
public enum People {
    /// Enters a person. Without a hash they cannot sign in by password.
    static func enter(
        _ person: Person, passwordHash: PasswordHash?, owesPassword: Bool, at now: Instant,
        in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO access_person (person_id, login, name, role, region_code, enterprise_id, organisation_id,
              standing, password_hash, password_owed, created_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """,
            [
                .code(person.id), .code(person.login), .text(person.name), .text(person.role.rawValue),
                .code(person.region), .code(person.enterprise), .code(person.organisation),
                .text(person.standing.rawValue), .optionalText(passwordHash?.text), .int(owesPassword ? 1 : 0),
                .instant(now),
            ])
    }

    /// Gives a person a post and lets them in.
    static func grant(_ person: Person, in access: any WriteAccess) throws {
        try access.execute(
            """
            UPDATE access_person SET role = ?2, region_code = ?3, enterprise_id = ?4, standing = 'active'
            WHERE person_id = ?1
            """,
            [.code(person.id), .text(person.role.rawValue), .code(person.region), .code(person.enterprise)])
    }

    /// Moves a person to another organisation, with a post that waits for its grant.
    static func move(_ person: Person, in access: any WriteAccess) throws {
        try access.execute(
            """
            UPDATE access_person SET role = ?2, region_code = ?3, enterprise_id = ?4, organisation_id = ?5,
              standing = 'proposed'
            WHERE person_id = ?1
            """,
            [
                .code(person.id), .text(person.role.rawValue), .code(person.region), .code(person.enterprise),
                .code(person.organisation),
            ])
    }

    /// Closes a person's entry for good: it stays, without a password.
    static func close(_ id: PersonID, at now: Instant, in access: any WriteAccess) throws {
        try access.execute(
            """
            UPDATE access_person SET standing = 'left', left_at_ms = ?2, password_hash = NULL, password_owed = 0
            WHERE person_id = ?1
            """, [.code(id), .instant(now)])
    }

    /// Sets a password; owed when the person shall choose another before anything else.
    static func setPassword(
        _ hash: PasswordHash, of id: PersonID, owed: Bool, in access: any WriteAccess
    ) throws {
        try access.execute(
            "UPDATE access_person SET password_hash = ?2, password_owed = ?3 WHERE person_id = ?1",
            [.code(id), .text(hash.text), .int(owed ? 1 : 0)])
    }

    /// What a person's profile says of language and type.
    static func preferences(of id: PersonID, in access: any ReadAccess) throws -> Preferences {
        try access.row("SELECT language, large_type FROM access_person WHERE person_id = ?1", [.code(id)])
            .map(preferences) ?? .none
    }

    /// The preferences of a row with `language` and `large_type`.
    static func preferences(_ row: Row) throws -> Preferences {
        Preferences(
            language: try row.optional("language", Row.text).flatMap(Language.init),
            hasLargeType: try row.optional("large_type", Row.int).map { $0 == 1 })
    }

    /// Sets what a person's profile says.
    static func setPreferences(_ preferences: Preferences, of id: PersonID, in access: any WriteAccess) throws {
        try access.execute(
            "UPDATE access_person SET language = ?2, large_type = ?3 WHERE person_id = ?1",
            [
                .code(id), .optionalText(preferences.language?.rawValue),
                preferences.hasLargeType.map { .int($0 ? 1 : 0) } ?? .null,
            ])
    }

    /// How many active people have a post with this role, region and enterprise.
    static func countActive(like person: Person, in access: any ReadAccess) throws -> Int {
        try access.row(
            """
            SELECT COUNT(*) AS people FROM access_person WHERE standing = 'active' AND role = ?1
              AND COALESCE(region_code, '') = ?2 AND COALESCE(enterprise_id, '') = ?3
            """,
            [
                .text(person.role.rawValue), .text(person.region?.text ?? ""),
                .text(person.enterprise?.text ?? ""),
            ])?.int("people") ?? 0
    }

    /// A person by identifier.
    public static func person(_ id: PersonID, in access: any ReadAccess) throws -> Person? {
        try access.row("SELECT \(columns) FROM access_person WHERE person_id = ?1", [.code(id)]).map(person)
    }

    /// A person by login.
    public static func person(login: Login, in access: any ReadAccess) throws -> Person? {
        try access.row("SELECT \(columns) FROM access_person WHERE login = ?1", [.code(login)]).map(person)
    }

    /// The first people by identifier.
    public static func all(limit: Int, in access: any ReadAccess) throws -> [Person] {
        try access.rows("SELECT \(columns) FROM access_person ORDER BY person_id LIMIT ?1", [.int(limit)]).map(person)
    }

    /// Those of an organisation who may sign in, by identifier.
    public static func active(
        of organisation: OrganisationID, limit: Int, in access: any ReadAccess
    ) throws -> [Person] {
        try access.rows(
            """
            SELECT \(columns) FROM access_person WHERE organisation_id = ?1 AND standing = 'active'
            ORDER BY person_id LIMIT ?2
            """, [.code(organisation), .int(limit)]
        ).map(person)
    }

    /// How many people there are.
    public static func count(_ access: any ReadAccess) throws -> Int {
        try access.row("SELECT COUNT(*) AS people FROM access_person")?.int("people") ?? 0
    }

    /// The stored password of a person; nil when there is none or it is not in our form.
    static func passwordHash(of id: PersonID, in access: any ReadAccess) throws -> PasswordHash? {
        try access.row("SELECT password_hash FROM access_person WHERE person_id = ?1", [.code(id)])?
            .optional("password_hash", Row.text).flatMap(PasswordHash.init)
    }

    /// The columns that make a person.
    static let columns = "person_id, login, name, role, region_code, enterprise_id, organisation_id, standing"

    /// A person of a row with `columns`.
    static func person(_ row: Row) throws -> Person {
        let role: Role = try row.choice("role")
        let post: Person.Post =
            switch role {
            case .cityOfficer: .cityOfficer
            case .branchOfficer: .branchOfficer(try row.code("region_code"))
            case .enterpriseManager: .enterpriseManager(try row.code("enterprise_id"))
            case .liaison: .liaison
            case .administrator: .administrator
            case .securityAdministrator: .securityAdministrator
            case .auditAdministrator: .auditAdministrator
            }
        return Person(
            id: try row.code("person_id"), login: try row.code("login"), name: try row.text("name"), post: post,
            organisation: try row.optional("organisation_id", Row.code), standing: try row.choice("standing"))
    }
}
