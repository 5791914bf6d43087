import Foundation
import Testing

@testable import Kernel

struct PictureFileTests {
    /// A PNG of one point, as a drawing program wrote it.
    static let png =
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        ).map(Array.init) ?? []

    /// A JPEG of one point: a comment, a frame, a scan with a stuffed byte and a restart in it.
    static let jpeg: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xFE, 0, 4, 0x41, 0x42] + frame(0xC0) + scan + [0xFF, 0xFF, 0xD9]

    private static func frame(_ marker: UInt8, height: UInt8 = 1) -> [UInt8] {
        [0xFF, marker, 0, 11, 8, 0, height, 0, 1, 1, 1, 0x11, 0]
    }
    private static let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0, 0xFF, 0xD0, 0x34]
    private static let start: [UInt8] = [0xFF, 0xD8]
    private static let end: [UInt8] = [0xFF, 0xD9]

    @Test func `a whole picture is taken, and every part of one is refused`() throws {
        #expect(try PictureFile(Self.png) == .png)
        #expect(try PictureFile(Self.jpeg) == .jpeg)
        for picture in [Self.png, Self.jpeg] {
            for length in 0..<picture.count {
                #expect(throws: PictureDefect.self) { try PictureFile(Array(picture.prefix(length))) }
            }
            #expect(throws: PictureDefect.behind) { try PictureFile(picture + [0]) }
            #expect(throws: PictureDefect.behind) { try PictureFile(picture + picture) }
        }
    }

    @Test func `no byte of a PNG can be changed`() {
        for place in Self.png.indices {
            var spoilt = Self.png
            spoilt[place] ^= 1
            #expect(throws: PictureDefect.self, "byte \(place)") { try PictureFile(spoilt) }
        }
    }

    @Test(
        arguments: [
            (start + frame(0xC0) + start + scan + end, .several), (start + frame(0xC0) + frame(0xC2) + scan, .several),
            (start + scan + end, .broken), (start + frame(0xC0) + end, .broken),
            (start + frame(0xC3) + scan + end, .packing), (start + frame(0xC0, height: 0) + scan + end, .size),
            (start + frame(0xC0) + scan + [0xFF, 0x02] + end, .broken), (Array("%PDF-1.7".utf8), .kind),
            ([0xFF, 0xD8, 0xFF, 0xFE, 0, 1] + end, .broken),
        ] as [([UInt8], PictureDefect)])
    func `what only looks like a JPEG is refused with what is wrong`(bytes: [UInt8], defect: PictureDefect) {
        #expect(throws: defect) { try PictureFile(bytes) }
    }

    @Test func `each defect has words of its own`() {
        #expect(Set(PictureDefect.allCases.map(\.phrase)).count == PictureDefect.allCases.count)
    }
}
