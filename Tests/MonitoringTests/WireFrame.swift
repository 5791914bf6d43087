import HJ212
import Kernel
import Testing

/// Frames as a data logger sends them.
enum WireFrame {
    /// What proves a frame, written behind any segment.
    static func bytes(ofSegment segment: String, crc: UInt16? = nil) -> [UInt8] {
        let body = Array(segment.utf8)
        let check = String(crc ?? CRC16.hj212(body), radix: 16, uppercase: true)
        let zeros = String(repeating: "0", count: 4 - check.count)
        return Array("##\(body.count.padded(4))".utf8) + body + Array((zeros + check).utf8)
    }

    static func frame(ofSegment segment: String) throws -> Frame {
        try #require(Frame(bytes(ofSegment: segment)), "\(segment) is no frame")
    }

    /// An hour frame of a device with these items; without a QN when it is nil.
    static func hour(
        _ time: String, _ items: String, qn: String? = "20261123010000000", device: String = "M1",
        password: String = "123456", command: Int = 2061, flag: Int = 5
    ) throws -> Frame {
        let head = qn.map { "QN=\($0);" } ?? ""
        return try frame(
            ofSegment:
                "\(head)ST=31;CN=\(command);PW=\(password);MN=\(device);Flag=\(flag);CP=&&DataTime=\(time);\(items)&&")
    }

    /// The hour frame a letter of `HourPattern` stands for; nil for an hour without one.
    static func hour(_ number: Int, _ letter: Character, qn: Int) throws -> Frame? {
        guard let value = HourPattern.value(letter) else { return nil }
        let mark = value.mark.map { ",a21026-Flag=\($0)" } ?? ""
        return try hour(
            CivilStamp(millisecondsSince1970: HourPattern.hour(number).milliseconds).text14,
            "a21026-Avg=1.5,a21026-ZsAvg=\(value.value)\(mark)", qn: "20261123\(qn.padded(9))")
    }
}
