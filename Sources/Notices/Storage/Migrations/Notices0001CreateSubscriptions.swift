import Persistence

extension Migration {
    /// Subscriptions, and what is on its way to them.
    static let notices0001CreateSubscriptions = Migration(
        "notices-0001-create-subscriptions",
        [
            """
            CREATE TABLE notices_subscription (
              subscription_id {text} NOT NULL PRIMARY KEY,
              name {text} NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
              address {text} NOT NULL,
              kinds {text} NOT NULL,
              region_code {text},
              secret_sealed {blob} NOT NULL,
              created_at_ms {integer} NOT NULL,
              ended_at_ms {integer}
            )
            """,
            """
            CREATE TABLE notices_notice (
              subscription_id {text} NOT NULL REFERENCES notices_subscription (subscription_id),
              sequence {integer} NOT NULL,
              state {text} NOT NULL CHECK (state IN ('waiting', 'taken', 'given-up')),
              attempts {integer} NOT NULL CHECK (attempts >= 0),
              next_ms {integer} NOT NULL,
              last_answer {text} NOT NULL,
              PRIMARY KEY (subscription_id, sequence)
            )
            """,
            "CREATE INDEX notices_notice_state ON notices_notice (state, subscription_id, sequence)",
        ])
}
