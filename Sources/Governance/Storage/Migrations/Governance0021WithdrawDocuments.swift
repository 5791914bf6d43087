import Persistence

extension Migration {
    /// A document that was entered by mistake may be withdrawn.
    static let governance0021WithdrawDocuments = Migration(
        "governance-0021-withdraw-documents",
        [
            """
            CREATE TABLE governance_document_step_wider (
              policy {text} NOT NULL,
              reform {integer} NOT NULL,
              document {integer} NOT NULL,
              step {integer} NOT NULL CHECK (step >= 1),
              stage {text} NOT NULL CHECK (stage IN ('draft', 'opinion', 'legality', 'issued', 'filed', 'reviewed',
                'repealed', 'withdrawn')),
              day {text} NOT NULL,
              note {text} NOT NULL CHECK (length(note) BETWEEN 1 AND 200),
              author {text} NOT NULL,
              PRIMARY KEY (policy, reform, document, step),
              FOREIGN KEY (policy, reform, document) REFERENCES governance_document (policy, reform, document)
            )
            """,
            """
            INSERT INTO governance_document_step_wider (policy, reform, document, step, stage, day, note, author)
            SELECT policy, reform, document, step, stage, day, note, author FROM governance_document_step
            """,
            "DROP TABLE governance_document_step",
            "ALTER TABLE governance_document_step_wider RENAME TO governance_document_step",
        ])
}
