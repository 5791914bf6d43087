import Persistence

extension Migration {
    /// Who answered for a task before others took over, and which duties somebody was reminded of.
    static let governance0024KeepHandOvers = Migration(
        "governance-0024-keep-hand-overs",
        [
            """
            CREATE TABLE governance_hand_over (
              policy {text} NOT NULL,
              task {integer} NOT NULL,
              number {integer} NOT NULL CHECK (number >= 1),
              unit {text} NOT NULL,
              person_id {text} NOT NULL,
              until_month {text} NOT NULL CHECK (length(until_month) = 7),
              PRIMARY KEY (policy, task, number),
              FOREIGN KEY (policy, task) REFERENCES governance_task (policy, task)
            )
            """,
            """
            CREATE TABLE governance_reminder (
              duty_id {text} NOT NULL PRIMARY KEY,
              kind {text} NOT NULL,
              reference {text} NOT NULL,
              unit {text} NOT NULL,
              person_id {text},
              due_ms {integer} NOT NULL,
              reminded_at_ms {integer} NOT NULL
            )
            """,
        ])
}
