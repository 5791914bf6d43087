import HJ212

/// Decodes a stream of hour frames, and beside it computes the textbook bitwise CRC of the same bytes.
struct DecodeBench {
    let runs: Int

    /// How many frames one run decodes.
    private static let frames = 20_000

    func result() throws -> BenchResult {
        let frame = try FrameEncoder.encode(
            header: Header(
                qn: QN("20261123150000001"), st: "31", cn: .hourValues, pw: "123456", mn: "010000A8900016F000169DC0",
                flag: Flag(5)),
            items: [[Item(key: "DataTime", value: "20261123140000")]]
                + ["a21026", "a21002", "a34013", "a19001"].map { factor in
                    ["Min", "Avg", "Max", "ZsAvg"].map { Item(key: "\(factor)-\($0)", value: "12.345") }
                        + [Item(key: "\(factor)-Flag", value: "N")]
                })
        let stream = Array(repeatElement(frame, count: Self.frames).joined())
        let clock = ContinuousClock()
        var decoding: [Double] = []
        var yardstick: [Double] = []
        for _ in 0..<runs {
            decoding.append(clock.measure { Self.decode(stream) }.seconds)
            yardstick.append(clock.measure { Self.bitwiseCRC(stream) }.seconds)
        }
        let (took, bitwise) = (decoding.median, yardstick.median)
        return BenchResult(
            bench: "hj212-decode", framesPerSecond: Double(Self.frames) / took,
            pointsPerSecond: Double(Self.frames) * 16 / took, megabytesPerSecond: Double(stream.count) / took / 1e6,
            yardstick: "bitwise-crc", yardstickPerSecond: Double(stream.count) / bitwise / 1e6,
            ratio: bitwise / took, runs: runs)
    }

    private static func decode(_ stream: [UInt8]) {
        var scanner = FrameScanner()
        var accepted = 0
        for start in stride(from: 0, to: stream.count, by: 65_536) {
            scanner.append(stream[start..<min(start + 65_536, stream.count)])
            while let event = scanner.next() {
                if case .accepted(let frame) = event { accepted += frame.items.isEmpty ? 0 : 1 }
            }
        }
        precondition(accepted == frames, "every frame of the benchmark is accepted")
    }

    /// The algorithm as the standard prints it: one bit at a time.
    private static func bitwiseCRC(_ bytes: [UInt8]) {
        var register: UInt16 = 0xFFFF
        for byte in bytes {
            register = (register >> 8) ^ UInt16(byte)
            for _ in 0..<8 {
                let isOdd = register & 1 == 1
                register >>= 1
                if isOdd { register ^= 0xA001 }
            }
        }
        // A result that nobody looks at may be left out by the optimiser.
        precondition(register != 0x1234 || bytes.isEmpty, "an HJ 212 check value is one of 256, not this one")
    }
}
