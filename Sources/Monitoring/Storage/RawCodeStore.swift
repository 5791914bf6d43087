import Kernel
import Persistence

/// The codes that devices send and nobody has mapped: a short memory, refilled by the next frames.
enum RawCodeStore {
    /// How many codes of one device are remembered; more are noise. Design value.
    static let codesMax = 64
    /// How many characters of a value are kept as a sample. Design value.
    static let textMax = 40

    /// A raw code of a device.
    struct RawCode: Sendable, Equatable {
        let device: DeviceNumber
        let code: PollutantCode
        let reason: RawReason
        let firstSeen: Instant
        let lastSeen: Instant
        /// In how many hours of receipt it came.
        let hours: Int
        let lastText: String
        let outlet: OutletID
    }

    /// A raw code over all devices in sight.
    struct CodeCount: Sendable, Equatable {
        let code: PollutantCode
        let reason: RawReason
        let devices: Int
        let hours: Int
        let lastSeen: Instant
        let lastText: String
    }

    /// What is remembered of one sighting.
    struct Sighting {
        let device: DeviceNumber
        let code: PollutantCode
        let reason: RawReason
        let text: String
        let at: Instant
    }

    /// Counts the hour in which a code came, once; a device's code beyond `codesMax` is passed over.
    static func note(_ sighting: Sighting, of station: Station, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO monitoring_raw_code (device_number, sent_code, reason, first_seen_ms, last_seen_ms, hours_seen,
              last_text, outlet_id, enterprise_id, region_code)
            SELECT ?1, ?2, ?3, ?4, ?4, 1, ?5, ?6, ?7, ?8
            WHERE (SELECT COUNT(*) FROM monitoring_raw_code WHERE device_number = ?1 AND sent_code <> ?2) < ?9
            ON CONFLICT (device_number, sent_code) DO UPDATE SET
              reason = excluded.reason, last_seen_ms = excluded.last_seen_ms, last_text = excluded.last_text,
              hours_seen = monitoring_raw_code.hours_seen + 1, outlet_id = excluded.outlet_id,
              enterprise_id = excluded.enterprise_id, region_code = excluded.region_code
            WHERE monitoring_raw_code.last_seen_ms < ?10
            """,
            [
                .code(sighting.device), .code(sighting.code), .text(sighting.reason.rawValue), .instant(sighting.at),
                .text(String(sighting.text.prefix(textMax))), .code(station.outlet), .code(station.enterprise),
                .code(station.region), .int(codesMax), .instant(sighting.at.startOfHour),
            ])
    }

    /// Forgets a device's code, because it is mapped now.
    static func remove(_ code: PollutantCode, of device: DeviceNumber, in access: any WriteAccess) throws {
        try access.execute(
            "DELETE FROM monitoring_raw_code WHERE device_number = ?1 AND sent_code = ?2", [.code(device), .code(code)])
    }

    /// What waits at a device.
    static func codes(of device: DeviceNumber, scope: Scope, in access: any ReadAccess) throws -> [RawCode] {
        let condition = ScopeCondition(scope, first: 2)
        return try access.rows(
            """
            SELECT \(columns) FROM monitoring_raw_code WHERE device_number = ?1 AND (\(condition.sql))
            ORDER BY sent_code
            """, [.code(device)] + condition.arguments
        ).map(rawCode)
    }

    /// The devices that send a code, behind a device number.
    static func devices(
        sending code: PollutantCode, after device: DeviceNumber?, scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [RawCode] {
        let condition = ScopeCondition(scope, first: 4)
        return try access.rows(
            """
            SELECT \(columns) FROM monitoring_raw_code
            WHERE sent_code = ?1 AND device_number > ?2 AND (\(condition.sql)) ORDER BY device_number LIMIT ?3
            """, [.code(code), .text(device?.text ?? ""), .int(limit)] + condition.arguments
        ).map(rawCode)
    }

    /// The codes that wait, over all devices in sight, behind a code.
    static func counts(
        after code: PollutantCode?, scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [CodeCount] {
        let condition = ScopeCondition(scope, first: 3)
        return try access.rows(
            """
            SELECT sent_code, COUNT(*) AS devices, SUM(hours_seen) AS hours, MAX(last_seen_ms) AS last_seen_ms,
              MIN(reason) AS reason, MAX(last_text) AS last_text
            FROM monitoring_raw_code WHERE sent_code > ?1 AND (\(condition.sql))
            GROUP BY sent_code ORDER BY sent_code LIMIT ?2
            """, [.text(code?.text ?? ""), .int(limit)] + condition.arguments
        ).map { row in
            CodeCount(
                code: try row.code("sent_code"), reason: try row.choice("reason"), devices: try row.int("devices"),
                hours: try row.int("hours"), lastSeen: try row.instant("last_seen_ms"),
                lastText: try row.text("last_text"))
        }
    }

    private static let columns =
        "device_number, sent_code, reason, first_seen_ms, last_seen_ms, hours_seen, last_text, outlet_id"

    private static func rawCode(_ row: Row) throws -> RawCode {
        RawCode(
            device: try row.code("device_number"), code: try row.code("sent_code"), reason: try row.choice("reason"),
            firstSeen: try row.instant("first_seen_ms"), lastSeen: try row.instant("last_seen_ms"),
            hours: try row.int("hours_seen"), lastText: try row.text("last_text"), outlet: try row.code("outlet_id"))
    }
}
