/// What a file of evidence is, by its bytes; what it is called says nothing.
enum EvidenceKind: String, Sendable, CaseIterable {
    case jpeg = "image/jpeg"
    case png = "image/png"
    case pdf = "application/pdf"

    /// Whether a browser shows it in place.
    var isPicture: Bool { self != .pdf }

    /// The ending of its file name.
    var ending: String {
        switch self {
        case .jpeg: "jpg"
        case .png: "png"
        case .pdf: "pdf"
        }
    }
}

/// Why a file is not taken as evidence.
public enum EvidenceRefusal: Error, Equatable, Sendable {
    /// No file was chosen, or it is empty.
    case nothing
    /// It is neither JPEG nor PNG nor PDF by its first bytes.
    case unknownKind
    /// A PDF that holds a script, a program to start, or files of its own.
    case activeContent(name: String)
    /// The case has as many files as it may.
    case tooMany(max: Int)
    /// The case is closed.
    case closed
}

/// Looks through a file piece by piece: its kind by magic bytes, and whether a PDF holds anything that acts.
///
/// Names of a PDF are compared with their `#xx` spelled out. What stands in compressed object streams is not seen;
/// such a file is handed out for saving only, in a sandbox.
public struct EvidenceScan: Sendable, Equatable {
    /// Names of a PDF that act: scripts, programs, files inside, forms that send, films.
    static let activeNames: Set<String> = [
        "JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "SubmitForm", "ImportData", "RichMedia", "XFA",
        "GoToE", "Movie", "Sound",
    ]
    private static let longest = 16

    private var head: [UInt8] = []
    private var size: Int64 = 0
    /// The letters of the name being read; nil outside of one.
    private var name: [UInt8]?
    private var found: String?

    /// A scan of nothing yet.
    public init() {}

    /// Takes the next piece.
    public mutating func take(_ bytes: [UInt8]) {
        size += Int64(bytes.count)
        if head.count < 8 { head += bytes.prefix(8 - head.count) }
        // Pictures have no names; looking for some would only cost time.
        guard found == nil, isPDF || head.count < 8 else { return }
        for byte in bytes where found == nil { read(byte) }
    }

    /// What the file is, or why it is not taken.
    func kind() throws(EvidenceRefusal) -> EvidenceKind {
        guard size > 0 else { throw .nothing }
        if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if head == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] { return .png }
        guard isPDF else { throw .unknownKind }
        if let found = found ?? Self.active(name) { throw .activeContent(name: found) }
        return .pdf
    }

    private var isPDF: Bool { head.starts(with: Array("%PDF-".utf8)) }

    private mutating func read(_ byte: UInt8) {
        let isRegular = !Self.delimiters.contains(byte)
        if isRegular, let letters = name {
            name = letters.count <= Self.longest * 3 ? letters + [byte] : letters
            return
        }
        if let active = Self.active(name) { found = active }
        name = byte == 0x2F ? [] : nil
    }

    /// White space and the delimiters of PDF (ISO 32000 7.2.2) end a name.
    private static let delimiters: Set<UInt8> = [
        0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25,
    ]

    private static func active(_ letters: [UInt8]?) -> String? {
        guard let letters, let name = String(validating: spelledOut(letters), as: UTF8.self),
            activeNames.contains(name)
        else { return nil }
        return name
    }

    private static func spelledOut(_ letters: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        var index = 0
        while index < letters.count {
            let digits = letters[(index + 1)...].prefix(2)
            if letters[index] == 0x23, digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                plain.append(value)
                index += 3
            } else {
                plain.append(letters[index])
                index += 1
            }
        }
        return plain
    }
}
