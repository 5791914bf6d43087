import Persistence

extension Migration {
    /// The official outlines of regions, as imported, with what a small map draws of them.
    static let registry0010DrawBoundaries = Migration(
        "registry-0010-draw-boundaries",
        [
            """
            CREATE TABLE registry_boundary (
              region_code {text} NOT NULL PRIMARY KEY,
              coordinates {text} NOT NULL,
              outline {text} NOT NULL,
              position_count {integer} NOT NULL CHECK (position_count >= 4),
              source {text} NOT NULL,
              approval {text},
              imported_at_ms {integer} NOT NULL
            )
            """
        ])
}
