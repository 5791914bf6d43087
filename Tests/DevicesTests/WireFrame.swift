import HJ212

/// Frames out of their data segment.
enum WireFrame {
    struct NotAFrame: Error {
        let segment: String
    }

    static func frame(_ segment: String) throws -> Frame {
        let bytes = Array(segment.utf8)
        let check = String(CRC16.hj212(bytes), radix: 16, uppercase: true)
        let text = "##" + padded("\(bytes.count)") + segment + padded(check) + "\r\n"
        guard let frame = Frame(Array(text.utf8)) else { throw NotAFrame(segment: segment) }
        return frame
    }

    private static func padded(_ digits: String) -> String {
        String(repeating: "0", count: 4 - digits.count) + digits
    }
}
