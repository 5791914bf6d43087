import Kernel
import Persistence

/// The rows of numbers (MN) by which loggers are known.
enum DeviceNumberStore {
    /// A number with its outlet and its standing.
    struct Known {
        let device: DeviceNumber
        let outlet: OutletID
        let member: Succession.Member
    }

    static func insert(
        _ device: DeviceNumber, of outlet: OutletID, as member: Succession.Member, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO registry_device (device_number, outlet_id, generation, standing, origin, in_force_after)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """,
            [
                .code(device), .code(outlet), .int(member.generation), .text(member.standing.rawValue),
                .text(member.origin.rawValue), member.inForceColumn,
            ])
    }

    /// The outlet of a number, and how it stands there.
    static func known(_ device: DeviceNumber, in access: any ReadAccess) throws -> Known? {
        try access.row("SELECT \(columns) FROM registry_device WHERE device_number = ?1", [.code(device)]).map(known)
    }

    /// The numbers of an outlet in the order in which they came up.
    static func numbers(of outlet: OutletID, in access: any ReadAccess) throws -> [Known] {
        try access.rows(
            "SELECT \(columns) FROM registry_device WHERE outlet_id = ?1 ORDER BY generation", [.code(outlet)]
        ).map(known)
    }

    /// Numbers that wait for their first use.
    static func waiting(_ access: any ReadAccess) throws -> [DeviceNumber] {
        try access.rows("SELECT device_number FROM registry_device WHERE standing = 'next'")
            .map { try $0.code("device_number") }
    }

    /// Writes down where the numbers of an outlet stand now; forgets those that went, with their secrets.
    static func settle(_ succession: Succession, of outlet: OutletID, in access: any WriteAccess) throws {
        for known in try numbers(of: outlet, in: access) {
            let member = succession.members.first { $0.generation == known.member.generation }
            guard let member else {
                try DeviceSecretStore.dropAll(of: known.device, in: access)
                try access.execute("DELETE FROM registry_device WHERE device_number = ?1", [.code(known.device)])
                continue
            }
            guard member != known.member else { continue }
            try access.execute(
                "UPDATE registry_device SET standing = ?2, in_force_after = ?3 WHERE device_number = ?1",
                [.code(known.device), .text(member.standing.rawValue), member.inForceColumn])
        }
    }

    private static let columns = "device_number, outlet_id, generation, standing, origin, in_force_after"

    private static func known(_ row: Row) throws -> Known {
        Known(
            device: try row.code("device_number"), outlet: try row.code("outlet_id"),
            member: Succession.Member(
                generation: try row.int("generation"), standing: try row.choice("standing"),
                origin: try row.choice("origin"), inForceAfter: try row.optional("in_force_after", Row.int)))
    }
}

extension Succession.Member {
    /// The column `in_force_after`.
    var inForceColumn: SQLValue { inForceAfter.map { .int($0) } ?? .null }
}
