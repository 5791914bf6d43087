import HJ212

/// Decodes frames in the mix that loggers really send, on one core: frame, CRC and all fields; then each part alone, and
/// what bad frames cost.
///
/// Every measure reads the same stream in the same run, beside a copy of its bytes and the check as the standard prints
/// it. Each gives a sum of what it read, which must come out right, so that the optimiser can leave nothing out.
struct DecodeBench {
    let runs: Int

    /// How many frames one run decodes.
    private static let frameCount = 20_000
    /// Bytes of one read.
    private static let readLength = 65_536

    /// One line for the whole beside each yardstick, then one for each part and each kind of bad frame.
    func results() throws -> [BenchResult] {
        let mix = try FrameMix(frameCount: Self.frameCount)
        let copy = median { Self.copy(mix.stream) }
        let bitwise = median { Self.bitwiseCRC(mix.stream) }
        let whole = median { Self.readTokens(mix.stream, expecting: mix.frameCount) }
        let find = median { Self.find(mix) }
        let crc = median { Self.crc(mix) }
        var results = [
            line("", mix, took: whole, beside: "bitwise-crc", bitwise),
            line("", mix, took: whole, beside: "memory-copy", copy),
            line("/find", mix, took: find, beside: "bitwise-crc", bitwise),
            line("/crc", mix, took: crc, beside: "bitwise-crc", bitwise),
            // What the scanner needs beyond those two: its buffer, and the fields and items.
            line("/fields", mix, took: whole - find - crc, beside: "bitwise-crc", bitwise),
            line("/texts", mix, took: median { Self.readTexts(mix) }, beside: "bitwise-crc", bitwise),
        ]
        for damage in Damage.allCases {
            let stream = damage.applied(to: mix)
            let took = median { Self.readTokens(stream, expecting: damage.leavesFrames ? mix.frameCount : 0) }
            let goodFrames = Double(mix.frameCount) / whole
            results.append(
                BenchResult(
                    bench: "hj212-decode/\(damage.rawValue)", framesPerSecond: Double(mix.frameCount) / took,
                    megabytesPerSecond: Double(stream.count) / took / 1e6, yardstick: "good-frames",
                    yardstickPerSecond: goodFrames, ratio: whole / took, runs: runs))
        }
        return results
    }

    private func line(
        _ part: String, _ mix: FrameMix, took: Double, beside yardstick: String, _ yardstickTook: Double
    ) -> BenchResult {
        BenchResult(
            bench: "hj212-decode\(part)", framesPerSecond: Double(mix.frameCount) / took,
            pointsPerSecond: Double(mix.pointCount) / took, megabytesPerSecond: Double(mix.stream.count) / took / 1e6,
            yardstick: yardstick, yardstickPerSecond: Double(mix.stream.count) / yardstickTook / 1e6,
            ratio: yardstickTook / took, runs: runs)
    }

    /// Seconds; the first run warms up and does not count.
    private func median(of work: () -> Void) -> Double {
        work()
        return (0..<runs).map { _ in ContinuousClock().measure(work).seconds }.median
    }
}

extension DecodeBench {
    /// All there is to a frame: its place, its proof, each field and each item with its factor, suffix and value.
    private static func readTokens(_ stream: [UInt8], expecting frameCount: Int) {
        var scanner = FrameScanner()
        var accepted = 0
        var sum = 0
        for start in stride(from: 0, to: stream.count, by: readLength) {
            scanner.append(stream[start..<min(start + readLength, stream.count)])
            while let event = scanner.nextTokens() {
                switch event {
                case .canonical(let tokens):
                    accepted += 1
                    sum &+= tokens[.mn]?.count ?? 0
                    for item in tokens.items { sum &+= item.value.count &+ item.factor.count + item.group }
                case .other(.accepted(let frame)):
                    accepted += 1
                    sum &+= frame.bytes.count
                case .other(.quarantined(let stretch)):
                    sum &+= stretch.bytes.count
                }
            }
        }
        precondition(accepted == frameCount && sum > 0, "\(accepted) frames were accepted, not \(frameCount)")
    }

    /// The same with every text made a `String`, as pages and storage ask for it.
    private static func readTexts(_ mix: FrameMix) {
        var scanner = FrameScanner()
        var count = 0
        for start in stride(from: 0, to: mix.stream.count, by: readLength) {
            scanner.append(mix.stream[start..<min(start + readLength, mix.stream.count)])
            while let event = scanner.next() {
                guard case .accepted(let frame) = event else { continue }
                count += frame.header.mn == nil || frame.items.isEmpty ? 0 : 1
            }
        }
        precondition(count == mix.frameCount, "every frame of the mix is accepted")
    }

    private static func crc(_ mix: FrameMix) {
        let sum = mix.frames.reduce(0) { $0 &+ Int(CRC16.hj212(mix.stream[$1.dropFirst(6).dropLast(6)])) }
        precondition(sum > 0, "some check value is not zero")
    }

    /// Going from head to head by the declared lengths, and nothing else.
    private static func find(_ mix: FrameMix) {
        var place = 0
        var count = 0
        while place + 6 < mix.stream.count, mix.stream[place] == UInt8(ascii: "#") {
            let length = mix.stream[place + 2..<place + 6].reduce(0) { $0 * 10 + Int($1) - 0x30 }
            place += 6 + length + 6
            count += 1
        }
        precondition(count == mix.frameCount, "the lengths lead from frame to frame")
    }

    private static func copy(_ bytes: [UInt8]) {
        let copied = Array(unsafeUninitializedCapacity: bytes.count) { target, count in
            bytes.withUnsafeBufferPointer { count = target.initialize(fromContentsOf: $0) }
        }
        precondition(copied.count == bytes.count && copied.last == bytes.last, "a copy is as long as its original")
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
