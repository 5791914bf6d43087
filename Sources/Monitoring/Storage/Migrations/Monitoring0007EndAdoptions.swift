import Persistence

extension Migration {
    /// The early ends of adoptions of rules. Several may stand for one adoption; the earliest holds.
    static let monitoring0007EndAdoptions = Migration(
        "monitoring-0007-end-adoptions",
        [
            """
            CREATE TABLE monitoring_rule_adoption_end (
              adoption_no {integer} NOT NULL REFERENCES monitoring_rule_adoption (adoption_no),
              last_day {text} NOT NULL,
              source {text} NOT NULL CHECK (length(source) > 0),
              recorded_at_ms {integer} NOT NULL,
              recorded_by {text} NOT NULL,
              PRIMARY KEY (adoption_no, last_day)
            )
            """
        ])
}
