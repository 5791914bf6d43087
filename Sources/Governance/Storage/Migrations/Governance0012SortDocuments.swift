import Persistence

extension Migration {
    /// What kind of document a reform yields, and the group that it belongs to.
    static let governance0012SortDocuments = Migration(
        "governance-0012-sort-documents",
        [
            """
            ALTER TABLE governance_document ADD COLUMN sort {text} NOT NULL DEFAULT 'system'
              CHECK (sort IN ('system', 'scheme', 'list', 'measure'))
            """,
            "ALTER TABLE governance_document ADD COLUMN series {text} NOT NULL DEFAULT '' CHECK (length(series) <= 80)",
        ])
}
