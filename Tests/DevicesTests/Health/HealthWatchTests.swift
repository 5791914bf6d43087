import Facts
import HJ212
import Kernel
import Persistence
import Synchronization
import Testing

@testable import Devices

struct HealthWatchTests {
    private static var present: Instant { HealthStage.noon.startOfHour }

    /// A whole day of ten-minute and hourly frames up to the hour before the present one.
    private static func day(_ hours: Range<Int64> = -26..<0) throws -> [ArchivedFrame] {
        try hours.flatMap { hour in
            let start = present.adding(hours: hour)
            return try (0..<6).map {
                try HealthStage.frame(start.adding(minutes: $0 * 10), command: 2051, value: "1")
            } + [try HealthStage.frame(start, command: 2061, value: "1", sent: start.adding(hours: 1))]
        }
    }

    @Test func `a sound device has no finding; another that was never heard of is offline`() async throws {
        let stage = try await HealthStage()
        stage.sources.add(try Self.day())
        stage.sources.add([
            try HealthStage.frame(HealthStage.noon.adding(minutes: -10), command: 2011, value: "1")
        ])
        #expect(try await stage.room.watch.look() == 2)
        let first = try #require(try await stage.standing(1))
        #expect(first.findings == [] && first.state == .sound)
        #expect(first.minutes == Capture(received: 144, expected: 144))
        #expect(first.hours == Capture(received: 24, expected: 24))
        #expect(first.drift == 1_000 && first.dialect == "2017" && first.minuteStep == 10)
        #expect(try await stage.standing(2)?.state == .offline)
        #expect(try await stage.told() == ["O2 offline"])
        #expect(try await stage.differences() == [])
        _ = try await stage.room.watch.look()
        #expect(try await stage.told() == ["O2 offline"])
    }

    @Test func `a device that answered its minute interval is measured by that`() async throws {
        let stage = try await HealthStage()
        let answer = "QN=20261123103000000;ST=31;CN=1063;PW=123456;MN=M1;Flag=4;CP=&&MinInterval=5&&"
        let asked = Self.present.adding(hours: -4).adding(minutes: 30)
        let stamp = QN(CivilStamp(millisecondsSince1970: asked.milliseconds)).text
        let bytes = try HealthStage.bytes(answer.replacing("20261123103000000", with: stamp))
        stage.sources.add(try Self.day() + [ArchivedFrame(bytes: bytes, receivedAt: asked)])
        _ = try await stage.room.watch.look()
        let standing = try #require(try await stage.standing(1))
        #expect(standing.minuteStep == 5 && standing.minutes == Capture(received: 144, expected: 288))
    }

    @Test func `hours of a program that told no edition are no difference`() async throws {
        let stage = try await HealthStage()
        stage.sources.add(try Self.day())
        _ = try await stage.room.watch.look()
        _ = try await stage.database.write { try $0.execute("UPDATE devices_hour SET dialect = NULL") }
        #expect(try await stage.differences() == [])
        _ = try await stage.database.write { try $0.execute("UPDATE devices_hour SET dialect = '2005'") }
        #expect(try await !stage.differences().isEmpty)
    }

    @Test(arguments: [
        ("dc-a9:04", ["O2"]), ("CPU-77", ["O2"]), ("hard-2", ["O2"]), ("m1", ["O1"]), ("示例", ["O1", "O2"]),
        ("-", ["O2"]),
        ("ffff", []),
    ])
    func `a logger is found by what it registered of its hardware`(text: String, outlets: [String]) async throws {
        let stage = try await HealthStage()
        _ = try await stage.room.watch.look()
        let found = try await stage.database.write { access in
            try access.execute(
                """
                INSERT INTO devices_registration (registration_id, hardware, cpu, mac_first, mac_second,
                  sealed_password, remote, address, first_at_ms, last_at_ms, times, conflicts, device_number,
                  outlet_id, accepted_name, accepted_at_ms)
                VALUES ('R1', 'HARD-2', 'cpu-77', '', 'DC:A9:04:00:00:01', ?1, 'x', 'x', 1, 1, 1, 0, 'M2', 'O2', 'x',
                  1)
                """, [.blob([])])
            return try DeviceHealthStore.page(
                HealthFilter(text: text), behind: nil, scope: .city, limit: 9, in: access
            ).map(\.standing.outlet.text).sorted()
        }
        #expect(found == outlets)
    }

