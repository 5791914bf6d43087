import HJ212
import Testing

@testable import Gateway

/// Frames of invented devices. The password is a word that may stand in no log line.
enum SampleFrames {
    static let password = "s3cret"
    static let mn = "A1B200000000000000000000"

    /// A frame that a scanner accepts; its QN, and with it its answer, differs by `number`.
    static func frame(
        _ number: Int = 1, command: Command = .hourValues, flag: UInt8 = 5, mn: String = mn
    ) throws -> [UInt8] {
        let header = Header(
            qn: QN(qn(number)), st: "31", cn: command, pw: password, mn: mn, flag: Flag(flag))
        let items = [Item(key: "DataTime", value: "20261123140000"), Item(key: "a21026-ZsAvg", value: "412.0")]
        return try FrameEncoder.encode(header: header, items: [items])
    }

    static func qn(_ number: Int) -> String {
        String(20_261_123_150_000_000 + number)
    }

    /// The same frame with one digit of its value changed, so that the check no longer proves it.
    static func damaged(_ number: Int = 1) throws -> [UInt8] {
        var bytes = try frame(number)
        let place = try #require(bytes.lastIndex(of: UInt8(ascii: "4")))
        bytes[place] = UInt8(ascii: "5")
        return bytes
    }

    static func arrival(_ number: Int = 1, mn: String = mn) throws -> Arrival {
        let frame = try #require(Frame(try frame(number, mn: mn)))
        return Arrival(event: .accepted(frame), receivedAt: FixedClock.noon, remote: "192.0.2.1:1")
    }
}

extension Arrival {
    /// The QN of an accepted frame, `rejected` for a stretch.
    var label: String {
        switch event {
        case .accepted(let frame): frame.header.qn?.text ?? "without QN"
        case .quarantined: "rejected"
        }
    }
}
