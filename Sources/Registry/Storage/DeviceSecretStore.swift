import Kernel
import Persistence

/// The rows of device secrets. What stands in them opens only with the key file.
enum DeviceSecretStore {
    enum Kind: String {
        case password
        case encryptionKey = "sm4-key"

        var keeping: Succession.Keeping {
            switch self {
            case .password: .untilUse
            case .encryptionKey: .oneFormer
            }
        }
    }

    /// One sealed secret and the row it belongs to.
    struct Sealed {
        let device: DeviceNumber
        let kind: Kind
        let generation: Int
        let standing: Succession.Standing
        let origin: Succession.Origin
        let inForceAfter: Int?
        let createdAt: Instant?
        let envelope: [UInt8]

        var member: Succession.Member {
            Succession.Member(
                generation: generation, standing: standing, origin: origin, inForceAfter: inForceAfter)
        }
    }

    /// What an envelope is bound to: moved to another row it does not open.
    private static func identity(_ device: DeviceNumber, _ kind: Kind, _ generation: Int) -> String {
        "registry_device_secret/\(kind.rawValue)/\(generation)/\(device.text)"
    }

    static func insert(
        _ secret: [UInt8], _ kind: Kind, of device: DeviceNumber, as member: Succession.Member, createdAt: Instant?,
        with box: SecretBox, in access: any WriteAccess
    ) throws {
        let envelope = try box.seal(secret, for: identity(device, kind, member.generation))
        try access.execute(
            """
            INSERT INTO registry_secret (device_number, kind, generation, standing, origin, created_at_ms, sealed,
              in_force_after)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """,
            [
                .code(device), .text(kind.rawValue), .int(member.generation), .text(member.standing.rawValue),
                .text(member.origin.rawValue), .instant(createdAt), .blob(envelope),
                member.inForceColumn,
            ])
    }

    /// The values of a kind as they stand.
    static func succession(of kind: Kind, _ device: DeviceNumber, in access: any ReadAccess) throws -> Succession {
        Succession(kind.keeping, members: try sealed(kind, of: device, in: access).map(\.member))
    }

    /// Writes down where values stand now, and forgets those that went. What was added has been inserted.
    static func settle(
        _ succession: Succession, _ kind: Kind, of device: DeviceNumber, in access: any WriteAccess
    ) throws {
        for stored in try sealed(kind, of: device, in: access) {
            let member = succession.members.first { $0.generation == stored.generation }
            guard let member else {
                try access.execute(
                    "DELETE FROM registry_secret WHERE device_number = ?1 AND kind = ?2 AND generation = ?3",
                    [.code(device), .text(kind.rawValue), .int(stored.generation)])
                continue
            }
            guard member != stored.member else { continue }
            try access.execute(
                """
                UPDATE registry_secret SET standing = ?4, in_force_after = ?5
                WHERE device_number = ?1 AND kind = ?2 AND generation = ?3
                """,
                [
                    .code(device), .text(kind.rawValue), .int(member.generation), .text(member.standing.rawValue),
                    member.inForceColumn,
                ])
        }
    }

    /// Forgets all secrets of a number that is no longer known.
    static func dropAll(of device: DeviceNumber, in access: any WriteAccess) throws {
        try access.execute("DELETE FROM registry_secret WHERE device_number = ?1", [.code(device)])
    }

    /// When the SM4 key in force of each device was made.
    static func keysInForce(_ access: any ReadAccess) throws -> [DeviceNumber: Instant] {
        let rows = try access.rows(
            """
            SELECT device_number, created_at_ms FROM registry_secret
            WHERE kind = 'sm4-key' AND standing = 'present'
            """)
        return try rows.reduce(into: [:]) { $0[try $1.code("device_number")] = try $1.instant("created_at_ms") }
    }

    /// Numbers with a secret that waits for its first use, or is still believed until then.
    static func numbersWithWaiting(_ access: any ReadAccess) throws -> Set<DeviceNumber> {
        let rows = try access.rows(
            """
            SELECT DISTINCT device_number FROM registry_secret
            WHERE standing = 'next' OR (kind = 'password' AND standing = 'former')
            """)
        return Set(try rows.map { try $0.code("device_number") })
    }

    /// The secrets of a device, newest first.
    static func sealed(_ kind: Kind, of device: DeviceNumber, in access: any ReadAccess) throws -> [Sealed] {
        try access.rows(
            """
            SELECT \(columns) FROM registry_secret
            WHERE device_number = ?1 AND kind = ?2 ORDER BY generation DESC
            """, [.code(device), .text(kind.rawValue)]
        ).map(sealed)
    }

