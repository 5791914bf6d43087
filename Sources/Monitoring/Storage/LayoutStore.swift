import Kernel
import Persistence

/// The layouts that frames of a source were packed with. A layout never changes, because frames rest on it.
enum LayoutStore {
    /// How many layouts a source can have; frames beyond them are kept as they came. Design value: a logger has one for
    /// each command, and a few more while its values change their shape.
    static let layoutsMax = 64

    static func insert(_ layout: FrameLayout, number: Int, source: Int64, in access: any WriteAccess) throws {
        try access.execute(
            "INSERT INTO monitoring_layout (source_no, layout_no, content) VALUES (?1, ?2, ?3)",
            [.integer(source), .int(number), .blob(layout.text)])
    }

    /// The layouts of a source by number, oldest first.
    static func layouts(of source: Int64, in access: any ReadAccess) throws -> [(number: Int, layout: FrameLayout)] {
        try access.rows(
            "SELECT layout_no, content FROM monitoring_layout WHERE source_no = ?1 ORDER BY layout_no",
            [.integer(source)]
        ).map { (try $0.int("layout_no"), FrameLayout(text: try $0.blob("content"))) }
    }
}

/// Layouts at hand while frames are read.
struct LayoutShelf {
    private var layouts: [Int64: [Int: FrameLayout]] = [:]
    private var byteCount = 0

    /// Bytes of layouts kept; when they are more, the shelf is cleared. Design value: room for the layouts of 10,000
    /// loggers with ten commands each.
    private static let byteCountMax = 64 << 20

    mutating func layouts(of source: Int64, in access: any ReadAccess) throws -> [Int: FrameLayout] {
        if let known = layouts[source] { return known }
        let read = try LayoutStore.layouts(of: source, in: access)
        byteCount += read.reduce(64) { $0 + $1.layout.text.count }
        if byteCount > Self.byteCountMax { (layouts, byteCount) = ([:], 0) }
        let found = Dictionary(uniqueKeysWithValues: read.map { ($0.number, $0.layout) })
        layouts[source] = found
        return found
    }
}
