import Persistence

extension Migration {
    /// State episodes with their course, the steps people took, and until where each outlet was looked at.
    static let monitoring0010CreateStates = Migration(
        "monitoring-0010-create-states",
        [
            """
            CREATE TABLE monitoring_state (
              state_id {text} NOT NULL PRIMARY KEY,
              kind {text} NOT NULL CHECK (kind IN ('no-data', 'invalid', 'maintenance', 'stopped', 'above-range',
                'manual')),
              outlet_id {text} NOT NULL,
              first_hour_ms {integer} NOT NULL,
              last_hour_ms {integer} NOT NULL,
              hours {integer} NOT NULL CHECK (hours >= 1),
              factors {text} NOT NULL,
              ended {integer} NOT NULL CHECK (ended IN (0, 1)),
              asks {integer} NOT NULL CHECK (asks IN (0, 1)),
              quarter_hours {integer} CHECK (quarter_hours >= 0),
              decision_id {text} NOT NULL,
              found_at_ms {integer} NOT NULL,
              stage {text} NOT NULL CHECK (stage IN ('quiet', 'told', 'report', 'repair', 'explain', 'confirm', 'look',
                'closed', 'passed', 'withdrawn')),
              since_ms {integer},
              due_ms {integer},
              escalated_at_ms {integer},
              merged_into {text},
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              CHECK (first_hour_ms <= last_hour_ms),
              CHECK ((due_ms IS NULL) = (since_ms IS NULL))
            )
            """,
            "CREATE INDEX monitoring_state_outlet ON monitoring_state (outlet_id, last_hour_ms)",
            "CREATE INDEX monitoring_state_newest ON monitoring_state (first_hour_ms, state_id)",
            "CREATE INDEX monitoring_state_clock ON monitoring_state (stage, due_ms)",
            """
            CREATE TABLE monitoring_state_step (
              state_id {text} NOT NULL REFERENCES monitoring_state (state_id),
              step_no {integer} NOT NULL CHECK (step_no >= 1),
              action {text} NOT NULL,
              from_stage {text} NOT NULL,
              to_stage {text} NOT NULL,
              form {text} NOT NULL,
              role {text} NOT NULL,
              person_id {text} NOT NULL,
              person_name {text} NOT NULL,
              at_ms {integer} NOT NULL,
              PRIMARY KEY (state_id, step_no)
            )
            """,
            // The number of the journal's last entry tells verify which frames the look knew.
            """
            CREATE TABLE monitoring_state_look (
              outlet_id {text} NOT NULL PRIMARY KEY,
              horizon_ms {integer} NOT NULL,
              journal_sequence {integer} NOT NULL
            )
            """,
        ])
}
