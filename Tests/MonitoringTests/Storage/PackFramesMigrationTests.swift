import Facts
import HJ212
import Kernel
import Persistence
import Testing

@testable import Monitoring

struct PackFramesMigrationTests {
    /// What the first schema held: an hour in two versions, a split frame, a frame without QN, one from before 1970.
    private static let segments = [
        "QN=20261123010000000;ST=31;CN=2061;PW=123456;MN=M1;Flag=5;CP=&&DataTime=20261123000000;a21026-ZsAvg=50&&",
        "QN=20261123010000001;ST=31;CN=2061;PW=123456;MN=M1;Flag=5;CP=&&DataTime=20261123000000;a21026-ZsAvg=20&&",
        "MN=M2;CN=2011;PW=123456;PNUM=2;PNO=1;CP=&&DataTime=20261123005959;w01018-Rtd=1&&",
        "MN=M2;CN=2011;PW=123456;PNUM=2;PNO=2;CP=&&DataTime=20261123005959;w01018-Rtd=1&&",
        "MN=M1;CN=2051;PW=123456;CP=&&DataTime=19691231235959;a21026-Avg=1&&",
    ]

    private static func fill(_ database: any Database, _ journal: Journal, _ frames: [Frame]) async throws {
        let old = Schema(tables: [], migrations: [.monitoring0001CreateFrames])
        try await Migrator.migrate(database, to: [TrunkSchema.schema, old])
        try await database.write { access in
            let root = MerkleRoot.over(frames.map { Digest256(of: $0.bytes).bytes })
            let batch = try journal.append(
                FramesReceived(count: frames.count, root: root), about: .city, by: .system("gateway"), in: access)
            for (position, frame) in frames.enumerated() {
                let filing = try FrameFiling(frame)
                try access.execute(
                    """
                    INSERT INTO monitoring_frame (data_time_ms, outlet_id, command, packet, frame_sha256,
                      request_number, enterprise_id, region_code, received_at_ms, batch_sequence, batch_position, raw)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'E1', '330602', ?7, ?8, ?9, ?10)
                    """,
                    [
                        .instant(filing.dataTime), .text("O\(filing.device.text.dropFirst())"),
                        .int(filing.command.rawValue), .int(filing.packet), .digest(Digest256(of: frame.bytes)),
                        .text(filing.requestNumber), .instant(filing.dataTime.adding(seconds: 7)), .integer(batch),
                        .int(position), .blob(frame.bytes),
                    ])
            }
        }
    }

    @Test func `frames of the first schema are moved as they are, and known when they come again`() async throws {
        let frames = try Self.segments.map { try WireFrame.frame(ofSegment: $0) }
        let stage = try await MonitoringStage { try await Self.fill($0, $1, frames) }
        let stored = try await stage.database.read { access in
            var stored: [FrameStore.StoredFrame] = []
            try FrameStore.forEachInBatchOrder(access) { stored.append($0) }
            return stored
        }
        #expect(stored.map(\.bytes) == frames.map(\.bytes))
        #expect(stored.map(\.place) == (try frames.map { try FrameFiling($0).place }))
        #expect(stored.map(\.version) == [0, 1, 0, 0, 0])
        #expect(stored.allSatisfy { $0.receivedAt == $0.place.dataTime.adding(seconds: 7) })
        #expect(try await stage.lines("name AS line FROM sqlite_master WHERE name LIKE 'monitoring_frame%'") == [])

        let again = try await stage.store(frames)
        #expect(again == frames.map { _ in .alreadyStored })
        let sources = "device_number || ' ' || outlet_id AS line FROM monitoring_source ORDER BY source_no"
        #expect(try await stage.lines(sources) == ["M1 O1", "M2 O2"])
        let frameChecks = try await stage.differences().filter { !$0.contains("hourly") }
        #expect(frameChecks == [])
    }
}
