import Foundation
import HJ212
import Kernel
import TestMaterial
import Testing

@testable import Monitoring

struct FrameLayoutTests {
    private static let dataTime = HourPattern.start

    private static func frame(_ area: String, qn: String = "20261123000105123", time: String = "20261123000000")
        -> [UInt8]
    {
        WireFrame.bytes(
            ofSegment: "QN=\(qn);ST=31;CN=2051;PW=123456;MN=M1;Flag=5;CP=&&DataTime=\(time);\(area)&&")
    }

    /// The layout as a reader writes it: holes in angle brackets.
    private static func shown(_ layout: FrameLayout) -> String {
        layout.text.map { byte in
            switch byte {
            case 0x01: "<length>"
            case 0x02: "<QN>"
            case 0x03: "<time>"
            case 0x04: "<CRC>"
            case 0x05: "<crc>"
            case 0x06: "<any>"
            case 0x10...0x17: "<.\(byte - 0x10)>"
            default: String(UnicodeScalar(byte))
            }
        }.joined()
    }

    @Test(arguments: [
        ("a21026-Avg=12.5,a21026-Flag=N", "a21026-Avg=<.1>,a21026-Flag=N"),
        ("a1-Avg=0;a2-Avg=00.5;a3-Avg=0.000001", "a1-Avg=<.0>;a2-Avg=<any>;a3-Avg=<.6>"),
        ("a1-Avg=-3;a2-Avg=NF;a3-Avg=", "a1-Avg=<any>;a2-Avg=NF;a3-Avg="),
        ("a1-SampleTime=20261123000000", "a1-SampleTime=<.0>"),
        ("DataTime=20261123000000", "DataTime=<.0>"),
    ])
    func `a layout keeps words and makes holes for numbers`(area: String, expected: String) throws {
        let layout = try #require(FrameLayout(learning: Self.frame(area), at: Self.dataTime))
        let head = "##<length>QN=<QN>;ST=31;CN=2051;PW=123456;MN=M1;Flag=5;CP=&&DataTime=<time>;"
        #expect(Self.shown(layout) == head + expected + "&&<CRC>")
    }

    /// The worked bytes of `docs/method/frame-packing.md`.
    @Test func `the worked example of the method comes out`() throws {
        let frame = Self.frame("a21026-Avg=12.5,a21026-ZsAvg=8.25,a21026-Flag=N")
        let layout = try #require(FrameLayout(learning: frame, at: Self.dataTime))
        let packed = try #require(layout.pack(frame, at: Self.dataTime))
        let text = try RepositoryFile.text("docs/method/frame-packing.md").replacing("\n    ", with: "")
        #expect(text.contains(String(decoding: frame, as: UTF8.self)))
        #expect(text.contains(Self.shown(layout)))
        #expect(text.contains("`\(packed.hex)`"))
        #expect(layout.unpack(packed, at: Self.dataTime) == frame)
    }

    @Test(arguments: [
        ("control byte", "a1-Avg=1\u{1}"), ("tab", "a1-Avg=\t1"), ("NUL", "a1-Info=\0"),
    ])
    func `a frame with a byte below 0x20 is never packed`(name: String, area: String) {
        #expect(FrameLayout(learning: Self.frame(area), at: Self.dataTime) == nil, "\(name)")
        let free = FrameLayout(learning: Self.frame("a1-Avg=-1"), at: Self.dataTime)
        #expect(free?.pack(Self.frame(area), at: Self.dataTime) == nil)
    }

    @Test func `what would not come out the same is never packed`() throws {
        let sound = Self.frame("a1-Avg=1")
        #expect(FrameLayout(learning: sound, at: Self.dataTime.adding(hours: 1)) != nil)
        #expect(FrameLayout(learning: sound + [0x0D, 0x0A], at: Self.dataTime) == nil)
        #expect(FrameLayout(learning: Array(sound.dropLast()), at: Self.dataTime) == nil)
        let layout = try #require(FrameLayout(learning: sound, at: Self.dataTime))
        for place in sound.indices {
            var changed = sound
            changed[place] ^= 1
            guard let values = layout.pack(changed, at: Self.dataTime) else { continue }
            #expect(layout.unpack(values, at: Self.dataTime) == changed)
        }
        #expect(layout.pack(sound, at: Self.dataTime.adding(milliseconds: 1)) == nil)
    }

