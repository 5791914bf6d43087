public import Kernel

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
    /// A PDF that cannot be looked into.
    case sealed(Seal)
    /// A picture that is damaged, or carries something else.
    case defective(PictureDefect)
    /// The case has as many files as it may.
    case tooMany(max: Int)
    /// The case is closed.
    case closed

    /// Why a PDF cannot be looked into.
    public enum Seal: String, Sendable, CaseIterable {
        /// It is encrypted.
        case encrypted
        /// Its objects are packed in an unusual way.
        case filter
        /// Its objects are damaged.
        case damaged
        /// There is too much inside.
        case size
    }
}

/// Looks through a file piece by piece: its kind by magic bytes, whether a PDF holds anything that acts, and whether a
/// picture is whole and nothing stands behind it.
///
/// Names of a PDF are compared with their `#xx` spelled out, outside and inside of compressed object streams. A PDF
/// that cannot be looked into, because it is encrypted, damaged or packed in an unusual way, is refused.
public struct EvidenceScan: Sendable, Equatable {
    /// Names of a PDF that act: scripts, programs, files inside, forms that send, films.
    static let activeNames: Set<String> = [
        "JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "SubmitForm", "ImportData", "RichMedia", "XFA",
        "GoToE", "Movie", "Sound",
    ]

    private var head: [UInt8] = []
    private var size: Int64 = 0
    /// The bytes of a picture, which is walked when all of it is there.
    private var picture: [UInt8] = []
    private var names = NameScan()
    private var streams: StreamScan
    private var found: EvidenceRefusal? {
        didSet { isDone = found != nil }
    }
    /// Whether something was found; asked for each byte.
    private var isDone = false

    /// A scan of nothing yet.
    public init() { self.init(bounds: .usual) }

    init(bounds: StreamScan.Bounds) {
        streams = StreamScan(bounds: bounds)
    }

    /// Takes the next piece.
    public mutating func take(_ bytes: [UInt8]) {
        size += Int64(bytes.count)
        if head.count < 8 { head += bytes.prefix(8 - head.count) }
        if head.count < 8 || isPicture {
            picture += bytes
        } else {
            picture = []
        }
        // Pictures have no names; looking for some would only cost time.
        guard found == nil, isPDF || head.count < 8 else { return }
        for byte in bytes {
            if let name = names.take(byte) { note(name) }
            streams.take(byte)
            if streams.isDone || isDone { break }
        }
        found = found ?? streams.finding
    }

    /// What the file is, for others who keep evidence: its media type and the ending of its name. Refuses with
    /// `EvidenceRefusal`.
    public func identified() throws -> (mediaType: String, ending: String) {
        let kind = try kind()
        return (kind.rawValue, kind.ending)
    }

    /// What the file is, or why it is not taken.
    func kind() throws(EvidenceRefusal) -> EvidenceKind {
        guard size > 0 else { throw .nothing }
        if isPicture { return try pictureKind() }
        guard isPDF else { throw .unknownKind }
        var last = self
        if let name = names.name { last.note(name) }
        last.streams.end()
        if let refusal = last.found ?? last.streams.finding { throw refusal }
        return .pdf
    }

    private var isPicture: Bool {
        head.starts(with: [0xFF, 0xD8, 0xFF]) || head == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    }

    private func pictureKind() throws(EvidenceRefusal) -> EvidenceKind {
        do throws(PictureDefect) {
            switch try PictureFile(picture) {
            case .jpeg: return .jpeg
            case .png: return .png
            }
        } catch {
            throw .defective(error)
        }
    }

    private var isPDF: Bool { head.starts(with: Array("%PDF-".utf8)) }

    private mutating func note(_ name: String) {
        streams.note(name)
        if Self.activeNames.contains(name) {
            found = found ?? .activeContent(name: name)
        } else if name == "Encrypt" {
            found = found ?? .sealed(.encrypted)
        }
    }
}
