import Kernel

/// The text that frames of one device have in common, with holes where they differ.
///
/// A frame is its layout, its data time and the values in the holes: `docs/method/frame-packing.md` has the bytes. The
/// text holds no byte below 0x20 but the marks of holes, because a frame with such a byte is never packed.
struct FrameLayout: Hashable, Sendable {
    /// Literal bytes and the marks of holes.
    let text: [UInt8]

    /// A layout read back from storage.
    init(text: [UInt8]) {
        self.text = text
    }

    /// Marks of holes. They are stored, so that a mark never changes its meaning.
    enum Mark {
        /// Four digits: the length of the data segment, counted again.
        static let length: UInt8 = 0x01
        /// QN, 17 digits of a real time; its distance to the data time is stored.
        static let requestNumber: UInt8 = 0x02
        /// DataTime, 14 digits; equals the data time of the row, so nothing is stored.
        static let dataTime: UInt8 = 0x03
        /// The check of HJ 212 in upper case, computed again.
        static let checkUpper: UInt8 = 0x04
        /// The same in lower case.
        static let checkLower: UInt8 = 0x05
        /// Any value: a decimal number of any scale, or text.
        static let free: UInt8 = 0x06
        /// An unsigned decimal with `mark - 0x10` digits after the point.
        static let decimals: ClosedRange<UInt8> = 0x10...0x17
        /// Literal bytes begin here.
        static let literals: UInt8 = 0x20
    }
}

/// The bytes that a layout is read by.
enum LayoutByte {
    static let area = Array("CP=&&".utf8)
    static let requestNumber = Array("QN=".utf8)
    static let dataTime = Array("DataTime".utf8)
    static let equals = UInt8(ascii: "=")
    static let point = UInt8(ascii: ".")
    static let minus = UInt8(ascii: "-")
    static let zero = UInt8(ascii: "0")
    static let hash = UInt8(ascii: "#")

    /// What ends a value: `;`, `,` and `&`.
    static func isSeparator(_ byte: UInt8) -> Bool { byte == 0x3B || byte == 0x2C || byte == 0x26 }
}
