import Kernel
import Persistence

/// Gives outlets the past of another: its rows under their own names. Receiving a year of 120 outlets takes minutes;
/// the file that a start finds is the same.
struct OutletCopies {
    /// An outlet that gets a past.
    struct Heir {
        let outlet: String
        let enterprise: String
        let region: String
        let device: String
        /// The outlet whose past it gets.
        let model: String
    }

    let database: any Database

    /// Copies sources, layouts, frames and hours.
    func make(for heirs: [Heir]) async throws {
        let rows: [[SQLValue]] = heirs.map { heir in
            [.text(heir.outlet), .text(heir.enterprise), .text(heir.region), .text(heir.device), .text(heir.model)]
        }
        try await database.write { access in
            // The number of a source is its place in the order of arrival.
            _ = try access.executeEach(
                """
                INSERT INTO monitoring_source (source_no, outlet_id, enterprise_id, region_code, device_number)
                SELECT MAX(source_no) + 1, ?1, ?2, ?3, ?4 FROM monitoring_source WHERE ?5 <> ''
                """, rows)
            try copyBySource("monitoring_layout", heirs, access)
            try copyBySource("monitoring_packed_frame", heirs, access)
        }
        let columns = try await columns(of: "monitoring_hour")
        let own = ["outlet_id", "enterprise_id", "region_code"]
        let kept = columns.filter { !own.contains($0) }.joined(separator: ", ")
        for heir in heirs {
            try await database.write { access in
                _ = try access.execute(
                    """
                    INSERT INTO monitoring_hour (outlet_id, enterprise_id, region_code, \(kept))
                    SELECT ?1, ?2, ?3, \(kept) FROM monitoring_hour WHERE outlet_id = ?4 ORDER BY pollutant, hour_ms
                    """, [.text(heir.outlet), .text(heir.enterprise), .text(heir.region), .text(heir.model)])
            }
        }
    }

    /// All heirs at once, in the order of the table's key: rows are appended, not squeezed in.
    private func copyBySource(_ table: String, _ heirs: [Heir], _ access: any WriteAccess) throws {
        let columns = try Self.columns(of: table, access)
        let read = columns.map { $0 == "source_no" ? "heir.source_no" : "kept.\($0)" }
        let pairs = heirs.map { "('\($0.outlet)', '\($0.model)')" }.joined(separator: ", ")
        _ = try access.execute(
            """
            INSERT INTO \(table) (\(columns.joined(separator: ", ")))
            SELECT \(read.joined(separator: ", ")) FROM \(table) AS kept
            JOIN monitoring_source AS model ON model.source_no = kept.source_no
            JOIN (VALUES \(pairs)) AS pair ON pair.column2 = model.outlet_id
            JOIN monitoring_source AS heir ON heir.outlet_id = pair.column1
            ORDER BY \(read[0]), heir.source_no
            """)
    }

    private func columns(of table: String) async throws -> [String] {
        try await database.read { try Self.columns(of: table, $0) }
    }

    private static func columns(of table: String, _ access: any ReadAccess) throws -> [String] {
        try access.rows("SELECT name FROM pragma_table_info('\(table)') ORDER BY cid").map { try $0.text("name") }
    }
}
