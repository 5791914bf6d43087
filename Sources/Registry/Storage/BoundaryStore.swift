import FoundationEssentials
import Kernel
import Persistence

/// The rows of official boundaries; an import takes the place of the one before.
enum BoundaryStore {
    static func replace(
        with boundaries: [RegionBoundary], source: BoundarySource, at now: Instant, in access: any WriteAccess
    ) throws {
        try access.execute("DELETE FROM registry_boundary")
        for boundary in boundaries {
            try access.execute(
                """
                INSERT INTO registry_boundary
                  (region_code, coordinates, outline, position_count, source, approval, imported_at_ms)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                """,
                [
                    .code(boundary.region), .text(try json(boundary.coordinates)), .text(try json(boundary.outline)),
                    .int(boundary.positionCount), .text(source.name), .optionalText(source.approval), .instant(now),
                ])
        }
    }

    static func outlines(in access: any ReadAccess) throws -> [RegionOutline] {
        try access.rows("SELECT outline FROM registry_boundary ORDER BY region_code").map { row in
            try JSONDecoder().decode(RegionOutline.self, from: Data(try row.text("outline").utf8))
        }
    }

    static func source(in access: any ReadAccess) throws -> BoundarySource? {
        try access.row("SELECT source, approval FROM registry_boundary ORDER BY region_code LIMIT 1").map { row in
            BoundarySource(name: try row.text("source"), approval: try row.optional("approval", Row.text))
        }
    }

    static func coordinates(in access: any ReadAccess) throws -> [(region: RegionCode, pieces: [[[GeoPosition]]])] {
        try access.rows("SELECT region_code, coordinates FROM registry_boundary ORDER BY region_code").map { row in
            (
                try row.code("region_code"),
                try JSONDecoder().decode([[[GeoPosition]]].self, from: Data(try row.text("coordinates").utf8))
            )
        }
    }

    private static func json(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }
}
