extension Migration {
    /// The trunk: installation, journal, cursors, decisions, duties.
    static let trunk0001CreateJournal = Migration(
        "trunk-0001-create-journal",
        [
            """
            CREATE TABLE installation (
              only_row {integer} NOT NULL PRIMARY KEY CHECK (only_row = 1),
              purpose {text} NOT NULL CHECK (purpose IN ('demonstration', 'real')),
              created_at_ms {integer} NOT NULL
            )
            """,
            """
            CREATE TABLE journal_entry (
              sequence {integer} NOT NULL PRIMARY KEY,
              fact_id {text} NOT NULL UNIQUE,
              kind {text} NOT NULL,
              enterprise_id {text},
              region_code {text},
              reference {text},
              author {text} NOT NULL,
              occurred_at_ms {integer} NOT NULL,
              recorded_at_ms {integer} NOT NULL,
              commitment {blob} NOT NULL CHECK (length(commitment) = 32),
              salt {blob},
              payload {blob},
              CHECK ((salt IS NULL) = (payload IS NULL))
            )
            """,
            "CREATE INDEX journal_entry_kind ON journal_entry (kind, sequence)",
            "CREATE INDEX journal_entry_enterprise ON journal_entry (enterprise_id, sequence)",
            "CREATE INDEX journal_entry_reference ON journal_entry (reference, sequence)",
            """
            CREATE TABLE journal_cursor (
              subscriber {text} NOT NULL PRIMARY KEY,
              sequence {integer} NOT NULL CHECK (sequence >= 0)
            )
            """,
            """
            CREATE TABLE decision (
              decision_id {text} NOT NULL PRIMARY KEY,
              rule_code {text} NOT NULL,
              rule_version {integer} NOT NULL,
              reference {text} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              decided_at_ms {integer} NOT NULL,
              input {blob} NOT NULL,
              outcome {blob} NOT NULL,
              steps {blob} NOT NULL
            )
            """,
            "CREATE INDEX decision_reference ON decision (reference, decided_at_ms)",
            """
            CREATE TABLE duty (
              duty_id {text} NOT NULL PRIMARY KEY,
              kind {text} NOT NULL,
              reference {text} NOT NULL,
              role {text} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              since_ms {integer} NOT NULL,
              due_ms {integer} NOT NULL,
              state {text} NOT NULL CHECK (state IN ('open', 'done', 'lifted')),
              missed_at_ms {integer},
              settled_at_ms {integer},
              CHECK ((state = 'open') = (settled_at_ms IS NULL))
            )
            """,
            "CREATE INDEX duty_open ON duty (state, due_ms)",
            "CREATE INDEX duty_reference ON duty (reference, state)",
        ])
}

/// What the trunk brings into every database.
public enum TrunkSchema {
    /// Installation, journal, cursors, decisions, duties.
    public static let schema = Schema(
        tables: [
            TableDeclaration("installation", .register),
            TableDeclaration("journal_entry", .evidence),
            TableDeclaration("journal_cursor", .ephemeral),
            TableDeclaration("decision", .evidence),
            TableDeclaration("duty", .register),
        ],
        migrations: [.trunk0001CreateJournal])
}
