import Kernel

/// Finds the streams of a PDF by their keywords and looks into those that may hold objects.
///
/// Which streams hold objects is not believed to their dictionaries alone: whatever is a zlib stream whose first bytes
/// look like the numbers at the head of an object stream (ISO 32000 7.5.7) is looked into as well. Pictures and fonts
/// do not look so, and are passed over.
struct StreamScan: Sendable, Equatable {
    /// How much is held and taken apart. Design values.
    struct Bounds: Sendable, Equatable {
        /// Of one stream that is looked into.
        let held_bytesMax: Int
        /// What may come out of all streams of a file.
        let inflated_bytesMax: Int
        /// How many streams may be compressed ones: opening one costs more than its bytes do.
        let streamsMax: Int

        static let usual = Bounds(
            held_bytesMax: 8 * 1_024 * 1_024, inflated_bytesMax: 8 * 1_024 * 1_024, streamsMax: 65_536)
    }

    /// So many bytes tell whether a stream is looked into.
    private static let peekBytes = 1_024
    /// `stream`, and how many bytes it and `endstream` have.
    private static let (keyword, keywordBytes, endBytes): (UInt64, Int, Int) = (0x7374_7265_616D, 6, 9)
    private static let (lineFeed, carriageReturn): (UInt8, UInt8) = (0x0A, 0x0D)

    let bounds: Bounds

    private enum Place: Equatable {
        case outside
        /// Behind the keyword, before the end of its line.
        case opening(hadReturn: Bool)
        /// Inside a stream that is being held.
        case inside(isWanted: Bool)
    }

    private var place = Place.outside
    private var held: [UInt8] = []
    /// The last eight bytes, and the one before them.
    private var window: UInt64 = 0
    private var oldest: UInt8 = 0
    private var names: Set<String> = []
    private var inflated = 0
    private var compressed = 0
    /// What was found inside.
    private(set) var finding: EvidenceRefusal? {
        didSet { isDone = finding != nil }
    }
    /// Whether something was found; asked for each byte.
    private(set) var isDone = false

    init(bounds: Bounds) {
        self.bounds = bounds
    }

    /// Notes a name that stands outside of what is held: what the dictionary of the next stream says.
    mutating func note(_ name: String) {
        if Self.telling.contains(name) { names.insert(name) }
    }

    static let telling = foreignFilters.union(["ObjStm", "N", "First", "Filter", "Predictor"])
    private static let foreignFilters: Set<String> = [
        "ASCIIHexDecode", "ASCII85Decode", "LZWDecode", "RunLengthDecode", "Crypt",
    ]

    /// Takes the next byte.
    mutating func take(_ byte: UInt8) {
        guard !isDone else { return }
        if case .opening(let hadReturn) = place {
            switch byte {
            case Self.lineFeed: return begin()
            case Self.carriageReturn where !hadReturn: return place = .opening(hadReturn: true)
            case 0x20 where !hadReturn: return
            case 0x09 where !hadReturn: return
            // Any other byte begins the stream behind a lone return, and else was no keyword's line.
            default:
                place = .outside
                if hadReturn { begin() }
            }
        }
        if case .inside(let isWanted) = place { hold(byte, isWanted: isWanted) }
        match(byte)
    }

    /// What the file's end leaves open counts as ended.
    mutating func end() {
        if case .inside(let isWanted) = place { look(into: held, isCounted: isWanted) }
        place = .outside
    }

    private mutating func match(_ byte: UInt8) {
        oldest = UInt8(window >> 56)
        window = window << 8 | UInt64(byte)
        guard window & 0xFFFF_FFFF_FFFF == Self.keyword else { return }
        // `end` before it: two of its letters stand in the window, the first is the oldest byte.
        let isEnd = oldest == 0x65 && window >> 48 == 0x6E64
        if case .inside(let isWanted) = place {
            // Ended, or cut short by the next one: what is held ends before the keyword.
            look(into: Array(held.dropLast(isEnd ? Self.endBytes : Self.keywordBytes)), isCounted: isWanted)
            pass()
        }
        place = isEnd ? .outside : .opening(hadReturn: false)
    }

