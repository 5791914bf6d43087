import HJ212
import Testing

/// What must hold for any bytes whatever. Every failure names its seed.
struct AnyStreamTests {
    private static let seeds = Array(1...40) as [UInt64]

    private static let policies = [
        ScanOptions(), ScanOptions(crc: .any, tail: .awaited), ScanOptions(strictness: .strict),
        ScanOptions(segmentLengthMax: 120),
    ]

    @Test(arguments: seeds)
    func `any cutting of a stream gives the same events`(seed: UInt64) {
        var source = RandomStream(seed: seed)
        let stream = source.bytes(pieceCount: 12)
        for options in Self.policies {
            let whole = Wire.scan(stream, options)
            for cuts in [Array(stream.indices), source.cuts(of: stream.count), source.cuts(of: stream.count)] {
                let pieces = Wire.scan(stream, options, cutAt: cuts)
                #expect(pieces.map(\.line) == whole.map(\.line), "seed \(seed), cut at \(cuts)")
                let isSame = pieces == whole
                #expect(isSame, "seed \(seed), cut at \(cuts)")
            }
        }
    }

    @Test(arguments: seeds)
    func `every byte comes out once, tails and line ends apart`(seed: UInt64) {
        var source = RandomStream(seed: seed)
        let stream = source.bytes(pieceCount: 25)
        for options in Self.policies {
            var place = 0
            for event in Wire.scan(stream, options) {
                let gap = stream[place..<max(place, event.offset)]
                #expect(event.offset >= place, "seed \(seed)")
                #expect(gap.allSatisfy { #"\rn"#.utf8.contains($0) || $0 == 13 || $0 == 10 }, "seed \(seed)")
                #expect(options.strictness == .lenient || gap.isEmpty, "seed \(seed)")
                #expect(Array(stream[event.offset...].prefix(event.bytes.count)) == event.bytes, "seed \(seed)")
                place = event.offset + event.bytes.count
            }
        }
    }

    @Test(arguments: seeds)
    func `a frame read back from its bytes says the same`(seed: UInt64) {
        var source = RandomStream(seed: seed)
        let stream = source.bytes(pieceCount: 25)
        for options in Self.policies {
            for frame in Wire.scan(stream, options).compactMap(\.frame) {
                let again = Frame(frame.bytes, options: options)
                #expect(again?.header == frame.header && again?.items == frame.items, "seed \(seed)")
                #expect(again?.deviations == frame.deviations, "seed \(seed)")
            }
        }
    }

    @Test(arguments: [UInt8(ascii: "x"), UInt8(ascii: "#"), 0x0A])
    func `the buffer stays bounded`(filler: UInt8) {
        var scanner = FrameScanner(options: ScanOptions(segmentLengthMax: 500))
        let pieces = [Array(repeating: filler, count: 777), Array("##9999QN=".utf8), Array("##0499QN=&&".utf8)]
        for round in 0..<300 {
            scanner.append(pieces[round % pieces.count])
            while scanner.next() != nil {}
            #expect(scanner.bufferedCount <= 540)
        }
    }

    @Test func `every truncation keeps the whole frames and reports the rest`() {
        let stream = Wire.hour + Wire.official2017 + Wire.hour
        let ends = [Wire.hour.count - 2, Wire.hour.count + 111, stream.count - 2]
        for length in stream.indices {
            let events = Wire.scan(Array(stream.prefix(length)))
            #expect(events.count { $0.frame != nil } == ends.count { $0 <= length }, "cut at \(length)")
            #expect(events.flatMap(\.bytes) == Array(stream.prefix(length)), "cut at \(length)")
        }
    }

    @Test func `no change of one byte makes a frame say something else`() throws {
        let original = try #require(Wire.accepted(Wire.official2017))
        for place in Wire.official2017.indices {
            for value in UInt8.min...UInt8.max {
                var stream = Wire.official2017
                stream[place] = value
                for frame in Wire.scan(stream).compactMap(\.frame) {
                    #expect(frame.header == original.header, "byte \(place) = \(value)")
                    #expect(frame.items == original.items, "byte \(place) = \(value)")
                }
            }
        }
    }
}
