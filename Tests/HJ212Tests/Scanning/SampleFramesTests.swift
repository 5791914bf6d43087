import Foundation
import HJ212
import TestMaterial
import Testing

/// Frames met in the field, kept outside the repository: verdict and CRC variant must be as their file says.
struct SampleFramesTests {
    private struct Sample: Decodable {
        let frame: String
        let crcIsRight: Bool
        let crcVariant: String?
        let kind: String

        enum CodingKeys: String, CodingKey {
            case frame, kind
            case crcIsRight = "crc_ok"
            case crcVariant = "crc_variant"
        }

        var bytes: [UInt8] { Array(frame.utf8) }
    }

    @Test func `each sample frame gets the verdict of its file`() throws {
        guard let samples = try Self.samples() else { return }
        #expect(samples.count == 142)
        for (index, sample) in samples.enumerated() {
            for options in [ScanOptions(), ScanOptions(tail: .awaited)] {
                let events = Wire.scan(sample.bytes, options)
                #expect(events.count == 1, "sample \(index)")
                let event = try #require(events.first)
                #expect((event.frame != nil) == sample.crcIsRight, "sample \(index)")
                let variant = CRCVariant(rawValue: sample.crcVariant ?? "none") ?? .none
                #expect((event.frame?.crc ?? event.rejected?.crc) == variant, "sample \(index)")
                guard variant.isForeign else { continue }
                #expect(event.rejected?.reason == .foreignCRC(variant), "sample \(index)")
                var tolerant = options
                tolerant.crc = .any
                #expect(Wire.scan(sample.bytes, tolerant).first?.frame?.crc == variant, "sample \(index)")
            }
        }
    }

    @Test func `a sample without deviations is written back to the same bytes`() throws {
        guard let samples = try Self.samples() else { return }
        var count = 0
        for (index, sample) in samples.enumerated() {
            guard let frame = Wire.accepted(sample.bytes), frame.deviations.isEmpty else { continue }
            #expect(
                try FrameEncoder.encode(header: frame.header, items: frame.groups) == sample.bytes, "sample \(index)")
            count += 1
        }
        #expect(count >= 15)
    }

    @Test func `all samples glued together stay themselves`() throws {
        guard let samples = try Self.samples() else { return }
        let stream = samples.flatMap(\.bytes)
        #expect(Wire.scan(stream).map(\.bytes) == samples.map(\.bytes))
    }

    private static func samples() throws -> [Sample]? {
        try SampleFile.lines(of: "hj212_frames.jsonl")?.map { line in
            try JSONDecoder().decode(Sample.self, from: Data(line.utf8))
        }
    }
}
