import FoundationEssentials

/// Reads `multipart/form-data` (RFC 7578) piece by piece: fields whole, a file in pieces. Holds at most one piece, one
/// part's head and the fields.
struct MultipartReader {
    /// What was read.
    enum Event: Equatable {
        case field(name: String, value: String)
        case fileStart(name: String, filename: String)
        case fileBytes([UInt8])
        case fileEnd
    }

    /// How many bytes the head of a part may have, and all fields together.
    static let (headBytesMax, fieldBytesMax) = (4_096, 64 * 1_024)

    private enum State: Equatable {
        /// Before the first boundary.
        case opening
        /// Behind a boundary: a line's end or the two hyphens of the last one follow.
        case boundary
        case head
        case field(String)
        case file
        case ended
    }

    private var state = State.opening
    /// What was not read yet. The first boundary has no line before it; one put there makes it like the others.
    private var pending: [UInt8] = [0x0D, 0x0A]
    private var value: [UInt8] = []
    private var fieldBytes = 0
    private let delimiter: [UInt8]

    /// A reader for a content type; nil when it names no boundary of 1 to 70 characters.
    init?(contentType: String) {
        let parameters = contentType.split(separator: ";").dropFirst().map { $0.drop { $0 == " " } }
        guard let parameter = parameters.first(where: { $0.lowercased().hasPrefix("boundary=") }) else { return nil }
        let boundary = parameter.dropFirst("boundary=".count).filter { $0 != "\"" && !$0.isWhitespace }
        guard (1...70).contains(boundary.utf8.count) else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Takes the next piece of the body. Refuses what is no such body.
    mutating func read(_ bytes: [UInt8]) throws(Problem) -> [Event] {
        pending += bytes
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// Whether the last boundary was read.
    var isComplete: Bool { state == .ended }

    /// One step on; false when more bytes are needed.
    private mutating func step(_ events: inout [Event]) throws(Problem) -> Bool {
        switch state {
        case .ended:
            pending = []
            return false
        case .boundary:
            guard pending.count >= 2 else { return false }
            switch (pending[0], pending[1]) {
            case (0x2D, 0x2D): state = .ended
            case (0x0D, 0x0A): state = .head
            default: throw .unreadableBody
            }
            pending.removeFirst(2)
            return true
        case .head: return try readHead(&events)
        case .opening, .field, .file: return try passContent(into: &events)
        }
    }

    private mutating func readHead(_ events: inout [Event]) throws(Problem) -> Bool {
        guard let end = Self.place(of: [0x0D, 0x0A, 0x0D, 0x0A], in: pending) else {
            guard pending.count <= Self.headBytesMax else { throw .unreadableBody }
            return false
        }
        guard end <= Self.headBytesMax, let text = String(validating: pending[..<end], as: UTF8.self),
            let line = text.split(separator: "\r\n").first(where: {
                $0.lowercased().hasPrefix("content-disposition:")
            }), let name = Self.parameter("name", of: line)
        else { throw .unreadableBody }
        pending.removeFirst(end + 4)
        if let filename = Self.parameter("filename", of: line) {
            events.append(.fileStart(name: name, filename: filename))
            state = .file
        } else {
            state = .field(name)
            value = []
        }
        // An empty part ends at once: its boundary's line break is the one behind the head.
        return true
    }

    /// Hands on what lies before the next boundary; keeps back what may be the beginning of one.
    private mutating func passContent(into events: inout [Event]) throws(Problem) -> Bool {
        if let end = Self.place(of: delimiter, in: pending) {
            try take(Array(pending[..<end]), &events)
            pending.removeFirst(end + delimiter.count)
            switch state {
            case .field(let name):
                guard let text = String(validating: value, as: UTF8.self) else { throw .unreadableBody }
                events.append(.field(name: name, value: text))
            case .file: events.append(.fileEnd)
            case .opening, .boundary, .head, .ended: break
            }
            state = .boundary
            return true
        }
        let safe = pending.count - delimiter.count + 1
        guard safe > 0 else { return false }
        try take(Array(pending[..<safe]), &events)
        pending.removeFirst(safe)
        return false
    }

    private mutating func take(_ bytes: [UInt8], _ events: inout [Event]) throws(Problem) {
        guard !bytes.isEmpty else { return }
        switch state {
        case .file: events.append(.fileBytes(bytes))
        case .field:
            fieldBytes += bytes.count
            guard fieldBytes <= Self.fieldBytesMax else { throw .bodyTooLarge }
            value += bytes
        case .opening, .boundary, .head, .ended: throw .unreadableBody
        }
    }

    /// `name="…"` of a head's line; browsers write a quotation mark inside as `%22`.
    private static func parameter(_ name: String, of line: Substring) -> String? {
        for part in line.split(separator: ";").dropFirst() {
            let pair = part.drop { $0 == " " }
            guard pair.lowercased().hasPrefix("\(name)=") else { continue }
            return String(pair.dropFirst(name.count + 1).filter { $0 != "\"" })
        }
        return nil
    }

    private static func place(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= needle.count else { return nil }
        return bytes.withUnsafeBufferPointer { hay in
            let last = hay.count - needle.count
            var start = 0
            while start <= last {
                var matched = 0
                while matched < needle.count, hay[start + matched] == needle[matched] { matched += 1 }
                if matched == needle.count { return start }
                start += 1
            }
            return nil
        }
    }
}
