import HJ212
import Kernel
import Persistence

/// The frames as received: evidence, every version kept, packed, clustered by hour and source.
enum FrameStore {
    /// A frame on its way into the table.
    struct Arriving {
        let source: Int64
        let place: FramePlace
        let packed: PackedFrame
        let bytes: [UInt8]
        let receivedAt: Instant
    }

    /// Stores frames as the batch `sequence`, each at its position in the list; tells which were new.
    ///
    /// The same bytes at the same place are one frame. Different bytes at the same place are its versions, numbered as
    /// they come.
    static func insert(
        _ frames: [Arriving], batch sequence: Int64, layouts: (_ source: Int64) throws -> [Int: FrameLayout],
        in access: any WriteAccess
    ) throws -> [Bool] {
        let rows = frames.enumerated().map { position, frame in
            arguments(frame, version: 0, sequence, position)
        }
        var areNew = try access.executeEach(insertion, rows).map { $0 > 0 }
        for (position, frame) in frames.enumerated() where !areNew[position] {
            let known = try versions(at: frame.place, source: frame.source, in: access)
            let isKnown = try known.contains { version in
                // The same frame is mostly packed in the same way; a layout learnt since can pack it differently.
                if version == frame.packed { return true }
                let bytes = version.unpacked(at: frame.place.dataTime, with: try layouts(frame.source))
                return bytes == frame.bytes
            }
            if isKnown { continue }
            try access.execute(insertion, arguments(frame, version: known.count, sequence, position))
            areNew[position] = true
        }
        return areNew
    }

    private static let insertion = """
        INSERT INTO monitoring_packed_frame (hour_no, source_no, command, offset_ms, packet, version, batch_sequence,
          batch_position, delay_ms, layout_no, body)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT (hour_no, source_no, command, offset_ms, packet, version) DO NOTHING
        """

    private static func arguments(
        _ frame: Arriving, version: Int, _ sequence: Int64, _ position: Int
    ) -> [SQLValue] {
        [
            .integer(frame.place.hourNumber), .integer(frame.source), .int(frame.place.command.rawValue),
            .integer(frame.place.offset), .int(frame.place.packet), .int(version), .integer(sequence),
            .int(position), .integer(frame.receivedAt.milliseconds(since: frame.place.dataTime)),
            .int(frame.packed.layout), .blob(frame.packed.body),
        ]
    }

    /// The versions at one place in the order in which they came; they are numbered without a gap.
    private static func versions(
        at place: FramePlace, source: Int64, in access: any ReadAccess
    ) throws -> [PackedFrame] {
        try access.rows(
            """
            SELECT layout_no, body FROM monitoring_packed_frame
            WHERE hour_no = ?1 AND source_no = ?2 AND command = ?3 AND offset_ms = ?4 AND packet = ?5
            ORDER BY version
            """,
            [
                .integer(place.hourNumber), .integer(source), .int(place.command.rawValue), .integer(place.offset),
                .int(place.packet),
            ]
        ).map { PackedFrame(layout: try $0.int("layout_no"), body: try $0.blob("body")) }
    }
}
