/// Why a file is not taken as a picture.
public enum PictureDefect: Error, Sendable, CaseIterable {
    /// It begins neither like a PNG nor like a JPEG.
    case kind
    /// It ends before the picture does, or a length or an order in it is impossible.
    case broken
    /// What a part of it says of itself does not fit its bytes (CRC).
    case checksum
    /// It holds more than one picture, or one that moves.
    case several
    /// Something else stands behind the picture.
    case behind
    /// It has no points, or more than a page can show.
    case size
    /// It is packed in a way that browsers do not show.
    case packing
}
