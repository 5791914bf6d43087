public import Kernel
public import Persistence

/// The people who may sign in.
public enum People {
    /// Enters a person. Without a hash they cannot sign in by password.
    static func enter(
        _ person: Person, passwordHash: PasswordHash?, at now: Instant, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO access_person (person_id, login, name, role, region_code, enterprise_id, password_hash,
              created_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """,
            [
                .code(person.id), .code(person.login), .text(person.name), .text(person.role.rawValue),
                .code(person.region), .code(person.enterprise), .optionalText(passwordHash?.text), .instant(now),
            ])
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
    static let columns = "person_id, login, name, role, region_code, enterprise_id"

    /// A person of a row with `columns`.
    static func person(_ row: Row) throws -> Person {
        let role: Role = try row.choice("role")
        let post: Person.Post =
            switch role {
            case .cityOfficer: .cityOfficer
            case .branchOfficer: .branchOfficer(try row.code("region_code"))
            case .enterpriseManager: .enterpriseManager(try row.code("enterprise_id"))
            case .administrator: .administrator
            }
        return Person(
            id: try row.code("person_id"), login: try row.code("login"), name: try row.text("name"), post: post)
    }
}
