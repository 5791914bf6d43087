import Persistence

extension Migration {
    /// Frames as packed rows, clustered by hour and source.
    ///
    /// Rows of `monitoring_frame` are moved as they are (layout 0, bytes as received). That table did not keep the
    /// MN, so the sources made here have none; the first frame of the outlet's device claims its source. Versions
    /// keep the order in which they came.
    ///
    /// No foreign keys from frames: they would cost two searches for each row, and `verify` finds a row without its
    /// source or layout.
    static let monitoring0002PackFrames = Migration(
        "monitoring-0002-pack-frames",
        [
            """
            CREATE TABLE monitoring_source (
              source_no {integer} NOT NULL PRIMARY KEY CHECK (source_no > 0),
              device_number {text},
              outlet_id {text} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              UNIQUE (device_number, outlet_id)
            )
            """,
            "CREATE INDEX monitoring_source_outlet ON monitoring_source (outlet_id)",
            """
            CREATE TABLE monitoring_layout (
              source_no {integer} NOT NULL REFERENCES monitoring_source (source_no),
              layout_no {integer} NOT NULL CHECK (layout_no BETWEEN 1 AND 64),
              content {blob} NOT NULL,
              PRIMARY KEY (source_no, layout_no)
            ) {clustered}
            """,
            """
            CREATE TABLE monitoring_packed_frame (
              hour_no {integer} NOT NULL,
              source_no {integer} NOT NULL,
              command {integer} NOT NULL,
              offset_ms {integer} NOT NULL CHECK (offset_ms BETWEEN 0 AND 3599999),
              packet {integer} NOT NULL CHECK (packet >= 0),
              version {integer} NOT NULL CHECK (version >= 0),
              batch_sequence {integer} NOT NULL,
              batch_position {integer} NOT NULL CHECK (batch_position >= 0),
              delay_ms {integer} NOT NULL,
              layout_no {integer} NOT NULL CHECK (layout_no BETWEEN 0 AND 64),
              body {blob} NOT NULL,
              PRIMARY KEY (hour_no, source_no, command, offset_ms, packet, version)
            ) {clustered}
            """,
            """
            INSERT INTO monitoring_source (source_no, device_number, outlet_id, enterprise_id, region_code)
            SELECT ROW_NUMBER() OVER (ORDER BY outlet_id), NULL, outlet_id, MAX(enterprise_id), MAX(region_code)
            FROM monitoring_frame GROUP BY outlet_id
            """,
            // Division rounds toward zero in SQL, so the rest is made positive first: hours before 1970 count rightly.
            """
            INSERT INTO monitoring_packed_frame (hour_no, source_no, command, offset_ms, packet, version,
              batch_sequence, batch_position, delay_ms, layout_no, body)
            SELECT (data_time_ms - offset_ms) / 3600000, source_no, command, offset_ms, packet,
              ROW_NUMBER() OVER (
                PARTITION BY data_time_ms, source_no, command, packet ORDER BY batch_sequence, batch_position) - 1,
              batch_sequence, batch_position, received_at_ms - data_time_ms, 0, raw
            FROM (
              SELECT s.source_no AS source_no, ((f.data_time_ms % 3600000) + 3600000) % 3600000 AS offset_ms,
                f.data_time_ms AS data_time_ms, f.command AS command, f.packet AS packet,
                f.batch_sequence AS batch_sequence, f.batch_position AS batch_position,
                f.received_at_ms AS received_at_ms, f.raw AS raw
              FROM monitoring_frame f JOIN monitoring_source s ON s.outlet_id = f.outlet_id) AS moved
            """,
            "DROP TABLE monitoring_frame",
        ])
}
