import Persistence

extension Migration {
    /// Conversations with data loggers, what went over the wire in them, what loggers asked for, and gaps.
    static let devices0001CreateConversations = Migration(
        "devices-0001-create-conversations",
        [
            """
            CREATE TABLE devices_conversation (
              conversation_id {text} NOT NULL PRIMARY KEY,
              device_number {text} NOT NULL,
              outlet_id {text} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              command {text} NOT NULL,
              parameters {blob} NOT NULL,
              link {text} NOT NULL,
              edition {text},
              asked_by {text} NOT NULL,
              asked_name {text} NOT NULL,
              reason {text} NOT NULL,
              asked_at_ms {integer} NOT NULL,
              asked_day {text} NOT NULL,
              state {text} NOT NULL CHECK (state IN ('queued', 'sent', 'accepted', 'receiving', 'done', 'refused',
                'failed', 'unanswered', 'interrupted', 'superseded', 'expired')),
              request_number {text},
              tries {integer} NOT NULL CHECK (tries >= 0),
              data_frames {integer} NOT NULL CHECK (data_frames >= 0),
              deadline_ms {integer},
              sent_at_ms {integer},
              ended_at_ms {integer},
              outcome {text},
              answer {text},
              CHECK ((outcome IS NULL) = (ended_at_ms IS NULL)),
              CHECK ((request_number IS NULL) = (sent_at_ms IS NULL))
            )
            """,
            """
            CREATE UNIQUE INDEX devices_conversation_number ON devices_conversation (device_number, request_number)
            """,
            "CREATE INDEX devices_conversation_outlet ON devices_conversation (outlet_id, asked_at_ms)",
            "CREATE INDEX devices_conversation_day ON devices_conversation (device_number, asked_day, command)",
            "CREATE INDEX devices_conversation_state ON devices_conversation (state, asked_at_ms)",
            """
            CREATE TABLE devices_exchange (
              conversation_id {text} NOT NULL REFERENCES devices_conversation (conversation_id),
              position {integer} NOT NULL CHECK (position >= 0),
              at_ms {integer} NOT NULL,
              direction {text} NOT NULL CHECK (direction IN ('sent', 'received', 'unsent')),
              command {integer} NOT NULL,
              frame_sha256 {blob} CHECK (length(frame_sha256) = 32),
              text {text} NOT NULL,
              PRIMARY KEY (conversation_id, position)
            )
            """,
            """
            CREATE TABLE devices_wish (
              device {text} NOT NULL,
              command {integer} NOT NULL,
              first_at_ms {integer} NOT NULL,
              last_at_ms {integer} NOT NULL CHECK (last_at_ms >= first_at_ms),
              times {integer} NOT NULL CHECK (times >= 1),
              answer {text} NOT NULL,
              enterprise_id {text},
              region_code {text},
              PRIMARY KEY (device, command)
            )
            """,
            """
            CREATE TABLE devices_gap (
              outlet_id {text} NOT NULL,
              command {integer} NOT NULL,
              from_ms {integer} NOT NULL,
              to_ms {integer} NOT NULL CHECK (to_ms >= from_ms),
              tries {integer} NOT NULL CHECK (tries >= 0),
              tried_at_ms {integer} NOT NULL,
              given_up {integer} NOT NULL CHECK (given_up IN (0, 1)),
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              PRIMARY KEY (outlet_id, command, from_ms)
            )
            """,
        ])
}
