import Facts
import HJ212
import Kernel
import Persistence
import Testing

@testable import Monitoring

struct QuarantineReprocessingTests {
    private static let segment =
        "QN=20261123010000000;ST=31;CN=2061;PW=123456;MN=M1;Flag=5;CP=&&DataTime=20261123000000;a21026-ZsAvg=50&&"
    private static let modbus: [UInt8] = WireFrame.bytes(ofSegment: segment, crc: CRC16.modbus(Array(segment.utf8)))

    private func event(_ bytes: [UInt8]) throws -> ScanEvent {
        var scanner = FrameScanner()
        scanner.append(bytes)
        return try #require(scanner.finish().first)
    }

    private func facts(_ stage: MonitoringStage) async throws -> [QuarantineReprocessed] {
        try await stage.database.read { access in
            try Journal.newest(kinds: [QuarantineReprocessed.kind], scope: .city, limit: 9, in: access)
                .compactMap { try $0.fact(QuarantineReprocessed.self) }
        }
    }

    private func allow(_ variant: CRCVariant?, _ stage: MonitoringStage) async throws {
        try await stage.database.write { access in
            try DeviceCheckStore.accept(
                variant, of: DeviceNumber(checked: "M1"), at: Instant(milliseconds: 0), in: access)
        }
    }

    @Test func `a foreign check is believed of a device that was allowed it, and only then`() async throws {
        let stage = try await MonitoringStage()
        let sent = try event(Self.modbus)
        #expect(try await stage.store([sent]) == [.quarantined(reason: "foreign-crc")])
        try await allow(.modbusSwapped, stage)
        #expect(try await stage.store([sent]) == [.quarantined(reason: "foreign-crc")])
        try await allow(.modbus, stage)
        #expect(try await stage.store([sent]) == [.stored])
        #expect(try await stage.store([sent]) == [.alreadyStored])
        #expect(HourPattern.text(try await stage.standing()) == "0–0/1")
        #expect(try await stage.differences() == [])
        let other = try event(
            WireFrame.bytes(
                ofSegment: Self.segment.replacing("MN=M1", with: "MN=M2"),
                crc: CRC16.modbus(Array(Self.segment.replacing("MN=M1", with: "MN=M2").utf8))))
        #expect(try await stage.store([other]) == [.quarantined(reason: "foreign-crc")])
        try await allow(nil, stage)
        #expect(try await stage.differences() == [])
    }

    @Test func `what no key opened is stored clear once its key is known, and what another hid stays`() async throws {
        let stage = try await MonitoringStage()
        let clear = try WireFrame.hour("20261123000000", "a21026-ZsAvg=50", flag: 9)
        for mask in [UInt8(0x5A), 0xA5] {
            let hidden = try FrameEncoder.encode(
                header: clear.header, items: clear.groups, cipher: MaskCipher(mask: mask))
            #expect(try await stage.store([try event(hidden)]) == [.quarantined(reason: "encrypted-unknown-key")])
        }
        let selection = QuarantineReprocessing.Selection.all(reason: "encrypted-unknown-key", device: nil)
        try await stage.reprocess(selection)
        #expect(try await stage.listed().count == 2)
        try await stage.reprocess(selection, keys: MaskKeys(masks: [0x5A]))
        #expect(try await stage.listed() == ["encrypted-unknown-key M1 示例 1"])
        #expect(HourPattern.text(try await stage.standing()) == "0–0/1")
        #expect(try await stage.store([clear]) == [.alreadyStored])
        #expect(try await stage.differences() == [])
    }

    /// A cipher that anybody can see through.
    private struct MaskCipher: SM4Cipher {
        let mask: UInt8
        func encrypt(_ blocks: [UInt8]) -> [UInt8] { blocks.map { $0 ^ mask ^ 0x80 } }
        func decrypt(_ blocks: [UInt8]) -> [UInt8] { encrypt(blocks) }
    }

    private struct MaskKeys: AreaKeys {
        let masks: [UInt8]
        func ciphers(for device: String) -> [any SM4Cipher] { masks.map { MaskCipher(mask: $0) } }
    }

    @Test func `what can be stored leaves, the rest stays with the times it had`() async throws {
        let stage = try await MonitoringStage()
        let good = try WireFrame.hour("20261123010000", "a21026-ZsAvg=50")
        let arrivedAt = stage.clock.now()
        let events: [ScanEvent] = [
            try event(Self.modbus), .accepted(try WireFrame.hour("20261123010000", "a21026-ZsAvg=50", password: "x")),
            try event(Array("garbage".utf8)), try event(Array("garbage".utf8)),
        ]
        _ = try await stage.store(events)
        // As if the same frame had been sent again rightly before anybody looked.
        try await stage.setAside(
            [(String(decoding: good.bytes, as: UTF8.self), "h:1")], bounds: .design,
            startingAt: arrivedAt.milliseconds)
        #expect(try await stage.store([good]) == [.stored])
        try await allow(.modbus, stage)
        stage.clock.stand(at: arrivedAt.adding(hours: 30))
        try await stage.reprocess(.all(reason: nil, device: DeviceNumber(checked: "M1")))
        #expect(
            try await facts(stage) == [
                QuarantineReprocessed(
                    selected: 3, stored: 1, repeated: 1, remaining: 1, reason: nil, device: DeviceNumber(checked: "M1"))
            ])
        let rest = ["no-frame-head – 示例 2", "wrong-password M1 示例 1"]
        #expect(try await stage.listed() == rest)
        let times = try await stage.lines(
            "first_received_at_ms || ' ' || last_received_at_ms AS line FROM monitoring_quarantine")
        #expect(Set(times) == ["\(arrivedAt.milliseconds) \(arrivedAt.milliseconds)"])
        let received = try await stage.lines(
            "'' || (hour_no * 3600000 + offset_ms + delay_ms) AS line FROM monitoring_packed_frame ORDER BY 1")
        #expect(Set(received) == ["\(arrivedAt.milliseconds)"])
        #expect(HourPattern.text(try await stage.standing()) == "0–1/2")

        let all = try await stage.database.read { access in
            try QuarantineStore.entries(QuarantineFilter(), behind: nil, scope: .city, limit: 9, in: access)
        }
        try await stage.reprocess(.entries(all.map(\.digest) + [Digest256(of: "gone")]))
        #expect(try await facts(stage).first?.remaining == 2)
        #expect(try await stage.listed() == rest)
        #expect(try await stage.differences() == [])
        #expect(try await stage.quarantineDifferences() == [])
    }

    @Test func `a whole reason goes batch by batch, each with its fact, and ends`() async throws {
        let stage = try await MonitoringStage()
        let count = QuarantineReprocessing.batchSize + 1
        try await stage.setAside((0..<count).map { ("noise \($0)", "h:1") }, bounds: .design)
        try await stage.reprocess(.all(reason: "no-frame-head", device: nil))
        #expect(try await facts(stage).map(\.selected) == [1, count - 1])
        #expect(try await stage.database.read { try QuarantineStore.total($0).entries } == count)
        try await stage.reprocess(.all(reason: "no-such-reason", device: nil))
        #expect(try await facts(stage).count == 2)
        #expect(try await stage.quarantineDifferences() == [])
    }
}
