import Persistence

extension Migration {
    /// Inspection notices and minutes with their answers; reports on how environment and economy stand.
    static let governance0005KeepDirectives = Migration(
        "governance-0005-keep-directives",
        [
            """
            CREATE TABLE governance_directive (
              kind {text} NOT NULL CHECK (kind IN ('inspection', 'minutes')),
              year {integer} NOT NULL,
              number {integer} NOT NULL CHECK (number >= 1),
              content {blob} NOT NULL,
              sha256 {blob} NOT NULL CHECK (length(sha256) = 32),
              author {text} NOT NULL,
              issued_at_ms {integer} NOT NULL,
              PRIMARY KEY (kind, year, number)
            )
            """,
            """
            CREATE TABLE governance_directive_answer (
              kind {text} NOT NULL,
              year {integer} NOT NULL,
              number {integer} NOT NULL,
              item {integer} NOT NULL CHECK (item >= 1),
              attempt {integer} NOT NULL CHECK (attempt >= 1),
              unit {text} NOT NULL,
              answer {text} NOT NULL CHECK (length(answer) BETWEEN 1 AND 1000),
              evidence {integer},
              author {text} NOT NULL,
              filed_at_ms {integer} NOT NULL,
              verdict {text} CHECK (verdict IN ('accepted', 'returned')),
              note {text},
              again {text},
              judge {text},
              judged_at_ms {integer},
              PRIMARY KEY (kind, year, number, item, attempt),
              FOREIGN KEY (kind, year, number) REFERENCES governance_directive (kind, year, number),
              CHECK ((verdict IS NULL) = (note IS NULL) AND (verdict IS NULL) = (judge IS NULL)
                AND (verdict IS NULL) = (judged_at_ms IS NULL))
            )
            """,
            """
            CREATE TABLE governance_analysis (
              period {text} NOT NULL PRIMARY KEY,
              texts {text} NOT NULL,
              author {text} NOT NULL,
              written_at_ms {integer} NOT NULL,
              content {blob},
              sha256 {blob} CHECK (length(sha256) = 32),
              issuer {text},
              issued_at_ms {integer},
              fact {integer},
              CHECK ((content IS NULL) = (sha256 IS NULL) AND (content IS NULL) = (issuer IS NULL)
                AND (content IS NULL) = (issued_at_ms IS NULL) AND (content IS NULL) = (fact IS NULL))
            )
            """,
        ])
}
