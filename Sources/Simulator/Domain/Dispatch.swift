import HJ212

/// How a frame goes over the wire: whole and at once, or as its fault wants it.
struct Dispatch: Equatable {
    /// What is written at once.
    var bytes: [UInt8]
    /// What follows after a pause; empty for most.
    var rest: [UInt8] = []
    /// Whether it waits for the next frame, to go out in one piece with it.
    var isHeldBack = false
    /// Whether the platform must answer it.
    var isAnswered = true

    /// A frame on its way, damaged as told.
    init(_ frame: [UInt8], fault: WireFault?, draw: Draw) {
        bytes = frame
        guard let fault else { return }
        isAnswered = fault.isAnswered
        switch fault {
        case .badCRC: bytes.setCheck(Self.wrongCheck(of: frame))
        case .missingTail: bytes.removeLast(2)
        case .shortLength: if bytes[2] == UInt8(ascii: "0") { bytes.remove(at: 2) }
        case .wrongLength: bytes[5] = bytes[5] == UInt8(ascii: "9") ? UInt8(ascii: "3") : bytes[5] + 1
        case .sticky: isHeldBack = true
        case .half:
            let cut = Int(draw.number(in: 1...Int64(frame.count - 3)))
            bytes = Array(frame[..<cut])
            rest = Array(frame[cut...])
        case .lowerCaseCRC:
            for place in frame.count - 6..<frame.count - 2 where bytes[place] >= UInt8(ascii: "A") {
                bytes[place] |= 0x20
            }
        case .modbusCRC: bytes.setCheck(CRC16.modbus(frame.segment))
        case .duplicate: bytes += frame
        case .late, .clockDrift: break
        case .wrongPassword: bytes.replacePassword()
        case .foreignTraffic: bytes = (draw.bits & 1 == 0 ? Self.modbusRequest : Self.httpRequest) + frame
        }
    }

    /// A value that neither HJ 212 nor Modbus, in either order of bytes, gives for the frame.
    private static func wrongCheck(of frame: [UInt8]) -> UInt16 {
        let modbus = CRC16.modbus(frame.segment)
        let right = [CRC16.hj212(frame.segment), modbus, modbus.byteSwapped]
        return (1...4).map { right[0] ^ ($0 << 4) }.first { !right.contains($0) } ?? ~right[0]
    }

    /// Read ten holding registers, over TCP.
    private static let modbusRequest: [UInt8] = [0, 1, 0, 0, 0, 6, 1, 3, 0, 0, 0, 10]
    private static let httpRequest = Array("GET / HTTP/1.1\r\nHost: example.cn\r\n\r\n".utf8)
}

extension [UInt8] {
    /// The data segment of a canonical frame.
    fileprivate var segment: ArraySlice<UInt8> { self[6..<(count - 6)] }

    fileprivate mutating func setCheck(_ value: UInt16) {
        let digits = Array("0123456789ABCDEF".utf8)
        for (place, shift) in zip(count - 6..<count - 2, [12, 8, 4, 0]) {
            self[place] = digits[Int(value >> shift) & 0xF]
        }
    }

    /// Turns the digits of PW around by five, so that it is always another one.
    fileprivate mutating func replacePassword() {
        guard let start = firstRange(of: Array(";PW=".utf8))?.upperBound else { return }
        for place in start..<count {
            guard self[place] != UInt8(ascii: ";") else { break }
            self[place] = UInt8(ascii: "0") + (self[place] - UInt8(ascii: "0") + 5) % 10
        }
        setCheck(CRC16.hj212(segment))
    }
}
