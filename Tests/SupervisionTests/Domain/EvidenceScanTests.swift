import Kernel
import Testing

@testable import Supervision

struct EvidenceScanTests {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2]

    private static func pdf(_ text: String) -> [UInt8] { Array("%PDF-1.7\n\(text)\n%%EOF".utf8) }

    /// What a scan says of bytes that come in pieces of a size.
    private func kind(_ bytes: [UInt8], pieces: Int) -> Result<EvidenceKind, EvidenceRefusal> {
        var scan = EvidenceScan()
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            scan.take(Array(bytes[start..<min(start + pieces, bytes.count)]))
        }
        do { return .success(try scan.kind()) } catch { return .failure(error) }
    }

    @Test(
        arguments: [
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 0], .success(.jpeg)), (png, .success(.png)), ([], .failure(.nothing)),
            (Array(png.prefix(7)), .failure(.unknownKind)), (Array("<svg onload=x>".utf8), .failure(.unknownKind)),
            (Array("<!doctype html>".utf8), .failure(.unknownKind)), (Array(" %PDF-1.7".utf8), .failure(.unknownKind)),
            (Array("MZ".utf8), .failure(.unknownKind)), (pdf("1 0 obj <</Type/Catalog>>"), .success(.pdf)),
            (pdf("<</S/JavaScript /JS (app.alert(1))>>"), .failure(.activeContent(name: "JavaScript"))),
            (pdf("<</J#53 1 0 R>>"), .failure(.activeContent(name: "JS"))),
            (pdf("<</#4aS 1 0 R>>"), .failure(.activeContent(name: "JS"))),
            (
                pdf("<</Type/Filespec/EF<</F 1 0 R>>>> <</Type/EmbeddedFile>>"),
                .failure(.activeContent(name: "EmbeddedFile"))
            ),
            (pdf("<</Launch<<>>>>"), .failure(.activeContent(name: "Launch"))),
            (pdf("(a text about JavaScript and /JSON)"), .success(.pdf)),
            (Array("%PDF-1.4 /JS".utf8), .failure(.activeContent(name: "JS"))),
        ] as [([UInt8], Result<EvidenceKind, EvidenceRefusal>)])
    func `a file is what its bytes say, however they are cut`(
        bytes: [UInt8], expected: Result<EvidenceKind, EvidenceRefusal>
    ) {
        for pieces in [1, 2, 3, 5, 7, 64, 4_096] { #expect(kind(bytes, pieces: pieces) == expected) }
    }
}
