/// A picture that can be shown: its bytes were walked from the first to the last.
///
/// PNG after W3C PNG (third edition), JPEG after ITU-T T.81. What is packed inside the parts is not unpacked; lengths,
/// orders, checksums and the end are held against the form, so that nothing else is carried in the shape of a photo.
public enum PictureFile: String, Sendable, CaseIterable {
    case jpeg = "image/jpeg"
    case png = "image/png"

    /// How many points a side has at most. Design value.
    static let sideMax = 20_000
    /// How many points a picture has at most: 100 million. Design value.
    static let pointsMax = 100_000_000

    /// The picture that these bytes are, whole and alone.
    public init(_ bytes: [UInt8]) throws(PictureDefect) {
        if bytes.starts(with: PNGWalk.signature) {
            try PNGWalk(bytes).walk()
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            try JPEGWalk(bytes).walk()
            self = .jpeg
        } else {
            throw .kind
        }
    }

    /// Whether a picture of such sides is taken.
    static func check(width: Int, height: Int) throws(PictureDefect) {
        guard (1...sideMax).contains(width), (1...sideMax).contains(height), width * height <= pointsMax else {
            throw .size
        }
    }
}
