import TestMaterial
import Testing

@testable import HJ212

/// Two forms that no edition knows: the check as two raw bytes, and a unit number before the length. Each is believed
/// only when all the rest is right.
struct VendorFormTests {
    private static func raw(
        _ segment: String, declared: Int? = nil, isSwapped: Bool = false, damaged: UInt16 = 0
    ) -> [UInt8] {
        let check = CRC16.hj212(segment.utf8) ^ damaged
        let value = isSwapped ? check.byteSwapped : check
        return Array("##\(Wire.padded("\(declared ?? segment.utf8.count)", 4))\(segment)".utf8)
            + [UInt8(value >> 8), UInt8(value & 0xFF)]
    }

    private static func unit(_ frame: [UInt8]) -> [UInt8] { Array("##0001".utf8) + frame.dropFirst(2) }

    private static func said(_ stream: [UInt8], cutAt cuts: [Int] = []) -> [String] {
        Wire.scan(stream, ScanOptions(), cutAt: cuts).map { event in
            event.frame.map { (["accepted"] + $0.deviations.map(\.rawValue)).joined(separator: " ") }
                ?? event.rejected?.reason.code ?? ""
        }
    }

    /// Among these checks are some with bytes that look like digits, line ends, `#`, and zero.
    @Test func `a raw check is believed in either order, between other frames, however the stream is cut`() {
        for number in 0..<300 {
            let segment = Wire.segment("DataTime=20261123130000;a21026-Avg=\(number)")
            for tail in ["\r\n", ""] {
                for isSwapped in [false, true] {
                    let frame = Self.raw(segment, isSwapped: isSwapped)
                    let stream = frame + Array(tail.utf8) + Wire.hour
                    #expect(Self.said(stream) == ["accepted raw-crc", "accepted"], "\(number) \(isSwapped)")
                    #expect(Self.said(stream, cutAt: Array(1..<stream.count)) == Self.said(stream), "\(number)")
                    #expect(Frame(frame)?.bytes == frame, "\(number)")
                }
            }
        }
    }

    @Test func `a raw check is not believed when anything else is wrong, and what follows is not lost`() {
        let segment = Wire.segment("DataTime=20261123130000;a21026-Avg=1")
        let bad = [
            Self.raw(segment, damaged: 0x1000), Self.raw(segment, declared: segment.utf8.count - 1),
            Self.raw(segment, declared: segment.utf8.count + 1), Self.raw(String(segment.dropLast(2))),
            Self.raw(segment.replacing("CP=&&", with: "CP=")), Self.raw("\(segment);"),
            Self.raw(Wire.segment("x=##0020ST=31;CN=1")),
        ]
        for frame in bad {
            let said = Self.said(frame + [13, 10] + Wire.hour)
            #expect(said.last == "accepted" && !said.contains { $0.contains("raw-crc") }, "\(said)")
        }
    }

    @Test func `a strict scanner takes neither form`() {
        for frame in [Self.raw(Wire.segment("a=1")) + [13, 10], Self.unit(Wire.hour)] {
            #expect(Wire.scan(frame, ScanOptions(strictness: .strict)).allSatisfy { $0.frame == nil })
        }
    }

    @Test func `a unit number is passed over when length and check are right`() {
        let stream = Self.unit(Wire.hour) + Wire.hour + Self.unit(Wire.longHour)
        let expected = ["accepted vendor-header", "accepted", "accepted vendor-header"]
        #expect(Self.said(stream) == expected)
        #expect(Self.said(stream, cutAt: Array(1..<stream.count)) == expected)
        let frame = Wire.accepted(Self.unit(Wire.hour))
        #expect(frame?.header == Wire.accepted(Wire.hour)?.header && frame?.bytes == Self.unit(Wire.hour))
    }

    @Test func `a unit number before a length that lies is not believed, and what follows is not lost`() {
        let segment = Wire.segment("a=1")
        for length in [0, 3, segment.utf8.count - 1, segment.utf8.count + 1, 9_999] {
            let frame = Self.unit(Wire.frame(segment, length: Wire.padded("\(length)", 4)))
            let said = Self.said(frame + Wire.hour)
            #expect(said.last == "accepted" && said.count == 2 && !said[0].hasPrefix("accepted"), "\(length) \(said)")
        }
        #expect(Self.said(Self.unit(Wire.frame(segment, crc: "0000")) + Wire.hour) == ["crc-mismatch", "accepted"])
    }
}
