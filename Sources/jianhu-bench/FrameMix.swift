import HJ212

/// A stream of canonical 2017 frames as a stack's logger sends them, 150 to 900 bytes long.
///
/// Of twenty frames twelve bring real-time values of two to seven factors, five bring ten-minute values and three bring
/// hour values, which is the mix that field captures show once the answers are left out (design value).
struct FrameMix {
    let frameCount: Int
    let stream: [UInt8]
    /// Where the frames stand in the stream.
    let frames: [Range<Int>]
    /// Numbers in the data areas, all frames together.
    let pointCount: Int

    private static let factors = [
        "a21026", "a21002", "a34013", "a19001", "a01011", "a01012", "a01014", "a01013", "a00000",
    ]

    init(frameCount: Int) throws {
        self.frameCount = frameCount
        var stream: [UInt8] = []
        var frames: [Range<Int>] = []
        var pointCount = 0
        for number in 0..<frameCount {
            let shape = Shape(number)
            let frame = try FrameEncoder.encode(
                header: Header(
                    qn: QN("202611231\(40_000_000 + number % 1_000_000 * 7)"), st: "31", cn: shape.command,
                    pw: "123456", mn: "010000A8900016F000169DC0", flag: Flag(5)),
                items: [[Item(key: "DataTime", value: "20261123140000")]]
                    + Self.factors.prefix(shape.factorCount).map { factor in
                        shape.suffixes.map { Item(key: "\(factor)-\($0)", value: Self.value(number)) }
                            + [Item(key: "\(factor)-Flag", value: "N")]
                    })
            frames.append(stream.count..<stream.count + frame.count)
            stream += frame
            pointCount += shape.factorCount * shape.suffixes.count
        }
        (self.stream, self.frames, self.pointCount) = (stream, frames, pointCount)
    }

    private static func value(_ number: Int) -> String { "\(number % 400).\(number % 90 + 10)" }

    private struct Shape {
        let command: Command
        let factorCount: Int
        let suffixes: [String]

        init(_ number: Int) {
            switch number % 20 {
            case 0..<12: (command, factorCount, suffixes) = (.realTime, 2 + number % 6, ["Rtd"])
            case 12..<17: (command, factorCount, suffixes) = (.minuteValues, 5 + number % 3, ["Min", "Avg", "Max"])
            default: (command, factorCount, suffixes) = (.hourValues, 7, ["Cou", "Min", "Avg", "ZsAvg", "Max"])
            }
        }
    }
}
