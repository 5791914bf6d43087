import Persistence

extension Migration {
    /// In which language and type a person reads; NULL for whoever never said.
    static let access0008KeepPreferences = Migration(
        "access-0008-keep-preferences",
        [
            "ALTER TABLE access_person ADD COLUMN language {text} CHECK (language IN ('zh', 'en'))",
            "ALTER TABLE access_person ADD COLUMN large_type {integer} CHECK (large_type IN (0, 1))",
        ])
}