    @Test func `findings begin and end once, as facts`() async throws {
        let stage = try await HealthStage()
        stage.sources.add(try Self.day())
        stage.sources.failures.withLock { $0 = 50 }
        stage.sources.delivered.withLock { $0 = [DeviceNumber(checked: "M1")] }
        _ = try await stage.room.watch.look()
        #expect(try await stage.told() == ["O1 crc-failures", "O1 default-password", "O2 offline"])
        stage.sources.failures.withLock { $0 = 0 }
        stage.sources.delivered.withLock { $0 = [] }
        stage.clock.pass(seconds: 12 * 3_600)
        _ = try await stage.room.watch.look()
        let told = try await stage.told().dropFirst(3)
        #expect(
            Set(told) == [
                "O1 -crc-failures", "O1 -default-password", "O1 offline", "O1 low-minute-capture",
                "O1 low-hour-capture",
            ])
        let findings = try await stage.database.read {
            try FindingStore.newest(
                of: OutletID(checked: "O1"), scope: .regions([RegionCode(checked: "330602")]), limit: 9, in: $0)
        }
        #expect(findings.count == 5 && findings.filter { $0.endedAt == nil }.count == 3)
        let unseen = try await stage.database.read {
            try FindingStore.newest(
                of: OutletID(checked: "O1"), scope: .regions([RegionCode(checked: "330603")]), limit: 9, in: $0)
        }
        #expect(unseen == [])
    }

    @Test func `news of an old hour is taken up at the next look, and repeats are counted`() async throws {
        let stage = try await HealthStage()
        stage.sources.add(try Self.day())
        _ = try await stage.room.watch.look()
        let hour = Self.present.adding(hours: -7)
        stage.sources.add([
            try HealthStage.frame(hour, command: 2061, value: "0.5", sent: hour.adding(hours: 7))
        ])
        #expect(try await stage.standing(1)?.lowered == 0)
        // An hour that waits for the watch is no difference.
        #expect(try await stage.differences() == [])
        let device = DeviceNumber(checked: "M1")
        stage.room.observe([
            FrameSighting(device: device, dataTime: hour, receivedAt: HealthStage.noon, isRepeat: false),
            FrameSighting(device: device, dataTime: hour, receivedAt: HealthStage.noon, isRepeat: true),
            FrameSighting(
                device: DeviceNumber(checked: "stranger"), dataTime: hour, receivedAt: HealthStage.noon,
                isRepeat: false),
        ])
        _ = try await stage.room.watch.look()
        let standing = try #require(try await stage.standing(1))
        #expect([standing.lowered, standing.resent, standing.repeated] == [1, 1, 1])
        #expect(try await stage.told().contains("O1 rewritten"))
        let evidence = try await stage.database.read {
            try FindingStore.open(of: OutletID(checked: "O1"), in: $0).first { $0.kind == .rewritten }?.evidence
        }
        #expect(evidence?["before"] == "1" && evidence?["after"] == "0.5")
        #expect(evidence?["beforeFrame"]?.count == 64 && evidence?["afterFrame"]?.count == 64)
        #expect(try await stage.differences() == [])
    }

    @Test(arguments: [
        ("UPDATE devices_hour SET minute_periods = 5 WHERE hour_ms = (SELECT MIN(hour_ms) FROM devices_hour)", 1),
        ("UPDATE devices_hour SET frames = frames + 1", 26), ("UPDATE devices_hour SET frames = frames - 1", 0),
    ])
    func `a changed figure is found, one that waits is not`(statement: String, count: Int) async throws {
        let stage = try await HealthStage()
        stage.sources.add(try Self.day())
        _ = try await stage.room.watch.look()
        _ = try await stage.database.write { try $0.execute(statement) }
        let reports = try await stage.database.read { try stage.room.checks().check($0) }
        #expect(reports.first?.examined == 26 && reports.map(\.differenceCount) == [count, 0])
    }

    /// O1 in 330602 is sound but for its password, O2 in 330603 is offline.
    @Test func `the list is narrowed, sorted, scoped, and its pages meet`() async throws {
        let stage = try await HealthStage()
        stage.sources.add(try Self.day())
        stage.sources.delivered.withLock { $0 = [DeviceNumber(checked: "M1")] }
        _ = try await stage.room.watch.look()
        let own = Scope.regions([RegionCode(checked: "330602")])
        let cases: [(HealthFilter, Scope, [String])] = [
            (HealthFilter(), .city, ["O2", "O1"]), (HealthFilter(), own, ["O1"]), (HealthFilter(), .nothing, []),
            (HealthFilter(), .enterprise(EnterpriseID(checked: "E2")), ["O2"]),
            (HealthFilter(state: .offline), .city, ["O2"]), (HealthFilter(state: .sound), .city, []),
            (HealthFilter(region: RegionCode(checked: "330602")), .city, ["O1"]),
            (HealthFilter(finding: .defaultPassword), .city, ["O1"]), (HealthFilter(finding: .rewritten), .city, []),
            (HealthFilter(text: "WORKS 2"), .city, ["O2"]), (HealthFilter(text: "m1"), .city, ["O1"]),
            (HealthFilter(text: "%"), .city, []), (HealthFilter(text: "_"), .city, []),
            (HealthFilter(text: "!"), .city, []), (HealthFilter(sort: .device), .city, ["O1", "O2"]),
            (HealthFilter(sort: .lastSeen), .city, ["O2", "O1"]), (HealthFilter(sort: .capture), .city, ["O1", "O2"]),
            (HealthFilter(sort: .drift), .city, ["O1", "O2"]),
        ]
        for (filter, scope, expected) in cases {
            var seen: [String] = []
            var place: HealthFilter.Place?
            repeat {
                let page = try await stage.database.read { [place] in
                    try DeviceHealthStore.page(filter, behind: place, scope: scope, limit: 1, in: $0)
                }
                seen += page.map(\.standing.outlet.text)
                place = page.last.flatMap { HealthFilter.Place($0.place.coded) }
            } while place != nil && seen.count < 9
            #expect(seen == expected, "\(filter) \(scope)")
            let counted = try await stage.database.read {
                try DeviceHealthStore.counts(filter, scope: scope, in: $0).map(\.devices).reduce(0, +)
            }
            #expect(counted == expected.count, "\(filter) \(scope)")
        }
        #expect(try await stage.standing(2, scope: own) == nil)
    }

    @Test func `what is noted is bounded and taken once`() {
        let inbox = HealthInbox()
        let device = DeviceNumber(checked: "M1")
        inbox.note(
            (0...HealthInbox.placesMax).map { number in
                let time = Instant(milliseconds: Int64(number) * 3_600_000)
                return FrameSighting(device: device, dataTime: time, receivedAt: time, isRepeat: number < 2)
            })
        #expect(inbox.take(10).changed.count == 10)
        let rest = inbox.take(.max)
        #expect(rest.changed.count == HealthInbox.placesMax - 10 && rest.repeats == [:])
        #expect(inbox.take(.max).changed.isEmpty)
    }
}
