import Kernel
import Persistence
import Standards

/// What was recorded of the codes that devices send; rows are added, never changed.
enum FactorMappingStore {
    /// A mapping with who recorded it, when and why.
    struct Recorded: Sendable, Equatable {
        let mapping: FactorMapping
        let at: Instant
        let by: String
        let reason: String
    }

    /// A stored unit that this version of the program does not know.
    private struct UnknownUnit: Error {
        let code: String
    }

    static func insert(_ recorded: Recorded, of station: Station, in access: any WriteAccess) throws {
        let mapping = recorded.mapping
        let words = mapping.reading.parts
        try access.execute(
            """
            INSERT INTO monitoring_factor_mapping (mapping_no, device_number, sent_code, reading, target_code, unit,
              multiplier, valid_from, valid_to, recorded_at_ms, recorded_by, reason, outlet_id, enterprise_id,
              region_code)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
            """,
            [
                .integer(mapping.number), .code(mapping.device), .code(mapping.sentCode), .text(words.kind),
                .code(words.target), .optionalText(words.unit?.code), .decimal(words.multiplier),
                .date(mapping.validFrom), .date(mapping.validTo), .instant(recorded.at), .text(recorded.by),
                .text(recorded.reason), .code(station.outlet), .code(station.enterprise), .code(station.region),
            ])
    }

    /// The number of the newest mapping; 0 without one.
    static func lastNumber(_ access: any ReadAccess) throws -> Int64 {
        try access.row("SELECT COALESCE(MAX(mapping_no), 0) AS last FROM monitoring_factor_mapping")?
            .int64("last") ?? 0
    }

    /// What was recorded of a device, oldest first; what its frames say is read by it, whoever looks.
    static func mappings(of device: DeviceNumber, in access: any ReadAccess) throws -> [FactorMapping] {
        try access.rows(
            "SELECT \(columns) FROM monitoring_factor_mapping WHERE device_number = ?1 ORDER BY mapping_no",
            [.code(device)]
        ).map { try recorded($0).mapping }
    }

    /// What was recorded of a device, as far as it is in sight, newest first.
    static func history(
        of device: DeviceNumber, scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [Recorded] {
        let condition = ScopeCondition(scope, first: 3)
        return try access.rows(
            """
            SELECT \(columns) FROM monitoring_factor_mapping
            WHERE device_number = ?1 AND (\(condition.sql)) ORDER BY mapping_no DESC LIMIT ?2
            """, [.code(device), .int(limit)] + condition.arguments
        ).map(recorded)
    }

    /// Everything that was recorded, one at a time.
    static func forEach(_ access: any ReadAccess, _ body: (Recorded) throws -> Void) throws {
        try access.forEachRow("SELECT \(columns) FROM monitoring_factor_mapping ORDER BY mapping_no", []) { row in
            try body(recorded(row))
        }
    }

    private static let columns = """
        mapping_no, device_number, sent_code, reading, target_code, unit, multiplier, valid_from, valid_to, \
        recorded_at_ms, recorded_by, reason
        """

    private static func recorded(_ row: Row) throws -> Recorded {
        Recorded(
            mapping: FactorMapping(
                number: try row.int64("mapping_no"), device: try row.code("device_number"),
                sentCode: try row.code("sent_code"), reading: try reading(row), validFrom: try row.date("valid_from"),
                validTo: try row.optional("valid_to", Row.date)),
            at: try row.instant("recorded_at_ms"), by: try row.text("recorded_by"), reason: try row.text("reason"))
    }

    private static func reading(_ row: Row) throws -> MappedReading {
        switch try row.text("reading") {
        case "factor":
            let unit = try row.optional("unit", Row.text).map { code in
                guard let unit = MeasurementUnit(code) else {
                    throw UnknownUnit(code: code)
                }
                return unit
            }
            return .factor(try row.code("target_code"), unit: unit, multiplier: try row.decimal("multiplier"))
        case "set-aside": return .setAside
        default: return .byTable
        }
    }
}