    /// All secrets of a kind whose outlets are in sight, by device and newest first.
    static func forEach(
        _ kind: Kind, scope: Scope, in access: any ReadAccess, _ body: (Sealed) throws -> Void
    ) throws {
        let condition = ScopeCondition(scope, first: 2, table: "o.")
        try access.forEachRow(
            """
            SELECT s.device_number AS device_number, s.kind AS kind, s.generation AS generation,
              s.standing AS standing, s.origin AS origin, s.in_force_after AS in_force_after,
              s.created_at_ms AS created_at_ms, s.sealed AS sealed
            FROM registry_secret s JOIN registry_device d ON d.device_number = s.device_number
              JOIN registry_outlet o ON o.outlet_id = d.outlet_id
            WHERE s.kind = ?1 AND (\(condition.sql)) ORDER BY s.device_number, s.generation DESC
            """, [.text(kind.rawValue)] + condition.arguments
        ) { try body(sealed($0)) }
    }

    private static let columns =
        "device_number, kind, generation, standing, origin, in_force_after, created_at_ms, sealed"

    static func open(_ secret: Sealed, with box: SecretBox) throws -> [UInt8] {
        try box.open(secret.envelope, for: identity(secret.device, secret.kind, secret.generation))
    }

    // MARK: - Sealing what is not sealed, or sealed under an older key

    /// Seals passwords that a migration left in plain text, and tells how many.
    static func sealPlain(with box: SecretBox, in access: any WriteAccess) throws -> Int {
        let rows = try access.rows(
            "SELECT device_number, kind, generation, plain FROM registry_secret WHERE plain IS NOT NULL")
        for row in rows {
            let (device, kind, generation) = try place(row)
            try put(Array(try row.text("plain").utf8), device, kind, generation, with: box, in: access)
        }
        return rows.count
    }

    /// Seals anew what an older key sealed, and tells how many; what does not open is left and counted.
    static func sealAnew(with box: SecretBox, in access: any WriteAccess) throws -> (changed: Int, broken: Int) {
        let rows = try access.rows(
            """
            SELECT \(columns) FROM registry_secret
            WHERE sealed IS NOT NULL
            """)
        var changed = 0
        var broken = 0
        for secret in try rows.map(sealed) {
            do {
                let opened = try open(secret, with: box)
                guard !box.isNewest(secret.envelope) else { continue }
                try put(opened, secret.device, secret.kind, secret.generation, with: box, in: access)
                changed += 1
            } catch SecretBox.Refusal.forged, SecretBox.Refusal.notAnEnvelope {
                broken += 1
            }
        }
        return (changed, broken)
    }

    static func holdsSealed(in access: any ReadAccess) throws -> Bool {
        try access.row("SELECT 1 AS one FROM registry_secret WHERE sealed IS NOT NULL LIMIT 1") != nil
    }

    static func isWipingDue(in access: any ReadAccess) throws -> Bool {
        try access.row("SELECT reason FROM registry_wiping_due LIMIT 1") != nil
    }

    static func noteWiping(in access: any WriteAccess) throws {
        try access.execute("DELETE FROM registry_wiping_due")
    }

    private static func put(
        _ secret: [UInt8], _ device: DeviceNumber, _ kind: Kind, _ generation: Int, with box: SecretBox,
        in access: any WriteAccess
    ) throws {
        let envelope = try box.seal(secret, for: identity(device, kind, generation))
        try access.execute(
            """
            UPDATE registry_secret SET sealed = ?4, plain = NULL
            WHERE device_number = ?1 AND kind = ?2 AND generation = ?3
            """, [.code(device), .text(kind.rawValue), .int(generation), .blob(envelope)])
    }

    private static func sealed(_ row: Row) throws -> Sealed {
        let (device, kind, generation) = try place(row)
        return Sealed(
            device: device, kind: kind, generation: generation, standing: try row.choice("standing"),
            origin: try row.choice("origin"), inForceAfter: try row.optional("in_force_after", Row.int),
            createdAt: try row.optional("created_at_ms", Row.instant), envelope: try row.blob("sealed"))
    }

    private static func place(_ row: Row) throws -> (DeviceNumber, Kind, Int) {
        (try row.code("device_number"), try row.choice("kind"), try row.int("generation"))
    }
}
