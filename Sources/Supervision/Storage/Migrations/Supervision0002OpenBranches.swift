import Persistence

extension Migration {
    /// Branches of the loop: more states, several exceedances in a case, time-outs, merged cases.
    ///
    /// The tables are written anew because their checks name every state. Cases that were opened before keep what was
    /// promised then: the city closes them. A checked case was to be ordered right; it is to be qualified first.
    static let supervision0002OpenBranches = Migration(
        "supervision-0002-open-branches",
        [
            """
            CREATE TABLE supervision_case_next (
              case_id {text} NOT NULL PRIMARY KEY,
              year {integer} NOT NULL,
              number {integer} NOT NULL CHECK (number >= 1),
              outlet_id {text} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              occurrence {integer} NOT NULL CHECK (occurrence >= 1),
              opened_at_ms {integer} NOT NULL,
              state {text} NOT NULL CHECK (state IN ('found', 'warned', 'answered', 'accepted', 'checked', 'confirmed',
                'ordered', 'reported', 'failed', 'rechecked', 'faulty', 'repairing', 'repaired', 'mismarked',
                'remarked', 'cleared', 'closed', 'merged')),
              due_ms {integer},
              overtime {integer} NOT NULL CHECK (overtime IN (0, 1)),
              raises {integer} NOT NULL CHECK (raises >= 0),
              city_closes {integer} NOT NULL CHECK (city_closes IN (0, 1)),
              merged_into {text},
              UNIQUE (year, number),
              CHECK ((state IN ('closed', 'merged')) = (due_ms IS NULL)),
              CHECK ((state = 'merged') = (merged_into IS NOT NULL))
            )
            """,
            """
            INSERT INTO supervision_case_next (case_id, year, number, outlet_id, enterprise_id, region_code, occurrence,
              opened_at_ms, state, due_ms, overtime, raises, city_closes, merged_into)
            SELECT case_id, year, number, outlet_id, enterprise_id, region_code, 1, opened_at_ms, state, due_ms, 0, 0,
              1, NULL
            FROM supervision_case
            """,
            """
            CREATE TABLE supervision_episode (
              episode_id {text} NOT NULL PRIMARY KEY,
              case_id {text} NOT NULL REFERENCES supervision_case_next (case_id),
              position {integer} NOT NULL CHECK (position >= 1),
              outlet_id {text} NOT NULL,
              pollutant {text} NOT NULL,
              extent {blob} NOT NULL,
              first_hour_ms {integer} NOT NULL,
              averaging {text} NOT NULL CHECK (averaging IN ('hour', 'day')),
              provisional {integer} NOT NULL CHECK (provisional IN (0, 1)),
              toxic {integer} NOT NULL CHECK (toxic IN (0, 1)),
              withdrawn {integer} NOT NULL CHECK (withdrawn IN (0, 1)),
              merged_into {text} CHECK (merged_into IS NULL OR withdrawn = 1),
              UNIQUE (case_id, position)
            )
            """,
            """
            INSERT INTO supervision_episode (episode_id, case_id, position, outlet_id, pollutant, extent, first_hour_ms,
              averaging, provisional, toxic, withdrawn, merged_into)
            SELECT episode_id, case_id, 1, outlet_id, pollutant, extent, opened_at_ms, 'hour', 0, 0, withdrawn,
              merged_into
            FROM supervision_case
            """,
            "CREATE INDEX supervision_episode_outlet ON supervision_episode (outlet_id, first_hour_ms)",
            """
            CREATE TABLE supervision_step_next (
              case_id {text} NOT NULL REFERENCES supervision_case_next (case_id),
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
            """
            INSERT INTO supervision_step_next (case_id, number, action, from_state, to_state, actor, actor_name, role,
              at_ms, form, due_ms)
            SELECT case_id, number, action, from_state, to_state, actor, actor_name, role, at_ms, form, due_ms
            FROM supervision_step
            """,
            "DROP TABLE supervision_step",
            "DROP TABLE supervision_case",
            "ALTER TABLE supervision_case_next RENAME TO supervision_case",
            "ALTER TABLE supervision_step_next RENAME TO supervision_step",
            "CREATE INDEX supervision_case_opened ON supervision_case (opened_at_ms, case_id)",
            "CREATE INDEX supervision_case_outlet ON supervision_case (outlet_id, opened_at_ms)",
            "CREATE INDEX supervision_case_due ON supervision_case (overtime, due_ms)",
            """
            CREATE TABLE supervision_exemption (
              episode_id {text} NOT NULL PRIMARY KEY,
              outlet_id {text} NOT NULL,
              reason {text} NOT NULL,
              at_ms {integer} NOT NULL
            )
            """,
            """
            UPDATE duty SET kind = 'supervision.qualify'
            WHERE state = 'open' AND kind = 'supervision.order'
              AND reference IN (SELECT case_id FROM supervision_case WHERE state = 'checked')
            """,
        ])
}
