import Persistence

extension Migration {
    /// What organisations were told of enterprises, word for word.
    static let registry0011KeepSheets = Migration(
        "registry-0011-keep-sheets",
        [
            """
            CREATE TABLE registry_sheet (
              sheet_number {text} NOT NULL PRIMARY KEY,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              organisation_id {text} NOT NULL,
              journal_sequence {integer} NOT NULL UNIQUE,
              told_at_ms {integer} NOT NULL,
              said {blob} NOT NULL
            )
            """,
            "CREATE INDEX registry_sheet_organisation ON registry_sheet (organisation_id, told_at_ms)",
        ])
}
