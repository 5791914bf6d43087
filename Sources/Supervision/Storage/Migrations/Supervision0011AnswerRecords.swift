import Persistence

extension Migration {
    /// What second officers say of records of checks on site: one answer for each, never edited.
    static let supervision0011AnswerRecords = Migration(
        "supervision-0011-answer-records",
        [
            """
            CREATE TABLE supervision_record_answer (
              case_id {text} NOT NULL REFERENCES supervision_case (case_id),
              step_number {integer} NOT NULL CHECK (step_number >= 1),
              verdict {text} NOT NULL CHECK (verdict IN ('confirmed', 'objected', 'left')),
              words {text} NOT NULL CHECK (verdict = 'confirmed' OR words <> ''),
              actor {text} NOT NULL,
              actor_name {text} NOT NULL,
              role {text} NOT NULL,
              at_ms {integer} NOT NULL,
              PRIMARY KEY (case_id, step_number)
            )
            """
        ])
}
