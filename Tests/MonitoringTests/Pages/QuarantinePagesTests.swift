import Facts
import HJ212
import Kernel
import TestMaterial
import Testing
import Web

@testable import Monitoring

struct QuarantinePagesTests {
    private func entry(_ bytes: [UInt8], reason: String, device: String? = "M1") -> QuarantineEntry {
        QuarantineEntry(
            digest: Digest256(of: bytes), reason: reason, device: device.map { DeviceNumber(checked: $0) },
            address: "192.0.2.7", remote: "192.0.2.7:51000", firstReceivedAt: HourPattern.hour(0),
            lastReceivedAt: HourPattern.hour(1), times: 12_480, byteCount: bytes.count)
    }

    @Test func `the list has all its words for each visitor`() throws {
        var walk = try TemplateWalk(QuarantinePage.template)
        let outcome = QuarantineReprocessed(
            selected: 3, stored: 1, repeated: 1, remaining: 1, reason: nil, device: nil)
        let filter = QuarantineFilter(
            reason: "crc-mismatch", device: "M1", address: "192.0.2.7", from: CivilDate(dayNumber: 20_000),
            to: CivilDate(dayNumber: 20_001))
        for (language, mayReprocess) in [(Language.chinese, true), (.english, false)] {
            let entries = [entry([1], reason: "crc-mismatch"), entry([2], reason: "other", device: nil)]
            try walk.walk(
                QuarantinePage(
                    entries: entries, counts: [("crc-mismatch", 1, 5), ("other", 1, 1)],
                    addresses: [("192.0.2.7", 1, 5)], filter: filter,
                    total: QuarantineStore.Load(entries: 2, bytes: 2_000), outcome: outcome,
                    mayReprocess: mayReprocess, next: "/quarantine?behind=1"
                ).view(language))
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited.filter { !$0.hasPrefix("t.none") } == [])
        let empty = QuarantinePage(
            entries: [], counts: [], addresses: [], filter: QuarantineFilter(), total: nil, outcome: nil,
            mayReprocess: true,
            next: nil)
        let view = empty.view(.english)
        #expect(view["mayReprocess"] as? Bool == false && view["isWhole"] as? Bool == false)
        #expect(empty.content.entryCount == nil)
    }

    @Test func `an entry says why, what helps and what it would say, and tells no password`() throws {
        var walk = try TemplateWalk(QuarantineEntryPage.template)
        let segment = "ST=31;CN=2061;PW=s3cret;MN=M1;Flag=4;CP=&&DataTime=20261123000000;NewPW=s3cret;X=&&"
        let cases: [(UInt16, CRCVariant?)] = [(CRC16.modbus(Array(segment.utf8)), nil), (0x1234, .modbus)]
        for (language, (crc, accepted)) in zip(Language.allCases, cases) {
            let bytes = WireFrame.bytes(ofSegment: segment, crc: crc)
            let page = QuarantineEntryPage(
                entry: entry(bytes, reason: "foreign-crc"), bytes: bytes,
                outlet: OutletSummary(
                    outlet: OutletID(checked: "O1"), title: "DA001", enterprise: EnterpriseID(checked: "E1"),
                    enterpriseName: "示例热电", region: RegionCode(checked: "330602"), regionName: Phrase("越城区", "Y"),
                    device: DeviceNumber(checked: "M1")), accepted: accepted, secretsOutlet: nil, isAdministrator: true,
                refused: nil)
            try walk.walk(page.view(language))
            #expect(page.content.reading?.items.map(\.value).contains("******") ?? false)
            let shown = "\(page.content) \(page.view(language))"
            #expect(!shown.contains("s3cret"))
            #expect(page.view(language)["checkForm"] is [String: Any])
        }
        let noise = Array("GET / HTTP/1.1".utf8)
        let page = QuarantineEntryPage(
            entry: entry(noise, reason: "no-frame-head", device: nil), bytes: noise, outlet: nil, accepted: nil,
            secretsOutlet: OutletID(checked: "O1"), isAdministrator: false, refused: nil)
        try walk.walk(page.view(.english))
        // A key would not help what is no frame; it would help what none opens.
        #expect(page.content.secrets == nil)
        for (reason, isSecret) in [
            ("encrypted-unknown-key", true), ("wrong-password", true), ("no-device-number", false),
        ] {
            let other = QuarantineEntryPage(
                entry: entry(noise, reason: reason), bytes: noise, outlet: nil, accepted: nil,
                secretsOutlet: OutletID(checked: "O1"), isAdministrator: false, refused: nil)
            try walk.walk(other.view(.chinese))
            #expect(other.content.secrets == (isSecret ? "/outlets/O1/device/secrets" : nil))
        }
        #expect(page.content.reading == nil && page.view(.english)["checkForm"] as? Bool == false)
        #expect(walk.problems == [])
        #expect(walk.unvisited.filter { !$0.contains("deviations") } == [])
    }

    @Test func `every code of scanner and filing has its words`() {
        let rejections: [RejectionReason] = [
            .noFrameHead, .noClosingMark(declaredLength: 1), .streamEnded(declaredLength: 1),
            .crcMismatch(received: 0, computed: 1), .foreignCRC(.modbus), .noDataArea, .deviations([]),
        ]
        let codes = FrameFiling.Refusal.allCases.map(\.rawValue) + rejections.map(\.code)
        #expect(Set(codes).subtracting(QuarantineWords.all.map(\.code)) == [])
        #expect(Set(QuarantineWords.all.map(\.code)).count == QuarantineWords.all.count)
        #expect(QuarantineWords.of("new-code").what.en == "new-code")
    }

    @Test(arguments: [
        ([:], "MON-QUARANTINE-NONE"), (["entry1": "xyz"], "MON-QUARANTINE-ENTRY"),
        (["device": "M 1"], "MON-QUARANTINE-ENTRY"),
    ])
    func `a selection of nothing is refused`(form: [String: String], rule: String) {
        #expect {
            try QuarantineForms.selection(form)
        } throws: { error in
            (error as? Problem)?.rule == rule
        }
    }

    @Test func `entries go before reason and device`() throws {
        let digest = Digest256(of: "a")
        #expect(try QuarantineForms.selection(["entry7": digest.hex, "reason": "x"]) == .entries([digest]))
        #expect(try QuarantineForms.selection(["reason": "x"]) == .all(reason: "x", device: nil))
        #expect(
            try QuarantineForms.selection(["device": "M1"])
                == .all(reason: nil, device: DeviceNumber(checked: "M1")))
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "-1,234,567"), (100_000, "100,000")])
    func `figures are grouped by three digits`(number: Int, text: String) {
        #expect(FigureText.grouped(number) == text)
    }
}
