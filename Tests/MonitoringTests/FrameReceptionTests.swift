import HJ212
import Kernel
import Persistence
import Testing

@testable import Monitoring

struct FrameReceptionTests {
    /// What lies in quarantine: reason and count.
    private func quarantine(_ stage: MonitoringStage) async throws -> [String] {
        try await stage.lines("reason || ' ' || times AS line FROM monitoring_quarantine ORDER BY reason")
    }

    @Test func `what cannot be filed is set aside with its reason and count, the others stay, in order`() async throws {
        let stage = try await MonitoringStage()
        let over = "a21026-ZsAvg=50"
        let good = try WireFrame.hour("20261123000000", over)
        var scanner = FrameScanner()
        scanner.append(WireFrame.bytes(ofSegment: "MN=M1;CN=2061;CP=&&DataTime=20261123050000;\(over)&&", crc: 0))
        let unproven = try #require(scanner.finish().first)
        let events: [ScanEvent] = [
            .accepted(try WireFrame.hour("20261123010000", over, device: "M9")),
            .accepted(try WireFrame.hour("20261123010000", over, password: "123457")),
            .accepted(good),
            .accepted(try WireFrame.hour("20261123010000", over, password: "")),
            .accepted(try WireFrame.hour("20261123016000", over)),
            unproven,
            .accepted(good),
            .accepted(try WireFrame.hour("20261123020000", "a21026-ZsAvg=20")),
        ]
        let expected: [FrameVerdict] = [
            .quarantined(reason: "unknown-device"), .quarantined(reason: "wrong-password"), .stored,
            .quarantined(reason: "wrong-password"), .quarantined(reason: "no-data-time"),
            .quarantined(reason: "crc-mismatch"), .alreadyStored, .stored,
        ]
        #expect(try await stage.store(events) == expected)
        let once = ["crc-mismatch 1", "no-data-time 1", "unknown-device 1", "wrong-password 1", "wrong-password 1"]
        #expect(try await quarantine(stage) == once)
        let again = expected.map { $0 == .stored ? .alreadyStored : $0 }
        #expect(try await stage.store(events) == again)
        #expect(try await quarantine(stage) == once.map { $0.replacing(" 1", with: " 2") })
        #expect(try await stage.database.read { try QuarantineStore.total($0).entries } == 5)
        #expect(HourPattern.text(try await stage.standing()) == "0–0/1")
        let positions = "'' || batch_position AS line FROM monitoring_packed_frame ORDER BY 1"
        #expect(try await stage.lines(positions) == ["0", "2"])
        #expect(try await stage.differences().isEmpty)
    }

    /// Bytes that were set aside are stored once they can be: nothing remembers them as refused.
    @Test func `a frame is judged when it comes again with the right password`() async throws {
        let stage = try await MonitoringStage()
        let refused = try await stage.store([try WireFrame.hour("20261123000000", "a21026-ZsAvg=50", password: "x")])
        #expect(refused == [.quarantined(reason: "wrong-password")])
        #expect(try await stage.standing().isEmpty)
        #expect(try await stage.store([try WireFrame.hour("20261123000000", "a21026-ZsAvg=50")]) == [.stored])
        #expect(try await stage.standing().count == 1)
    }

    @Test(arguments: [
        ("stack, above", "M1", "20261123000000", 2061, "a21026-ZsAvg=35.01", "0–0/1"),
        ("stack, equal", "M1", "20261123000000", 2061, "a21026-ZsAvg=35.00", "none"),
        ("off the full hour", "M1", "20261123001759", 2061, "a21026-ZsAvg=50", "0–0/1"),
        ("waste water", "M2", "20261123000000", 2061, "a21026-ZsAvg=50", "none"),
        ("another factor", "M1", "20261123000000", 2061, "a21002-ZsAvg=500", "none"),
        ("text for a number", "M1", "20261123000000", 2061, "a21026-ZsAvg=NF", "none"),
        ("dilution seen through", "M1", "20261123000000", 2061, "a21026-Avg=20,a21026-ZsAvg=50", "0–0/1"),
        ("converted complies", "M1", "20261123000000", 2061, "a21026-Avg=50,a21026-ZsAvg=20", "none"),
        ("mark D", "M1", "20261123000000", 2061, "a21026-ZsAvg=50,a21026-Flag=D", "none"),
        ("real-time", "M1", "20261123000000", 2011, "a21026-ZsRtd=50", "none"),
        ("a day", "M1", "20261123000000", 2031, "a21026-ZsAvg=50", "none"),
    ])
    func `MON-01 is applied to a stack's hourly sulphur dioxide and to nothing else`(
        name: String, device: String, time: String, command: Int, items: String, expected: String
    ) async throws {
        let stage = try await MonitoringStage()
        let frame = try WireFrame.hour(time, items, device: device, command: command)
        #expect(try await stage.store([frame]) == [.stored])
        #expect(HourPattern.text(try await stage.standing()) == expected, "\(name)")
        #expect(try await stage.differences().isEmpty, "\(name)")
    }

    @Test func `two halves of a split frame are one version, a second sending is another`() async throws {
        let stage = try await MonitoringStage()
        let head = "ST=31;CN=2061;PW=123456;MN=M1;Flag=7;PNUM=2"
        let segments = [
            "QN=20261123010000000;\(head);PNO=1;CP=&&DataTime=20261123000000;a21026-ZsAvg=50&&",
            "QN=20261123010000000;\(head);PNO=2;CP=&&DataTime=20261123000000;a21002-ZsAvg=50&&",
            "QN=20261123010000001;\(head);PNO=1;CP=&&DataTime=20261123000500;a21026-ZsAvg=60&&",
        ]
        for (segment, versions) in zip(segments, [1, 1, 2]) {
            #expect(try await stage.store([try WireFrame.frame(ofSegment: segment)]) == [.stored])
            let counted = try await stage.database.read { access in
                try FrameStore.versionCount(ofHour: HourPattern.start, outlet: MonitoringStage.outlet, in: access)
            }
            #expect(counted == versions)
        }
        #expect(try await stage.lines("pollutant AS line FROM monitoring_hour ORDER BY 1") == ["a21002", "a21026"])
    }

    /// A journalled batch is one fact, however many frames it holds; a batch of nothing new is none.
    @Test func `a batch is one fact, and nothing new is none`() async throws {
        let stage = try await MonitoringStage()
        let frames = try (0..<5).compactMap { try WireFrame.hour($0, "c", qn: 1) }
        try await stage.store(frames)
        try await stage.store(frames)
        let count = "'' || COUNT(*) AS line FROM journal_entry WHERE kind = 'monitoring.frames-received'"
        #expect(try await stage.lines(count) == ["1"])
    }
}
