import Foundation
import Kernel
import Web

/// A sheet that firms of the demonstration hand in: a plain PDF of one line.
enum DemoPaper {
    /// The bytes of a PDF 1.4 with its table of places.
    static func pdf(_ sentence: String) -> [UInt8] {
        let text = "BT /F1 18 Tf 72 760 Td (\(sentence)) Tj ET"
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length \(text.utf8.count)>>stream\n\(text)\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
        var file = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.utf8.count)
            file += "\(index + 1) 0 obj\(object)endobj\n"
        }
        let start = file.utf8.count
        let table = places.map { "\($0.padded(10)) 00000 n \n" }.joined()
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n" + table
        file += "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }

    /// Lays a sheet into the folder of files that come in.
    static func received(_ sentence: String, called name: String, in folder: String) throws -> ReceivedFile {
        let bytes = pdf(sentence)
        let (digest, path) = (Digest256(of: bytes), "\(folder)/\(Digest256(of: bytes).hex).part")
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return ReceivedFile(path: path, name: name, size_bytes: Int64(bytes.count), sha256: digest)
    }
}
