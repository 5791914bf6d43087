/// What may be wrong with a frame, as far as it costs the scanner something.
enum Damage: String, CaseIterable {
    /// A digit of the data area changed.
    case wrongDigit = "bad-digit"
    /// The declared length is too short by one.
    case wrongLength = "bad-length"
    /// The frame ends in the middle, and the next follows.
    case cutShort = "bad-cut"
    /// Bytes of another protocol as many as the frame has.
    case foreign = "bad-foreign"

    /// Whether the scanner finds the frame all the same.
    var leavesFrames: Bool { self == .wrongLength }

    /// The frames of the mix, each with this damage.
    func applied(to mix: FrameMix) -> [UInt8] {
        var stream: [UInt8] = []
        for place in mix.frames {
            var frame = Array(mix.stream[place])
            switch self {
            case .wrongDigit: frame[frame.count - 20] ^= 0x01
            case .wrongLength: frame[5] = frame[5] == UInt8(ascii: "0") ? UInt8(ascii: "1") : frame[5] - 1
            case .cutShort: frame.removeLast(frame.count / 2)
            case .foreign: frame = frame.indices.map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 3) }
            }
            stream += frame
        }
        return stream
    }
}
