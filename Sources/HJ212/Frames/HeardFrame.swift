/// A frame with what whoever receives it asks of every frame, read once: header, data time and manners.
///
/// It says exactly what the frame's own readings say; those read the bytes again at each question.
public struct HeardFrame: Sendable, Equatable {
    /// The frame.
    public let frame: Frame
    /// The fields before the data area.
    public let header: Header
    /// The data time; nil when missing or no real calendar time.
    public let dataTime: CivilStamp?
    /// Edition whose manners the frame shows.
    public let dialect: Dialect

    /// Reads a frame.
    public init(_ frame: Frame) {
        self.frame = frame
        let signs: ItemSigns
        if frame.encryption != .locked, let tokens = FrameTokens(canonical: frame.bytes, frame.segment) {
            header = tokens.header
            dataTime = tokens.value(of: Self.dataTimeKey).flatMap { CivilStamp($0) }
            signs = ItemSigns(tokens)
        } else {
            header = frame.header
            dataTime = frame.dataTime
            signs = ItemSigns(frame.items)
        }
        dialect = DialectSigns(header: header, items: signs).dialect
    }

    private static let dataTimeKey = Array("DataTime".utf8)
}