    @Test(arguments: [
        ("a1-Avg=1.5,a1-Flag=N", "a1-Avg=1.50,a1-Flag=N", "a1-Avg=<any>,a1-Flag=N"),
        ("a1-Avg=1.5,a1-Flag=N", "a1-Avg=NF,a1-Flag=D", "a1-Avg=<any>,a1-Flag=<any>"),
        ("a1-Avg=1.5", "a1-Avg=2.5", "a1-Avg=<.1>"),
        ("a1-Avg=1.5", "a2-Avg=1.5", nil), ("a1-Avg=1.5", "a1-Avg=1.5;a2-Avg=1", nil), ("a1=1;b1=2", "a1=1,b1=2", nil),
    ])
    func `layouts that differ in values only grow into one`(one: String, other: String, expected: String?) throws {
        let layouts = try [one, other].map { area in
            try #require(FrameLayout(learning: Self.frame(area), at: Self.dataTime))
        }
        let merged = layouts[0].merged(with: layouts[1])
        #expect(merged == layouts[1].merged(with: layouts[0]))
        let area = merged.map { Self.shown($0).components(separatedBy: "<time>;")[1] }
        #expect(area == expected.map { $0 + "&&<CRC>" })
        guard let merged else { return }
        for area in [one, other] {
            let frame = Self.frame(area)
            let values = try #require(merged.pack(frame, at: Self.dataTime))
            #expect(merged.unpack(values, at: Self.dataTime) == frame)
        }
    }

    /// Whatever one layout takes comes out byte for byte, and is filed as the parser would file it.
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `what is packed comes out as it was`(seed: UInt64) throws {
        var dice = FrameDice(seed: seed)
        var layouts: [FrameLayout] = []
        var packedCount = 0
        for _ in 0..<150 {
            let (frame, time) = dice.frame()
            for layout in layouts {
                guard let values = layout.pack(frame, at: time) else { continue }
                packedCount += 1
                #expect(layout.unpack(values, at: time) == frame, "seed \(seed)")
                guard let filing = LayoutFiling(layout) else { continue }
                let read = try FrameFiling(try #require(Frame(frame), "seed \(seed)"))
                #expect(filing.dataTime(of: frame) == read.dataTime, "seed \(seed)")
                #expect(filing.device == read.device && filing.password == read.password, "seed \(seed)")
                #expect(filing.command == read.command && filing.packet == read.packet, "seed \(seed)")
            }
            guard let learnt = FrameLayout(learning: frame, at: time) else { continue }
            let merged = layouts.reversed().lazy.compactMap { $0.merged(with: learnt) }.first ?? learnt
            let values = try #require(merged.pack(frame, at: time), "seed \(seed)")
            #expect(merged.unpack(values, at: time) == frame, "seed \(seed)")
            if layouts.count < LayoutStore.layoutsMax { layouts.append(merged) }
        }
        #expect(packedCount > 20, "seed \(seed)")
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func `damaged rows give nothing or other bytes, never a trap`(
        seed: UInt64
    ) throws {
        var dice = FrameDice(seed: seed)
        for _ in 0..<200 {
            let (frame, time) = dice.frame()
            var text = FrameLayout(learning: frame, at: time)?.text ?? frame
            var values = FrameLayout(text: text).pack(frame, at: time) ?? []
            dice.damage(&text)
            dice.damage(&values)
            let layout = FrameLayout(text: text)
            let bytes = layout.unpack(values, at: time)
            #expect((bytes?.count ?? 0) < 10_100, "seed \(seed)")
            _ = LayoutFiling(layout)?.dataTime(of: frame)
            _ = layout.merged(with: FrameLayout(text: frame))
            if let repacked = layout.pack(frame, at: time) {
                #expect(layout.unpack(repacked, at: time) == frame, "seed \(seed)")
            }
        }
    }

    @Test(arguments: [
        ("a1-Info=x;DataTime=20261123000000", false), ("DataTime=20261123000000;a1-Info=//x;y//", true),
        ("a1-Avg=1;DataTime=20261123000000", false), ("DataTime =20261123000000", false),
    ])
    func `only what is sure to be read so is filed by its layout`(area: String, isSure: Bool) throws {
        let frame = WireFrame.bytes(ofSegment: "CN=2051;PW=123456;MN=M1;CP=&&\(area)&&")
        let layout = try #require(FrameLayout(learning: frame, at: Self.dataTime))
        // A word before the time may become free when another word comes; until then it is literal and sure.
        let other = WireFrame.bytes(
            ofSegment: "CN=2051;PW=123456;MN=M1;CP=&&\(area.replacing("Info=x", with: "Info=y"))&&")
        let grown = try #require(FrameLayout(learning: other, at: Self.dataTime)).merged(with: layout)
        #expect((LayoutFiling(try #require(grown)) != nil) == isSure)
    }
}
