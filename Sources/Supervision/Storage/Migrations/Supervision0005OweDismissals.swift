import Persistence

extension Migration {
    /// Open cases none of whose exceedances stands any more owe their dismissal. The duty of those that stood open when
    /// this came becomes that one as it is: its clock was told to people, and runs on.
    static let supervision0005OweDismissals = Migration(
        "supervision-0005-owe-dismissals",
        [
            """
            UPDATE duty SET kind = 'supervision.dismiss', role = 'city-officer'
            WHERE state = 'open' AND reference IN (
              SELECT case_id FROM supervision_case c WHERE c.due_ms IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM supervision_episode e WHERE e.case_id = c.case_id AND e.withdrawn = 0))
            """,
            """
            UPDATE supervision_case SET warn_ms = NULL WHERE NOT EXISTS (
              SELECT 1 FROM supervision_episode e
              WHERE e.case_id = supervision_case.case_id AND e.withdrawn = 0)
            """,
        ])
}
