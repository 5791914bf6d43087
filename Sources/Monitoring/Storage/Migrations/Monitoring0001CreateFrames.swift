import Persistence

extension Migration {
    /// Frames, quarantine, effective hours, limits, episodes.
    static let monitoring0001CreateFrames = Migration(
        "monitoring-0001-create-frames",
        [
            """
            CREATE TABLE monitoring_frame (
              data_time_ms {integer} NOT NULL,
              outlet_id {text} NOT NULL,
              command {integer} NOT NULL,
              packet {integer} NOT NULL CHECK (packet >= 0),
              frame_sha256 {blob} NOT NULL CHECK (length(frame_sha256) = 32),
              request_number {text} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              received_at_ms {integer} NOT NULL,
              batch_sequence {integer} NOT NULL,
              batch_position {integer} NOT NULL CHECK (batch_position >= 0),
              raw {blob} NOT NULL,
              PRIMARY KEY (data_time_ms, outlet_id, command, packet, frame_sha256)
            )
            """,
            "CREATE INDEX monitoring_frame_outlet ON monitoring_frame (outlet_id, command, data_time_ms)",
            "CREATE INDEX monitoring_frame_digest ON monitoring_frame (outlet_id, frame_sha256)",
            "CREATE UNIQUE INDEX monitoring_frame_batch ON monitoring_frame (batch_sequence, batch_position)",
            """
            CREATE TABLE monitoring_quarantine (
              stretch_sha256 {blob} NOT NULL PRIMARY KEY CHECK (length(stretch_sha256) = 32),
              reason {text} NOT NULL,
              remote {text} NOT NULL,
              first_received_at_ms {integer} NOT NULL,
              last_received_at_ms {integer} NOT NULL,
              times {integer} NOT NULL CHECK (times >= 1),
              raw {blob} NOT NULL
            )
            """,
            """
            CREATE TABLE monitoring_hour (
              outlet_id {text} NOT NULL,
              pollutant {text} NOT NULL,
              hour_ms {integer} NOT NULL,
              request_number {text} NOT NULL,
              frame_sha256 {blob} NOT NULL,
              average {text},
              converted {text},
              mark {text},
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              PRIMARY KEY (outlet_id, pollutant, hour_ms)
            )
            """,
            """
            CREATE TABLE monitoring_limit (
              outlet_id {text} NOT NULL,
              pollutant {text} NOT NULL,
              valid_from {text} NOT NULL,
              valid_to {text},
              limit_mg_m3 {text} NOT NULL,
              source {text} NOT NULL CHECK (length(source) > 0),
              PRIMARY KEY (outlet_id, pollutant, valid_from),
              CHECK (valid_to IS NULL OR valid_to >= valid_from)
            )
            """,
            """
            CREATE TABLE monitoring_episode (
              episode_id {text} NOT NULL PRIMARY KEY,
              outlet_id {text} NOT NULL,
              pollutant {text} NOT NULL,
              first_hour_ms {integer} NOT NULL,
              last_hour_ms {integer} NOT NULL CHECK (last_hour_ms >= first_hour_ms),
              extent {blob} NOT NULL,
              withdrawn {integer} NOT NULL CHECK (withdrawn IN (0, 1)),
              decision_id {text} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              ended {integer} NOT NULL CHECK (ended IN (0, 1))
            )
            """,
            "CREATE INDEX monitoring_episode_going_on ON monitoring_episode (ended, withdrawn, last_hour_ms)",
            """
            CREATE TABLE monitoring_waiting_hour (
              outlet_id {text} NOT NULL,
              pollutant {text} NOT NULL,
              hour_ms {integer} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              PRIMARY KEY (outlet_id, pollutant, hour_ms)
            )
            """,
            """
            CREATE INDEX monitoring_episode_outlet
              ON monitoring_episode (outlet_id, pollutant, withdrawn, last_hour_ms)
            """,
        ])
}
