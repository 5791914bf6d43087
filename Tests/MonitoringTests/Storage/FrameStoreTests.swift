import HJ212
import Kernel
import Persistence
import Testing

@testable import Monitoring

struct FrameStoreTests {
    private static let scopes: [(Scope, Bool)] = [
        (.city, true), (.regions([RegionCode(checked: "330602")]), true),
        (.regions([RegionCode(checked: "330603")]), false), (.regions([]), false),
        (.enterprise(EnterpriseID(checked: "E1")), true), (.enterprise(EnterpriseID(checked: "E2")), false),
        (.nothing, false),
    ]

    @Test(arguments: scopes.indices) func `a frame is found in its hour by who may see it`(index: Int) async throws {
        let (scope, isSeen) = Self.scopes[index]
        let stage = try await MonitoringStage()
        let frame = try WireFrame.hour("20261123005900", "a21026-ZsRtd=50", command: 2011)
        try await stage.store([frame])
        let hour = FramePlace.hourNumber(of: HourPattern.start)
        let (digest, clock) = (Digest256(of: frame.bytes), stage.clock)
        try await stage.database.read { access in
            for (hours, isThere) in [(hour...hour, true), (hour - 9...hour + 9, true), (hour + 1...hour + 2, false)] {
                let found = try FrameStore.raw(
                    digest, outlet: MonitoringStage.outlet, hours: hours, scope: scope, in: access)
                #expect(found?.bytes == (isSeen && isThere ? frame.bytes : nil))
            }
            for (outlet, now, isThere) in [
                ("O1", clock.now().adding(hours: -24), true), ("O1", clock.now(), false), ("O2", clock.now(), false),
            ] {
                let newest = try FrameStore.newestFrame(
                    outlet: OutletID(checked: outlet), scope: scope, now: now, memory: NewestHours(), in: access)
                #expect((newest != nil) == (isSeen && isThere))
            }
        }
    }

    /// Frames of 2005, then one that by itself would pass for 2017, and what the page of each tells.
    @Test func `the edition of a device is what its frames had shown by then`() async throws {
        let stage = try await MonitoringStage()
        let outlet = MonitoringStage.outlet
        func frame(_ minute: Int, _ head: String) throws -> Frame {
            let time = "202611230100\(10 + minute)"
            let segment = "\(head)ST=31;CN=2011;PW=123456;MN=M1;Flag=0;CP=&&DataTime=\(time);01-Rtd=1&&"
            return try WireFrame.frame(ofSegment: segment)
        }
        let usual = try (0..<4).map { try frame($0, "") }
        let odd = try WireFrame.hour("20261123010030", "a21026-ZsRtd=50", command: 2011)
        #expect(usual.map(\.dialect) == Array(repeating: .hjt2005, count: 4) && odd.dialect == .hj2017)
        for frame in usual + [odd] {
            try await stage.store([frame])
            stage.clock.stand(at: stage.clock.now().adding(seconds: 1))
        }
        let hour = FramePlace.hourNumber(of: HourPattern.start.adding(hours: 1))
        let dialects = try await stage.database.read { access in
            try (usual + [odd]).map { frame in
                let found = try #require(
                    try FrameStore.raw(
                        Digest256(of: frame.bytes), outlet: outlet, hours: hour...hour, scope: .city, in: access))
                return try FrameStore.dialect(around: found, scope: .city, in: access)
            }
        }
        #expect(dialects == Array(repeating: .hjt2005, count: 5))
    }

    /// The same words with other values, marks and scales; words; a log; a foreign form.
    @Test func `layouts are learnt, then frames are known by them`() async throws {
        let stage = try await MonitoringStage()
        let areas = [
            "12.5,a21026-Flag=N", "13.1,a21026-Flag=N", "13.10,a21026-Flag=N", "14,a21026-Flag=D", "NF,a21026-Flag=N",
        ]
        for (minute, area) in areas.enumerated() {
            let frame = try WireFrame.hour("202611230\(100 + minute)00", "a21026-Avg=\(area)", command: 2051)
            #expect(try await stage.store([frame]) == [.stored])
            #expect(try await stage.store([frame]) == [.alreadyStored])
        }
        let log = try WireFrame.hour("20261123000000", "i21001-Info=//a;b//", command: 3020)
        #expect(try await stage.store([log]) == [.stored])
        let layouts = "command || ' ' || layout_no AS line FROM monitoring_packed_frame ORDER BY command, offset_ms"
        #expect(try await stage.lines(layouts) == ["2051 1", "2051 1", "2051 2", "2051 3", "2051 2", "3020 0"])
        #expect(try await stage.differences() == [])
    }

    @Test func `a frame with a wrong password is refused though its form is known`() async throws {
        let stage = try await MonitoringStage()
        let frames = try ["123456", "123457", "123456"].enumerated().map { minute, password in
            try WireFrame.hour("202611230\(100 + minute)00", "a21026-Avg=1.5", password: password, command: 2051)
        }
        let verdicts = try await stage.store(frames)
        #expect(verdicts == [.stored, .quarantined(reason: "wrong-password"), .stored])
    }

    @Test func `beyond the greatest number of layouts frames are kept as they came`() async throws {
        let stage = try await MonitoringStage()
        let frames = try (0..<LayoutStore.layoutsMax + 2).map { number in
            try WireFrame.hour("202611230\(100 + number % 60)\(10 + number / 60)", "b\(number)-Avg=1", command: 2051)
        }
        #expect(try await stage.store(frames).allSatisfy { $0 == .stored })
        let verbatim = "'' || COUNT(*) AS line FROM monitoring_packed_frame WHERE layout_no = 0"
        #expect(try await stage.lines(verbatim) == ["2"])
        #expect(try await stage.store(frames).allSatisfy { $0 == .alreadyStored })
        #expect(try await stage.differences() == [])
    }

    /// A transaction that is taken back must leave nothing in memory that the database does not hold.
    @Test func `what a failed transaction has learnt is forgotten`() async throws {
        let stage = try await MonitoringStage()
        let frame = try WireFrame.hour("20261123000000", "a21026-ZsAvg=50")
        try await stage.database.write { access in
            _ = try access.execute("ALTER TABLE monitoring_hour RENAME TO elsewhere")
        }
        await #expect(throws: (any Error).self) { try await stage.store([frame]) }
        try await stage.database.write { access in
            _ = try access.execute("ALTER TABLE elsewhere RENAME TO monitoring_hour")
        }
        #expect(try await stage.lines("'' || source_no AS line FROM monitoring_source") == [])
        #expect(try await stage.store([frame]) == [.stored])
        #expect(try await stage.differences() == [])
    }
}
