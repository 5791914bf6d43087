import HJ212
import Kernel
import TestMaterial
import Testing

@testable import Devices

struct HealthPagesTests {
    private func standing(
        _ number: Int, _ findings: [HealthFindingKind], minutes: Capture? = Capture(received: 143, expected: 144)
    ) -> DeviceStanding {
        DeviceStanding(
            device: DeviceNumber(checked: "M\(number)"), outlet: OutletID(checked: "O\(number)"),
            outletTitle: "DA001 示例", enterprise: EnterpriseID(checked: "E1"), enterpriseName: "示例热电",
            region: RegionCode(checked: "330602"), findings: findings, lastSeenAt: HealthStage.noon, drift: -1_250,
            minutes: minutes, minuteStep: 10, hours: Capture(received: 24, expected: 24), frames: 200, failures: 2,
            repeated: 1, resent: 1, lowered: 0, dialect: "2017", lookedAt: HealthStage.noon)
    }

    private let region = HealthRegion(code: RegionCode(checked: "330602"), name: Phrase("越城区", "Yuecheng"))

    @Test func `the list has all its words, its map every state`() throws {
        var walk = try TemplateWalk("Devices/DeviceListPage")
        let devices = [standing(1, [.offline]), standing(2, [.clockDrift, .rewritten]), standing(3, [])]
        let map = HealthMap(tiles: [.init(region: region, devices: devices, counts: [0: 1, 1: 1, 2: 62])])
        for language in Language.allCases {
            let page = DeviceListPage(
                devices: devices, connected: [devices[2].outlet], map: map,
                filter: HealthFilter(text: "DA"), next: "/devices?behind=1", now: HealthStage.noon)
            try walk.walk(page.view(language))
            #expect(page.content.devices.map(\.state) == ["offline", "finding", "sound"])
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited.filter { !$0.hasPrefix("t.none") } == [])
        let tile = try #require(map.view(.english).first)
        #expect(tile["more"] as? String == "61")
        #expect(tile["counts"] as? String == "64 devices: 62 offline, 1 with findings, 1 in order")
        let marks = try #require(tile["marks"] as? [[String: Any]])
        let shapes = marks.map { mark in
            ["isOffline", "isFinding", "isSound"].filter { mark[$0] as? Bool ?? false }
        }
        #expect(shapes == [["isOffline"], ["isFinding"], ["isSound"]])
    }

    @Test func `a device's page has all its words, with and without minutes, line and findings`() throws {
        var walk = try TemplateWalk("Devices/DeviceHealthPage")
        let hour = DeviceHour(
            hour: HealthStage.noon.startOfHour, frames: 9, minutePeriods: 5, minuteStep: 10, hasHourValue: true,
            resent: 0, lowered: 0, rewriting: nil, drift: 12_300, lastReceivedAt: nil, dialect: nil)
        let findings = HealthFindingKind.allCases.enumerated().map { number, kind in
            FindingStore.Known(
                kind: kind, beganAt: HealthStage.noon, endedAt: number == 0 ? HealthStage.noon : nil,
                evidence: kind == .rewritten
                    ? ["beforeFrame": "ab", "afterFrame": "cd", "dataTime": "2026-11-23T14:00:00.000+08:00"] : [:])
        }
        let line = OpenLine(
            remote: "192.0.2.7:51000", since: HealthStage.noon, lastFrameAt: HealthStage.noon, edition: .hj2017)
        for (language, isFull) in [(Language.chinese, true), (.english, false)] {
            let page = DeviceHealthPage(
                standing: standing(1, [.offline], minutes: isFull ? Capture(received: 1, expected: 2) : nil),
                regionName: region.name, line: isFull ? line : nil, hours: isFull ? [hour] : [],
                findings: isFull ? findings : [],
                identity: isFull ? [DeviceIdentity(name: "i13101-Info", value: "", at: HealthStage.noon)] : [],
                limits: .design, role: .cityOfficer, now: HealthStage.noon)
            try walk.walk(page.view(language))
            #expect(page.content.connectedSince == nil || isFull)
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    @Test(arguments: [
        (0, 10, "none"), (1, 10, "few"), (4, 10, "few"), (5, 10, "most"), (6, 10, "full"), (7, 10, "full"),
    ])
    func `a cell is as full as the hour`(periods: Int, step: Int, expected: String) {
        let hour = DeviceHour(
            hour: HealthStage.noon, frames: periods, minutePeriods: periods, minuteStep: nil, hasHourValue: false,
            resent: 0, lowered: 0, rewriting: nil, drift: nil, lastReceivedAt: nil, dialect: nil)
        #expect(CaptureStrip.fullness(hour, step: step).rawValue == expected)
        #expect(CaptureStrip.fullness(nil, step: step) == .none)
    }

    @Test(
        arguments: [
            (nil, "–"), (0, "0.0 s"), (-99, "0.0 s"), (1_250, "+1.2 s"), (-1_250, "−1.2 s"), (300_000, "+300.0 s"),
        ]
            as [(
                Int64?, String
            )])
    func `a drift has its sign`(milliseconds: Int64?, text: String) {
        #expect(HealthFigure.drift(milliseconds) == text)
    }

    @Test func `every finding, state and order has its words`() {
        for language in Language.allCases {
            #expect(Set(HealthFindingKind.allCases.map { HealthWords.name(of: $0)(language) }).count == 8)
            #expect(Set(HealthFindingKind.allCases.map { HealthWords.sentence($0, [:])(language) }).count >= 6)
            #expect(Set(DeviceState.allCases.map { HealthWords.name(of: $0)(language) }).count == 3)
            #expect(Set(HealthFilter.Sort.allCases.map { HealthWords.name(of: $0)(language) }).count == 5)
        }
    }
}