    private mutating func begin() {
        held = []
        place = .inside(isWanted: false)
    }

    /// Leaves a stream behind; what follows still ends it, or begins another one.
    private mutating func pass() {
        place = .outside
        held = []
        names = []
    }

    private mutating func hold(_ byte: UInt8, isWanted: Bool) {
        held.append(byte)
        if isWanted {
            if held.count > bounds.held_bytesMax { finding = .sealed(.size) }
        } else if held.count == Self.peekBytes {
            if Self.isCompressed(held) { compressed += 1 }
            if isLookedInto(held) {
                place = .inside(isWanted: true)
            } else if isObjectStream {
                finding = .sealed(.filter)
            } else {
                pass()
            }
        }
    }

    /// Whether the dictionary says that it holds objects, in a form that cannot be looked into.
    private var isObjectStream: Bool {
        names.contains("ObjStm") && names.contains("Filter")
    }

    private func isLookedInto(_ bytes: [UInt8]) -> Bool {
        guard Self.isCompressed(bytes) else { return false }
        if names.contains("ObjStm") || names.isSuperset(of: ["N", "First"]) { return true }
        var first: [UInt8] = []
        _ = Inflation.inflate(bytes, bytesMax: Self.peekBytes) { first += $0 }
        if Self.isCompressedAgain(first) { return true }
        let white: Set<UInt8> = [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20]
        guard let head = first.first(where: { !white.contains($0) }) else { return false }
        return (0x30...0x39).contains(head) || head == 0x25
    }

    /// The first two bytes of a zlib stream (RFC 1950 2.2).
    private static func isCompressed(_ bytes: [UInt8]) -> Bool {
        bytes.count > 2 && bytes[0] & 0x0F == 8 && (Int(bytes[0]) * 256 + Int(bytes[1])) % 31 == 0
    }

    /// Whether what came out of a stream is a compressed stream itself: what begins like one and gives bytes.
    private static func isCompressedAgain(_ bytes: [UInt8]) -> Bool {
        guard isCompressed(bytes) else { return false }
        var second = 0
        _ = Inflation.inflate(bytes, bytesMax: peekBytes) { second += $0.count }
        return second > 0
    }

    /// - Parameter isCounted: Whether it was counted among the compressed ones when its first bytes were there.
    private mutating func look(into bytes: [UInt8], isCounted: Bool) {
        guard finding == nil else { return }
        let isForeign = !names.isDisjoint(with: Self.foreignFilters.union(["Predictor"]))
        if names.contains("ObjStm"), isForeign { return finding = .sealed(.filter) }
        if !isCounted, Self.isCompressed(bytes) { compressed += 1 }
        guard compressed <= bounds.streamsMax else { return finding = .sealed(.size) }
        guard isLookedInto(bytes) else {
            if isObjectStream { finding = .sealed(.filter) }
            return
        }
        var scan = NameScan()
        var (active, size): (String?, Int) = (nil, 0)
        var first: [UInt8] = []
        let end = Inflation.inflate(bytes, bytesMax: bounds.inflated_bytesMax - inflated) { piece in
            size += piece.count
            if first.count < Self.peekBytes { first += piece.prefix(Self.peekBytes - first.count) }
            for byte in piece where active == nil {
                if let name = scan.take(byte), EvidenceScan.activeNames.contains(name) { active = name }
            }
        }
        inflated += size
        if Self.isCompressedAgain(first) { return finding = .sealed(.filter) }
        if let name = active ?? scan.name.flatMap({ EvidenceScan.activeNames.contains($0) ? $0 : nil }) {
            finding = .activeContent(name: name)
        } else if end == .beyond {
            finding = .sealed(.size)
        } else if end != .complete {
            finding = .sealed(.damaged)
        }
    }
}
