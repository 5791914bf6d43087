import Foundation
import HJ212
import Kernel
import TestMaterial

@testable import Monitoring

/// Frames by chance: few devices and forms, so that layouts meet again, and values of every shape.
struct FrameDice {
    private var source: SeededGenerator
    private static let numbers = [
        "0", "1", "12.5", "0.00", "138.50", "9999999999.999999", "3.1415926", "123456789012345678",
    ]
    private static let oddities = [
        "-0", "-1.5", "NF", "", "007", "1.", ".5", "+1", "1e3", "-999", "鉴", "//a b//", "//", "=", "1=2",
    ]

    init(seed: UInt64) {
        source = SeededGenerator(seed: seed)
    }

    mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &source) }

    private mutating func pick(_ words: [String]) -> String { words[number(0..<words.count)] }

    private mutating func value() -> String {
        switch number(0..<12) {
        case 0: pick(Self.oddities)
        case 1...2: pick(Self.numbers)
        default: "\(number(0..<300)).\(number(0..<10))\(number(0..<10))"
        }
    }

    /// A frame with its data time.
    mutating func frame() -> (bytes: [UInt8], dataTime: Instant) {
        let time = HourPattern.start.adding(milliseconds: Int64(number(-100_000..<100_000)) * 1_000)
        let stamp = CivilStamp(millisecondsSince1970: time.milliseconds)
        let sent = CivilStamp(millisecondsSince1970: time.milliseconds + Int64(number(-90_000..<9_000_000)))
        let factors = ["a21026", "a21002", "a34013"].prefix(number(1..<4))
        let items = factors.map { "\($0)-Avg=\(value()),\($0)-Max=\(value()),\($0)-Flag=\(pick(["N", "N", "N", "D"]))" }
        let head = number(0..<8) == 0 ? "" : "QN=\(sent.text17);"
        let area = "DataTime=\(stamp.text14);" + items.joined(separator: pick([";", ";", ";", ","]))
        let form = number(0..<20) == 0 ? area.components(separatedBy: ";").reversed().joined(separator: ";") : area
        let command = pick(["2051", "2051", "2061", "2011"])
        let segment = "\(head)ST=31;CN=\(command);PW=123456;MN=M\(number(1..<3));Flag=5;CP=&&\(form)&&"
        return (WireFrame.bytes(ofSegment: segment), time)
    }

    /// Changes, drops, doubles or inserts some bytes.
    mutating func damage(_ bytes: inout [UInt8]) {
        for _ in 0..<number(1..<4) {
            let place = number(0..<(bytes.count + 1))
            switch number(0..<4) {
            case 0 where place < bytes.count: bytes[place] = UInt8(number(0..<256))
            case 1 where place < bytes.count: bytes.remove(at: place)
            case 2: bytes.removeSubrange(place...)
            default: bytes.insert(UInt8(number(0..<32)), at: place)
            }
        }
    }
}
