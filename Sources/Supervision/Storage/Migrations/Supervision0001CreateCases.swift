import Persistence

extension Migration {
    /// Cases and the steps taken in them.
    static let supervision0001CreateCases = Migration(
        "supervision-0001-create-cases",
        [
            """
            CREATE TABLE supervision_case (
              case_id {text} NOT NULL PRIMARY KEY,
              year {integer} NOT NULL,
              number {integer} NOT NULL CHECK (number >= 1),
              episode_id {text} NOT NULL UNIQUE,
              outlet_id {text} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              pollutant {text} NOT NULL,
              extent {blob} NOT NULL,
              withdrawn {integer} NOT NULL CHECK (withdrawn IN (0, 1)),
              merged_into {text} CHECK (merged_into IS NULL OR withdrawn = 1),
              opened_at_ms {integer} NOT NULL,
              state {text} NOT NULL CHECK (state IN ('found', 'warned', 'answered', 'accepted', 'checked', 'ordered',
                'reported', 'rechecked', 'closed')),
              due_ms {integer},
              UNIQUE (year, number),
              CHECK ((state = 'closed') = (due_ms IS NULL))
            )
            """,
            "CREATE INDEX supervision_case_opened ON supervision_case (opened_at_ms, case_id)",
            "CREATE INDEX supervision_case_outlet ON supervision_case (outlet_id, opened_at_ms)",
            """
            CREATE TABLE supervision_step (
              case_id {text} NOT NULL REFERENCES supervision_case (case_id),
              number {integer} NOT NULL CHECK (number >= 1),
              action {text} NOT NULL,
              from_state {text} NOT NULL,
              to_state {text} NOT NULL,
              actor {text} NOT NULL,
              actor_name {text} NOT NULL,
              role {text} NOT NULL,
              at_ms {integer} NOT NULL,
              form {blob} NOT NULL,
              due_ms {integer},
              PRIMARY KEY (case_id, number)
            )
            """,
        ])
}
