import Facts
import HJ212
import Kernel
import TestMaterial
import Testing

@testable import Devices

struct DeviceFiguresTests {
    private static let start = Instant(startOf: CivilDate(dayNumber: 20_780))

    private func read(
        _ minute: Int64, _ value: String, command: Int = 2051, qn: Int64 = 0, late: Int64 = 1_000
    ) throws -> ReadFrame {
        let time = Self.start.adding(minutes: minute)
        let archived = try HealthStage.frame(
            time, command: command, value: value, late: late, sent: time.adding(seconds: qn))
        return try #require(ReadFrame(archived.bytes, receivedAt: archived.receivedAt))
    }

    /// minute:value@QN seconds, in any order.
    @Test(
        arguments: [
            ("", 0, 0, nil, 0, 0), ("0:1 10:1 20:1", 3, 3, 10, 0, 0), ("20:1 0:1", 2, 2, 20, 0, 0),
            ("0:1 0:1@5", 2, 1, nil, 1, 0), ("0:2 0:1@5", 2, 1, nil, 1, 1), ("0:1@5 0:2", 2, 1, nil, 1, 1),
            ("0:3 0:2@1 0:1@2", 3, 1, nil, 2, 2), ("0:NF 0:1@1", 2, 1, nil, 1, 0), ("0:1 1:1 5:1", 3, 3, 1, 0, 0),
            ("0:2.0 0:2.00@1", 2, 1, nil, 1, 0),
        ] as [(String, Int, Int, Int?, Int, Int)])
    func `an hour is counted from its frames`(
        sent: String, frames: Int, periods: Int, step: Int?, resent: Int, lowered: Int
    ) throws {
        let reads = try sent.split(separator: " ").map { text in
            let parts = text.split { ":@".contains($0) }
            return try read(
                try #require(Int64(parts[0])), String(parts[1]), qn: parts.count > 2 ? Int64(parts[2]) ?? 0 : 0)
        }
        let hour = DeviceHour(hour: Self.start, frames: reads)
        #expect([hour.frames, hour.minutePeriods, hour.resent, hour.lowered] == [frames, periods, resent, lowered])
        #expect(hour.minuteStep == step)
        #expect(hour == DeviceHour(hour: Self.start, frames: reads.reversed()))
        #expect((hour.rewriting != nil) == (lowered > 0))
    }

    @Test func `real-time values are never rewritten, and an hour's own value is noticed`() throws {
        let reads = [try read(0, "2", command: 2011), try read(0, "1", command: 2011, qn: 1)]
        #expect(DeviceHour(hour: Self.start, frames: reads).lowered == 0)
        let own = DeviceHour(hour: Self.start, frames: [try read(0, "2", command: 2061)])
        #expect(own.hasHourValue && own.minutePeriods == 0)
    }

    /// A frame of so few signs that it shows no edition.
    private func odd(_ minute: Int64) throws -> ReadFrame {
        let time = Self.start.adding(minutes: minute)
        let text = CivilStamp(millisecondsSince1970: time.milliseconds).text14
        let bytes = try HealthStage.bytes("ST=31;CN=3020;PW=123456;MN=M1;CP=&&DataTime=\(text);x=1&&")
        return try #require(ReadFrame(bytes, receivedAt: time.adding(seconds: 5)))
    }

    @Test func `the edition of an hour is what its frames together show, not what the last one lacks`() throws {
        #expect(DeviceHour(hour: Self.start, frames: [try odd(9)]).dialect == "unknown")
        let frames = [try read(0, "1"), try read(1, "1"), try odd(9)]
        #expect(DeviceHour(hour: Self.start, frames: frames).dialect == "2017")
        #expect(DeviceHour(hour: Self.start, frames: frames.reversed()).dialect == "2017")
        #expect(DeviceHour(hour: Self.start, frames: []).dialect == nil)
        let hours = [
            DeviceHour(hour: Self.start, frames: frames),
            DeviceHour(hour: Self.start.adding(hours: 1), frames: [try odd(69)]),
        ]
        let figures = DeviceFigures(hours: hours, .init(), limits: .design, now: Self.start.adding(hours: 4))
        #expect(figures.dialect == "2017")
    }

    @Test(arguments: [("10", 10), ("1", 1), ("007", nil), ("7", nil), ("0", nil), ("x", nil), ("", nil)])
    func `an answered minute interval counts when the standard knows it`(said: String, step: Int?) {
        let identity = [
            DeviceIdentity(name: "MinInterval", value: said, at: Self.start),
            DeviceIdentity(name: "i13101-Info", value: "5", at: Self.start),
        ]
        #expect(DeviceIdentity.minuteInterval(in: identity) == step)
        #expect(DeviceIdentity.minuteInterval(in: []) == nil)
    }

    @Test func `the answer is taken before what the frames show, and only from the answer`() throws {
        let now = Self.start.adding(hours: 4)
        let hour = DeviceHour(hour: Self.start, frames: [try read(0, "1"), try read(20, "1"), try read(40, "1")])
        let shown = DeviceFigures(
            hours: [hour], .init(firstHour: Self.start, firstMinutesHour: Self.start), limits: .design, now: now)
        let answered = DeviceFigures(
            hours: [hour], .init(minuteInterval: 10, firstHour: Self.start, firstMinutesHour: Self.start),
            limits: .design,
            now: now)
        #expect(shown.minuteStep == 20 && shown.minutes == Capture(received: 3, expected: 9))
        #expect(answered.minuteStep == 10 && answered.minutes == Capture(received: 3, expected: 18))
        func frame(_ command: Int) throws -> ReadFrame {
            let segment = "QN=20261123140000000;ST=31;CN=\(command);PW=1;MN=M1;Flag=4;CP=&&MinInterval=5&&"
            return try #require(ReadFrame(HealthStage.bytes(segment), receivedAt: Self.start))
        }
        #expect(DeviceIdentity.said(in: [try frame(1063)]).map(\.value) == ["5"])
        #expect(DeviceIdentity.said(in: [try frame(1064), try frame(3020)]) == [])
    }

    @Test(
        arguments: [
            ([], nil), ([5], 5), ([1, 9], 1), ([9, 1, 5], 5), ([-3, 100_000, -2, -1], -2),
        ] as [([Int64], Int64?)])
    func `the drift is the middle one`(values: [Int64], expected: Int64?) {
        #expect(DeviceHour.median(values) == expected)
    }

    @Test(arguments: [(nil, false), (0, false), (90 * 24 * 60, false), (90 * 24 * 60 + 1, true)] as [(Int64?, Bool)])
    func `a key is overdue the moment after its ninety days`(ageMinutes: Int64?, isOverdue: Bool) {
        var known = DeviceFigures.Surroundings(lastSeenAt: Self.start)
        known.keyMadeAt = ageMinutes.map { Self.start.adding(minutes: -$0) }
        let figures = DeviceFigures(hours: [], known, limits: .design, now: Self.start)
        let found = HealthFinding.found(in: figures, limits: .design, now: Self.start)
        #expect(found.map(\.kind) == (isOverdue ? [.oldKey] : []))
    }

    private static let heading =
        "| step shown, min | hours expected | minutes since, h | minute periods | hours | "
        + "minutes captured | hours captured | findings |"

    /// The worked numbers of the method's page.
    @Test(arguments: try RepositoryFile.table(heading, in: "docs/method/device-health.md"))
    func `the method's worked numbers come out`(row: [String]) throws {
        let shown = Int(row[0])
        let expected = try #require(Int(row[1]))
        let minutesExpected = Int64(row[2])
        let (periods, hours) = (try #require(Int(row[3])), try #require(Int(row[4])))
        let now = Self.start.adding(hours: 40)
        let window = DeviceFigures.window(.design, now: now)
        let first = window.upperBound.adding(hours: -Int64(expected))
        var left = periods
        let most = 60 / Capture.step(shown: [shown].compactMap { $0 }, otherwise: 10)
        let known = (0..<24).map { number in
            let here = min(most, left)
            left -= here
            return DeviceHour(
                hour: window.lowerBound.adding(hours: Int64(23 - number)), frames: here, minutePeriods: here,
                minuteStep: number == 0 ? shown : nil, hasHourValue: number < hours, resent: 0, lowered: 0,
                rewriting: nil, drift: nil, lastReceivedAt: now, dialect: nil)
        }
        let figures = DeviceFigures(
            hours: known,
            DeviceFigures.Surroundings(
                firstHour: first, firstMinutesHour: minutesExpected.map { window.upperBound.adding(hours: -$0) },
                everSentHours: true, lastSeenAt: now),
            limits: .design, now: now)
        #expect(figures.minutes?.text == (row[5] == "–" ? nil : row[5]))
        #expect(figures.hours?.text == row[6])
        let found = HealthFinding.found(in: figures, limits: .design, now: now).map(\.kind.rawValue)
        #expect((found.isEmpty ? "none" : found.joined(separator: ", ")) == row[7])
    }

    /// Each limit at n and n+1.
    @Test(
        arguments: [
            (70, 0, 0, 0, "none"), (71, 0, 0, 0, "offline"), (0, 300_000, 0, 0, "none"),
            (0, 300_001, 0, 0, "clock-drift"),
            (0, -300_001, 0, 0, "clock-drift"), (0, 0, 4, 0, "none"), (0, 0, 5, 495, "none"),
            (0, 0, 5, 449, "crc-failures"), (0, 0, 5, 0, "crc-failures"),
        ] as [(Int64, Int64, Int, Int, String)])
    func `a limit is a finding only when it is passed`(
        silence: Int64, drift: Int64, failures: Int, frames: Int, expected: String
    ) throws {
        let now = Self.start.adding(hours: 40)
        let hour = DeviceHour(
            hour: now.startOfHour.adding(hours: -3), frames: frames, minutePeriods: 0, minuteStep: nil,
            hasHourValue: false, resent: 0, lowered: 0, rewriting: nil, drift: drift, lastReceivedAt: nil,
            dialect: nil)
        let figures = DeviceFigures(
            hours: [hour],
            DeviceFigures.Surroundings(failures: failures, lastSeenAt: now.adding(minutes: -silence)),
            limits: .design, now: now)
        let found = HealthFinding.found(in: figures, limits: .design, now: now).map(\.kind.rawValue)
        #expect(found == (expected == "none" ? [] : [expected]))
    }

    @Test func `a device never heard of is offline, and nothing is expected of it`() {
        let now = Self.start
        let figures = DeviceFigures(hours: [], .init(), limits: .design, now: now)
        #expect(figures.minutes == nil && figures.hours == nil)
        #expect(HealthFinding.found(in: figures, limits: .design, now: now).map(\.kind) == [.offline])
    }

    @Test func `what a device says of itself is kept by name, the newest`() throws {
        func said(_ minute: Int64, _ items: String, command: Int = 3020) throws -> ReadFrame {
            let time = CivilStamp(millisecondsSince1970: Self.start.adding(minutes: minute).milliseconds).text14
            let segment = "ST=31;CN=\(command);PW=123456;MN=M1;Flag=4;CP=&&DataTime=\(time);\(items)&&"
            return try #require(ReadFrame(HealthStage.bytes(segment), receivedAt: Self.start))
        }
        let identity = DeviceIdentity.said(in: [
            try said(5, "i13101-Info=V2.1"), try said(1, "i13101-Info=V2.0;i12001-Info=1"),
            try said(2, "a21026-SN=0123456789ABCDEF01234567", command: 3019),
            try said(3, "a21026-Avg=1", command: 2051),
        ])
        #expect(
            identity.map { "\($0.name)=\($0.value)" } == [
                "a21026-SN=0123456789ABCDEF01234567", "i12001-Info=1", "i13101-Info=V2.1",
            ])
    }
}
