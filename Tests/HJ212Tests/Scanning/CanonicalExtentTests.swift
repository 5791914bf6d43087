import TestMaterial
import Testing

@testable import HJ212

/// The scanner that takes canonical frames at a glance against the same scanner without that glance.
struct CanonicalExtentTests {
    @Test(arguments: Array(1...40) as [UInt64])
    func `the glance changes no event, however the stream is cut`(seed: UInt64) {
        var source = RandomStream(seed: seed)
        let stream = source.bytes(pieceCount: 20)
        for options in [ScanOptions(), ScanOptions(tail: .awaited), ScanOptions(segmentLengthMax: 120)] {
            let careful = Wire.scan(stream, options, cutAt: Array(stream.indices), glancing: false)
            for cuts in [[], source.cuts(of: stream.count)] {
                let quick = Wire.scan(stream, options, cutAt: cuts)
                #expect(quick.map(\.line) == careful.map(\.line), "seed \(seed), cut at \(cuts)")
                let isSame = quick == careful
                #expect(isSame, "seed \(seed), cut at \(cuts)")
            }
        }
    }

    @Test func `the glance changes nothing for one wrong byte`() {
        for place in Wire.official2017.indices {
            for value in UInt8.min...UInt8.max {
                var stream = Wire.official2017
                stream[place] = value
                let isSame = Wire.scan(stream) == Wire.scan(stream, glancing: false)
                #expect(isSame, "byte \(place) = \(value)")
            }
        }
    }
}
