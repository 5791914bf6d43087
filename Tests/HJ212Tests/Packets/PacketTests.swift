import HJ212
import TestMaterial
import Testing

struct PacketTests {
    private static func header(_ edition: Edition, qn: String = "20261123140000999") -> Header {
        let version: UInt8 = edition == .hjt2005 ? 0 : edition == .hj2017 ? 4 : 8
        return Header(
            qn: QN(qn), st: "31", cn: .hourValues, pw: "123456", mn: "010000A8900016F000169DC0",
            flag: Flag(version | 1))
    }

    private static func groups(_ count: Int, using random: inout SeededGenerator) -> [[Item]] {
        [[Item(key: "DataTime", value: "20261123130000")]]
            + (1..<count + 1).map { number in
                let factor = "a\(Wire.padded("\(number)", 5))"
                let digits = Int.random(in: 1...12, using: &random)
                let value = String(repeating: "7", count: digits)
                return [
                    Item(key: "\(factor)-Avg", value: value, group: number),
                    Item(key: "\(factor)-Flag", value: "N", group: number),
                ]
            }
    }

    /// The groups of all packets in the order of their numbers; DataTime, which each repeats, once.
    private static func union(_ packets: [Frame]) -> [[Item]] {
        let ordered = packets.sorted { ($0.header.pno ?? 0) < ($1.header.pno ?? 0) }
        let groups = ordered.enumerated().flatMap { index, packet in
            index == 0 ? packet.groups : Array(packet.groups.dropFirst())
        }
        return groups.enumerated().map { number, group in
            group.map { Item(key: $0.key, value: $0.value, group: number) }
        }
    }

    @Test(arguments: [31, 32, 33] as [UInt64], Edition.allCases)
    func `the packets of a message together are the whole, in whatever order they come`(seed: UInt64, edition: Edition)
        throws
    {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let groups = Self.groups(Int.random(in: 1...200, using: &random), using: &random)
            let bytes = try PacketSplitter.frames(header: Self.header(edition), items: groups, edition: edition)
            var frames = try bytes.map { try #require(Wire.accepted($0), "seed \(seed)") }
            #expect(frames.allSatisfy { $0.deviations.isEmpty }, "seed \(seed)")
            guard frames.count > 1 else {
                #expect(frames[0].groups == groups && frames[0].header.pnum == nil, "seed \(seed)")
                continue
            }
            #expect(Set(frames.map(\.header.qn)).count == (edition == .hjt2005 ? 1 : frames.count))
            #expect(frames.allSatisfy { $0.header.flag?.isSplit == true && $0.dataTime != nil })
            #expect(Set(frames.map(\.dataTime)).count == 1, "seed \(seed)")
            frames.shuffle(using: &random)
            #expect(Self.union(frames) == groups, "seed \(seed)")
        }
    }

    @Test func `the limits hold to the byte`() throws {
        func frames(_ length: Int, _ edition: Edition, mn: String = "1") throws -> [[UInt8]] {
            let groups = [
                [Item(key: "DataTime", value: "20261123130000")],
                [Item(key: "a", value: String(repeating: "7", count: length / 2 - 26))],
                [Item(key: "b", value: String(repeating: "7", count: length - length / 2 - 3))],
            ]
            let header = Header(qn: QN("20261123140000000"), st: "31", cn: 2061, mn: mn, flag: Flag(4))
            return try PacketSplitter.frames(header: header, items: groups, edition: edition)
        }
        #expect(try frames(950, .hj2017).count == 1)
        #expect(try frames(951, .hj2017).count == 2)
        #expect(try frames(960, .hjt2005).count == 1)
        #expect(try frames(961, .hjt2005).count == 2)
        let long = String(repeating: "7", count: 1024 - 950 - 53)
        #expect(try frames(950, .hj2017, mn: long).map(\.count) == [1036])
        #expect(try frames(950, .hj2017, mn: long + "7").count == 2)
    }

    @Test func `2025 numbers nine packets with one digit and no more`() throws {
        var random = SeededGenerator(seed: 1)
        let groups = Self.groups(200, using: &random).map { group in
            group.map { Item(key: $0.key, value: $0.key == "DataTime" ? $0.value : "1234567") }
        }
        let nine = try PacketSplitter.frames(header: Self.header(.hj2025), items: groups, edition: .hj2025)
        #expect(String(decoding: nine[0], as: UTF8.self).contains(";Flag=11;PNUM=\(nine.count);PNO=1;CP="))
        let more = groups + groups.dropFirst() + groups.dropFirst()
        let refusal = #expect(throws: EncodingRefusal.self) {
            try PacketSplitter.frames(header: Self.header(.hj2025), items: more, edition: .hj2025)
        }
        guard case .tooManyPackets(_, countMax: 9) = try #require(refusal) else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(try PacketSplitter.frames(header: Self.header(.hj2017), items: more, edition: .hj2017).count > 9)
    }

    @Test func `a group that fits into no packet is refused, and so is a QN that cannot be counted on`() {
        let giant = [[Item(key: "a", value: String(repeating: "7", count: 1100))]]
        #expect(throws: EncodingRefusal.self) {
            try PacketSplitter.frames(header: Self.header(.hj2017), items: giant, edition: .hj2017)
        }
        var random = SeededGenerator(seed: 2)
        let groups = Self.groups(100, using: &random)
        for qn in ["1", "99991231235959999"] {
            #expect(throws: EncodingRefusal.missingField("QN")) {
                try PacketSplitter.frames(header: Self.header(.hj2017, qn: qn), items: groups, edition: .hj2017)
            }
        }
    }
}
