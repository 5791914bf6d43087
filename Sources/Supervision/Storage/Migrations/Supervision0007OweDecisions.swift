import Persistence

extension Migration {
    /// Requests for more time owe their decision, on a clock of their own. Those that were open when this came are due
    /// when the clock they ask to lengthen runs out: an earlier day was promised to nobody.
    static let supervision0007OweDecisions = Migration(
        "supervision-0007-owe-decisions",
        [
            "ALTER TABLE supervision_case ADD COLUMN request_due_ms {integer}",
            """
            ALTER TABLE supervision_case ADD COLUMN request_overtime {integer} NOT NULL DEFAULT 0
              CHECK (request_overtime IN (0, 1))
            """,
            "CREATE INDEX supervision_case_request ON supervision_case (request_overtime, request_due_ms)",
            """
            UPDATE supervision_case SET request_due_ms = due_ms
            WHERE state = 'ordered' AND EXISTS (
              SELECT 1 FROM supervision_step a
              WHERE a.case_id = supervision_case.case_id AND a.action = 'ask-time' AND NOT EXISTS (
                SELECT 1 FROM supervision_step b
                WHERE b.case_id = a.case_id AND b.number > a.number AND b.action IN ('decide-time', 'order')))
              AND EXISTS (
                SELECT 1 FROM supervision_episode e
                WHERE e.case_id = supervision_case.case_id AND e.withdrawn = 0)
            """,
            """
            INSERT INTO duty (duty_id, kind, reference, role, enterprise_id, region_code, since_ms, due_ms, state)
            SELECT 'DU-' || c.case_id || '-decide-time', 'supervision.decide-time', c.case_id, 'branch-officer',
              c.enterprise_id, c.region_code,
              (SELECT MAX(s.at_ms) FROM supervision_step s WHERE s.case_id = c.case_id AND s.action = 'ask-time'),
              c.request_due_ms, 'open'
            FROM supervision_case c WHERE c.request_due_ms IS NOT NULL
            """,
        ])
}
