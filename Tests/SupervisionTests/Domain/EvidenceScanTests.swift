import Kernel
import TestMaterial
import Testing

@testable import Supervision

struct EvidenceScanTests {
    private static let png = SamplePicture.png

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
            (SamplePicture.jpeg("x"), .success(.jpeg)),
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 0], .failure(.defective(.broken))),
            (png + Array("<script>alert(1)</script>".utf8), .failure(.defective(.behind))),
            (SamplePicture.jpeg("x") + Array("<script>".utf8), .failure(.defective(.behind))), (png, .success(.png)),
            ([], .failure(.nothing)),
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
            (pdf("/#4A#53 /x"), .failure(.activeContent(name: "JS"))),
            (pdf("/JS# /J#5 /JS#zz /J#5XS /#JS /JavaScriptAndMore /js /aJS /J%S"), .success(.pdf)),
            (pdf("//JS"), .failure(.activeContent(name: "JS"))),
            (pdf("<</Launch<<>>>>"), .failure(.activeContent(name: "Launch"))),
            (pdf("(a text about JavaScript and /JSON)"), .success(.pdf)),
            (Array("%PDF-1.4 /JS".utf8), .failure(.activeContent(name: "JS"))),
        ] as [([UInt8], Result<EvidenceKind, EvidenceRefusal>)])
    func `a file is what its bytes say, however they are cut`(
        bytes: [UInt8], expected: Result<EvidenceKind, EvidenceRefusal>
    ) {
        for pieces in [1, 2, 3, 5, 7, 64, 4_096] { #expect(kind(bytes, pieces: pieces) == expected) }
    }

    /// `1 0 2 5 << /S /JavaScript /JS (x) >>` as a zlib stream, and `1 0 << /Type /Catalog >>`.
    private static let script: [UInt8] = [
        120, 218, 51, 84, 48, 80, 48, 82, 48, 85, 176, 177, 81, 208, 15, 86, 208, 247, 74, 44, 75, 12, 78, 46, 202, 44,
        40, 1, 178, 131, 21, 52, 42, 52, 21, 236, 236, 0, 156, 18, 9, 26,
    ]
    private static let harmless: [UInt8] = [
        120, 218, 51, 84, 48, 80, 176, 177, 81, 208, 15, 169, 44, 72, 85, 208, 119, 78, 44, 73, 204, 201, 79, 87,
        176, 179, 3, 0, 75, 167, 6, 177,
    ]
    /// Two thousand noughts and then the name of a script, in little.
    private static let behindNoughts: [UInt8] = [
        120, 218, 99, 96, 24, 5, 163, 96, 20, 140, 130, 81, 48, 10, 70, 193, 80, 7, 134, 10, 6, 10, 54, 54, 10, 250,
        193, 10, 250, 94, 137, 101, 137, 193, 201, 69, 153, 5, 37, 10, 118, 118, 0, 80, 32, 6, 158,
    ]
    /// The script, compressed twice.
    private static let twice: [UInt8] = [
        120, 218, 171, 184, 101, 28, 98, 16, 96, 16, 100, 16, 186, 97, 99, 224, 5, 254, 176, 11, 223, 189, 116, 188,
        121, 252, 244, 78, 233, 104, 48, 110, 106, 22, 53, 209, 50, 17, 125, 243, 134, 97, 142, 16, 167, 20, 0, 92,
        16, 15, 17,
    ]
    /// A content stream of a page: `q 1 0 0 1 0 0 cm /JS gs Q`.
    private static let content: [UInt8] = [
        120, 218, 43, 84, 48, 84, 48, 0, 66, 8, 153, 156, 171, 160, 239, 21, 172, 144, 94, 172, 16, 8, 0, 66, 131, 5,
        155,
    ]

    private static func stream(
        _ data: [UInt8], _ dictionary: String = "/Type/ObjStm/N 1/First 4/Filter/FlateDecode", line: String = "\r\n"
    ) -> [UInt8] {
        Array("%PDF-1.7\n4 0 obj<<\(dictionary)>>stream\(line)".utf8) + data + Array("\nendstream endobj".utf8)
    }

    @Test(
        arguments: [
            (stream(script), .failure(.activeContent(name: "JavaScript"))),
            (stream(script, line: "\n"), .failure(.activeContent(name: "JavaScript"))),
            (stream(script, line: "\r"), .failure(.activeContent(name: "JavaScript"))),
            // Not called what it is, or hidden behind a harmless one.
            (stream(script, "/Filter/FlateDecode"), .failure(.activeContent(name: "JavaScript"))),
            (stream(script, "/Filter 9 0 R/Subtype/Image"), .failure(.activeContent(name: "JavaScript"))),
            (
                stream(harmless) + Array("\n5 0 obj<<>>stream\n".utf8) + script,
                .failure(.activeContent(name: "JavaScript"))
            ),
            // Behind a keyword that is none: not believed.
            (Array("%PDF-1.7 (stream\n) ".utf8) + stream(script), .failure(.sealed(.filter))),
            (stream(behindNoughts), .failure(.activeContent(name: "JavaScript"))),
            (stream(harmless), .success(.pdf)), (stream(content, "/Filter/FlateDecode"), .success(.pdf)),
            (stream(Array("1 0 <</Type/Catalog>>".utf8), "/Type/ObjStm/N 1/First 4"), .success(.pdf)),
            (stream(Array(script.prefix(14))), .failure(.sealed(.damaged))),
            (stream(script.dropLast() + [0]), .failure(.activeContent(name: "JavaScript"))),
            (stream(harmless.dropLast() + [0]), .failure(.sealed(.damaged))),
            (stream(harmless, "/Type/ObjStm/Filter/LZWDecode"), .failure(.sealed(.filter))),
            (stream(harmless, "/Type/Obj#53tm/Filter[/ASCII85Decode/FlateDecode]"), .failure(.sealed(.filter))),
            (
                stream(harmless, "/Type/ObjStm/Filter/FlateDecode/DecodeParms<</Predictor 12>>"),
                .failure(.sealed(.filter))
            ),
            (stream(twice, "/Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]"), .failure(.sealed(.filter))),
            (stream(twice, "/Filter 9 0 R"), .failure(.sealed(.filter))),
            (stream([1, 2, 3]), .failure(.sealed(.filter))),
            (stream([255, 216, 255, 224], "/Subtype/Image/Filter/DCTDecode"), .success(.pdf)),
            (pdf("trailer <</Root 1 0 R/Encrypt 7 0 R>>"), .failure(.sealed(.encrypted))),
        ] as [([UInt8], Result<EvidenceKind, EvidenceRefusal>)])
    func `a PDF is looked into where its objects are compressed, and refused where it cannot be`(
        bytes: [UInt8], expected: Result<EvidenceKind, EvidenceRefusal>
    ) {
        for pieces in [1, 7, 4_096] { #expect(kind(bytes, pieces: pieces) == expected) }
    }

    @Test(arguments: [(2, false), (3, false), (4, true)])
    func `no more streams are opened than is allowed`(count: Int, isBeyond: Bool) {
        var scan = EvidenceScan(
            bounds: StreamScan.Bounds(held_bytesMax: 8_192, inflated_bytesMax: 8_192, streamsMax: 3))
        scan.take((0..<count).flatMap { _ in Self.stream(Self.harmless) })
        let found = Result { () throws(EvidenceRefusal) in try scan.kind() }
        #expect(found == (isBeyond ? .failure(.sealed(.size)) : .success(.pdf)))
    }

    @Test(arguments: [(8_192, 1_000, true), (8_192, 4_096, false), (24, 4_096, false)])
    func `no more comes out of a file than is allowed`(held: Int, inflated: Int, isBeyond: Bool) {
        var scan = EvidenceScan(
            bounds: StreamScan.Bounds(held_bytesMax: held, inflated_bytesMax: inflated, streamsMax: 9))
        scan.take(Self.stream(Self.behindNoughts))
        #expect(throws: isBeyond ? .sealed(.size) : EvidenceRefusal.activeContent(name: "JavaScript")) {
            try scan.kind()
        }
    }
}
