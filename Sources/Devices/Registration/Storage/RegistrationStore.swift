import Kernel
import Persistence

/// The rows of registration requests: bounded while they wait, kept once a person accepted them.
enum RegistrationStore {
    static func insert(
        _ claim: RegistrationClaim, sealed password: [UInt8], from remote: String, at now: Instant,
        in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO devices_registration (registration_id, hardware, cpu, mac_first, mac_second, sealed_password,
              remote, address, first_at_ms, last_at_ms, times, conflicts)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, 1, 0)
            """,
            [
                .code(RegistrationID(of: claim.hardware)), .text(claim.hardware), .text(claim.cpu),
                .text(claim.macs.first ?? ""), .text(claim.macs.dropFirst().first ?? ""), .blob(password),
                .text(remote), .text(address(of: remote)), .instant(now),
            ])
    }

    /// The same logger again.
    static func countUp(
        _ id: RegistrationID, from remote: String, at now: Instant, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            UPDATE devices_registration SET times = times + 1, remote = ?2, address = ?3,
              last_at_ms = CASE WHEN last_at_ms > ?4 THEN last_at_ms ELSE ?4 END
            WHERE registration_id = ?1
            """, [.code(id), .text(remote), .text(address(of: remote)), .instant(now)])
    }

    /// Somebody else who claims the same hardware.
    static func countConflict(_ id: RegistrationID, from remote: String, in access: any WriteAccess) throws {
        try access.execute(
            """
            UPDATE devices_registration SET conflicts = conflicts + 1, conflict_address = ?2 WHERE registration_id = ?1
            """, [.code(id), .text(address(of: remote))])
    }

    static func accept(
        _ id: RegistrationID, _ acceptance: Registration.Acceptance, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            UPDATE devices_registration SET device_number = ?2, outlet_id = ?3, accepted_name = ?4, accepted_at_ms = ?5
            WHERE registration_id = ?1
            """,
            [
                .code(id), .code(acceptance.device), .code(acceptance.outlet), .text(acceptance.name),
                .instant(acceptance.at),
            ])
    }

    static func remove(_ id: RegistrationID, in access: any WriteAccess) throws {
        try access.execute("DELETE FROM devices_registration WHERE registration_id = ?1", [.code(id)])
    }

    static func registration(_ id: RegistrationID, in access: any ReadAccess) throws -> Registration? {
        try access.row("SELECT \(columns) FROM devices_registration WHERE registration_id = ?1", [.code(id)])
            .map(registration)
    }

    /// The request whose logger was given a number.
    static func registration(of device: DeviceNumber, in access: any ReadAccess) throws -> Registration? {
        try access.row("SELECT \(columns) FROM devices_registration WHERE device_number = ?1", [.code(device)])
            .map(registration)
    }

    static func sealedPassword(_ id: RegistrationID, in access: any ReadAccess) throws -> [UInt8]? {
        try access.row("SELECT sealed_password FROM devices_registration WHERE registration_id = ?1", [.code(id)])?
            .blob("sealed_password")
    }

    /// Those that wait first, then those that were accepted; each newest first. By a part of the hardware identifier,
    /// the device number or the address, and by where they stand.
    static func list(
        _ filter: RegistrationFilter = RegistrationFilter(), after: RegistrationID?, limit: Int,
        in access: any ReadAccess
    ) throws -> [Registration] {
        let place = try after.flatMap { try registration($0, in: access) }
        let isAccepted = place?.acceptance != nil
        return try access.rows(
            """
            SELECT \(columns) FROM devices_registration
            WHERE (?1 = 0 OR \(isDecided) > ?2 OR (\(isDecided) = ?2 AND
              (last_at_ms < ?3 OR (last_at_ms = ?3 AND registration_id > ?4))))
              AND (?6 IS NULL OR \(isDecided) = ?6)
              AND (?7 IS NULL OR hardware LIKE ?7 ESCAPE '!' OR device_number LIKE ?7 ESCAPE '!'
                OR address LIKE ?7 ESCAPE '!')
            ORDER BY \(isDecided), last_at_ms DESC, registration_id LIMIT ?5
            """,
            [
                .int(place == nil ? 0 : 1), .int(isAccepted ? 1 : 0),
                .instant(place?.lastAt ?? Instant(milliseconds: 0)), .text(place?.id.text ?? ""), .int(limit),
                filter.state.map { .int($0 == .accepted ? 1 : 0) } ?? .null,
                .optionalText(filter.text.map(LikePattern.anywhere)),
            ]
        ).map(registration)
    }

    static func waitingCount(_ access: any ReadAccess) throws -> Int {
        try access.row("SELECT COUNT(*) AS number FROM devices_registration WHERE device_number IS NULL")?
            .int("number") ?? 0
    }

    /// Makes room for one more request from a place; false when there is none. Only what waits and was not repeated for
    /// a while gives way: that of the same address, or of the address with the most requests.
    static func makeRoom(
        for remote: String, _ bounds: RegistrationBounds, at now: Instant, in access: any WriteAccess
    ) throws -> Bool {
        let own = address(of: remote)
        let stale = now.adding(hours: -bounds.staleHours)
        if try waitingCount(of: own, access) >= bounds.waitingPerAddressMax {
            return try dropStalest(of: own, before: stale, access)
        }
        guard try waitingCount(access) >= bounds.waitingMax else { return true }
        let fullest = try access.row(
            """
            SELECT address FROM devices_registration WHERE device_number IS NULL
            GROUP BY address ORDER BY COUNT(*) DESC, address LIMIT 1
            """)?.text("address")
        return try fullest.map { try dropStalest(of: $0, before: stale, access) } ?? false
    }

    /// An address without its port.
    static func address(of remote: String) -> String {
        guard let colon = remote.lastIndex(of: ":") else { return remote }
        return String(remote[..<colon])
    }

    private static func waitingCount(of address: String, _ access: any ReadAccess) throws -> Int {
        try access.row(
            """
            SELECT COUNT(*) AS number FROM devices_registration WHERE address = ?1 AND device_number IS NULL
            """, [.text(address)])?.int("number") ?? 0
    }

    private static func dropStalest(
        of address: String, before stale: Instant, _ access: any WriteAccess
    ) throws -> Bool {
        try access.execute(
            """
            DELETE FROM devices_registration WHERE registration_id = (
              SELECT registration_id FROM devices_registration
              WHERE address = ?1 AND device_number IS NULL AND last_at_ms < ?2
              ORDER BY last_at_ms, registration_id LIMIT 1)
            """, [.text(address), .instant(stale)]) > 0
    }

    private static let isDecided = "(CASE WHEN device_number IS NULL THEN 0 ELSE 1 END)"
    private static let columns = """
        registration_id, hardware, cpu, mac_first, mac_second, remote, address, first_at_ms, last_at_ms, times, \
        conflicts, conflict_address, device_number, outlet_id, accepted_name, accepted_at_ms
        """

    private static func registration(_ row: Row) throws -> Registration {
        let device: DeviceNumber? = try row.optional("device_number", Row.code)
        return Registration(
            id: try row.code("registration_id"), hardware: try row.text("hardware"), cpu: try row.text("cpu"),
            macs: [try row.text("mac_first"), try row.text("mac_second")].filter { !$0.isEmpty },
            remote: try row.text("remote"), address: try row.text("address"), firstAt: try row.instant("first_at_ms"),
            lastAt: try row.instant("last_at_ms"), times: try row.int("times"), conflicts: try row.int("conflicts"),
            conflictAddress: try row.optional("conflict_address", Row.text),
            acceptance: try device.map { device in
                Registration.Acceptance(
                    device: device, outlet: try row.code("outlet_id"), name: try row.text("accepted_name"),
                    at: try row.instant("accepted_at_ms"))
            })
    }
}
