import Kernel
import Persistence

/// The sources of frames, one for each device at an outlet. Whose rows a person sees is decided here for all their
/// frames, so that a move of an enterprise restamps one row.
enum FrameSourceStore {
    /// The number of a device's source; made, claimed or restamped where needed.
    static func number(of device: DeviceNumber, at station: Station, in access: any WriteAccess) throws -> Int64 {
        if let row = try access.row(
            """
            SELECT source_no, enterprise_id, region_code FROM monitoring_source
            WHERE outlet_id = ?1 AND (device_number = ?2 OR device_number IS NULL)
            """, [.code(station.outlet), .code(device)])
        {
            let number = try row.int64("source_no")
            // A source without a device was moved from the first schema; the outlet's only device takes it over.
            try access.execute(
                """
                UPDATE monitoring_source SET device_number = ?2, enterprise_id = ?3, region_code = ?4
                WHERE source_no = ?1
                  AND (device_number IS NULL OR enterprise_id <> ?3 OR region_code <> ?4)
                """, [.integer(number), .code(device), .code(station.enterprise), .code(station.region)])
            return number
        }
        let last = try access.row("SELECT COALESCE(MAX(source_no), 0) AS last FROM monitoring_source")
        let number = try (last?.int64("last") ?? 0) + 1
        try access.execute(
            """
            INSERT INTO monitoring_source (source_no, device_number, outlet_id, enterprise_id, region_code)
            VALUES (?1, ?2, ?3, ?4, ?5)
            """,
            [
                .integer(number), .code(device), .code(station.outlet), .code(station.enterprise),
                .code(station.region),
            ])
        return number
    }

    /// Every source: its number, its outlet, and its device unless the source was moved and has been silent since.
    static func forEach(
        _ access: any ReadAccess, _ body: (Int64, OutletID, DeviceNumber?) throws -> Void
    ) throws {
        try access.forEachRow(
            "SELECT source_no, outlet_id, device_number FROM monitoring_source ORDER BY source_no", []
        ) { row in
            try body(row.int64("source_no"), row.code("outlet_id"), row.optional("device_number", Row.code))
        }
    }

    /// Every source with whose it is.
    static func forEachPlace(_ access: any ReadAccess, _ body: (Int64, JudgedPlace) throws -> Void) throws {
        try access.forEachRow(
            "SELECT source_no, outlet_id, enterprise_id, region_code FROM monitoring_source ORDER BY source_no", []
        ) { row in
            try body(
                row.int64("source_no"),
                JudgedPlace(
                    outlet: row.code("outlet_id"), enterprise: row.code("enterprise_id"),
                    region: row.code("region_code")))
        }
    }
}
