import Foundation

/// Reads text in GBK, which older loggers write into log texts, for people to read. The bytes of the frame stay as they
/// came.
enum GBKDecoding {
    /// GB 18030, which holds GBK whole: the number that Foundation gives kCFStringEncodingGB_18030_2000.
    private static let encoding = String.Encoding(rawValue: 0x8000_0632)

    /// The text; nil for bytes that are none, or where the system cannot convert.
    static func text(of bytes: [UInt8]) -> String? {
        String(bytes: bytes, encoding: encoding)
    }
}
